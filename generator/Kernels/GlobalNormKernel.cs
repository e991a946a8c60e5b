using NetGen.Generator.Ops;
using NetGen.Generator.Planning;
using NetGen.Generator.Text;

namespace NetGen.Generator.Kernels;

/// <summary>The squares of all gradients, block by block of the memory they lie in; who needs the norm adds the blocks up, in their order.</summary>
internal sealed class GlobalNormKernel : CodeTemplate
{
    public override bool TakesRows => false;

    public override string TitleOf(Kernel kernel) => "sums of squares";

    public override bool AppliesTo(Kernel kernel) => kernel.Root?.Op is GlobalNorm;

    public override string Body(KernelText text)
    {
        AssignBuffers buffers = text.Plan.Buffers;
        text.Declare("gradients", $"ref float gradients = ref _memory.Training(Layout.{buffers.Gradients!.Name});");
        string call = Invariant.Of($"{Types.Norms}.SquaresOfBlocks<V>(ref gradients, {buffers.ParameterFloats}, first, last, {text.At(text.Kernel.Root!, "0")});");
        return CSharpWriter.Code($$"""
            {{text.Header}}

            {{StealableRanges(buffers.GradientBlocks, 1, call)}}
            """);
    }
}
