using NetGen.Generator.Planning;

namespace NetGen.Generator.Kernels;

/// <summary>The templates that kernels are written by.</summary>
internal static class KernelTemplates
{
    /// <summary>All of them. <see cref="ChooseKernels"/> takes the cheapest that applies; the last one applies to every kernel.</summary>
    public static readonly IReadOnlyList<KernelTemplate> All =
    [
        new TileKernel(),
        new SparseTileKernel(),
        new SingleRowKernel(),
        new WeightTileKernel(),
        new SparseWeightKernel(),
        new ConvolutionKernel(),
        new ConvolutionInputKernel(),
        new StridedConvolutionInputKernel(),
        new SparseConvolutionInputKernel(),
        new ConvolutionWeightKernel(),
        new SparseConvolutionWeightKernel(),
        new DepthwiseKernel(),
        new DepthwiseInputKernel(),
        new DepthwiseWeightKernel(),
        new LocalKernel(),
        new LocalInputKernel(),
        new LocalWeightKernel(),
        new SumOfRowsKernel(),
        new PoolKernel(),
        new PoolGradientKernel(),
        new AugmentationKernel(),
        new JoinKernel(),
        new ChannelPartKernel(),
        new RepeatKernel(),
        new ColumnSumKernel(),
        new ParameterKernel(),
        new GroupNormKernel(),
        new MaxNormKernel(),
        new GlobalNormKernel(),
        new RowKernel(),
    ];
}
