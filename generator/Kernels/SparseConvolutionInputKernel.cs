using NetGen.Generator.Graph;
using NetGen.Generator.Ops;
using NetGen.Generator.Planning;
using NetGen.Generator.Text;

namespace NetGen.Generator.Kernels;

/// <summary>
/// dx of a convolution where most of dz is 0, as behind a max pool: each number of dz that is not 0 adds its filter to the window that it came
/// from. A sample's dx is summed in the scratch memory of the thread.
/// </summary>
internal sealed class SparseConvolutionInputKernel : CodeTemplate
{
    public override string TitleOf(Kernel kernel) => Invariant.Of($"positions × {kernel.Root!.Operands[0].Type.Channels} filters, zeros left out");

    public override bool AppliesTo(Kernel kernel) => kernel.Root?.Op is ConvolutionInput && SparseConvolutionWeightKernel.Suits(kernel, kernel.Root.Type);

    public override long CostOf(Kernel kernel) => (long)(base.CostOf(kernel) * kernel.Density * SparseConvolutionWeightKernel.Multiplication);

    public override IEnumerable<ScratchNeed> ScratchOf(Kernel kernel)
    {
        Node root = kernel.Root!;
        Window window = ((ConvolutionInput)root.Op).Window;
        yield return new("Panel", Lanes.Padded(root.Operands[0].Type.Channels) * window.Positions * root.Type.Channels, "a part of W, or of it transposed");
        yield return PlaneText.Need(root.Type, window);
    }

    public override string Body(KernelText text)
    {
        text.Reserve("line", "position", "plane");
        Node root = text.Kernel.Root!, dz = root.Operands[0], w = root.Operands[1];
        Window window = ((ConvolutionInput)root.Op).Window;
        Layout gradient = text.LayoutOf(dz);
        var plane = new PlaneText(text, window);
        int numbers = window.Positions * root.Type.Channels, lineStride = plane.Width * plane.Channels;
        string panel = text.Scratch("Panel"), planeOf = text.Scratch("Plane");
        string transpose = Invariant.Of($"{Types.Panels}.Transpose<V>({RowsAt(text.At(w, "0"), text.LayoutOf(w).Stride)}, rows: {numbers}, columns: {dz.Type.Channels}, {RowsAt($"ref {panel}", numbers)});");
        string samples = plane.Samples(CountedLoop.Of("line", dz.Type.Height, line => CSharpWriter.Code($$"""
            {{Types.SparseWindows}}.AddInput<V>(
                positions: {{Invariant.Of($"{dz.Type.Width}")}}, filters: {{Invariant.Of($"{Lanes.Padded(dz.Type.Channels)}")}}, new(rows: {{Invariant.Of($"{window.Height}")}}, rowStride: {{Invariant.Of($"{lineStride}")}}, length: {{Invariant.Of($"{window.Width * root.Type.Channels}")}}),
                {{RowsAt(text.At(dz, Address.Of(gradient, "r", line, "0", "")), gradient.PositionStride)}},
                {{RowsAt($"ref {panel}", numbers)}},
                {{Address.Reference(planeOf, Times(line, window.StrideY * lineStride))}}, step: {{Invariant.Of($"{window.StrideX * plane.Channels}")}});
            """)));
        return CSharpWriter.Code($$"""
            {{text.Header}}

            // Wᵀ: a row for each filter.
            {{transpose}}

            {{samples}}
            """);
    }
}
