using NetGen.Generator.Graph;
using NetGen.Generator.Ops;
using NetGen.Generator.Planning;
using NetGen.Generator.Text;

namespace NetGen.Generator.Kernels;

/// <summary>Shortens the columns of W that an update made too long, in place: W is read once more, and written where a column is.</summary>
internal sealed class MaxNormKernel : CodeTemplate
{
    public override bool TakesRows => false;

    public override string TitleOf(Kernel kernel) => "columns limited";

    public override bool AppliesTo(Kernel kernel) => kernel.Root?.Op is LimitColumns;

    public override IEnumerable<ScratchNeed> ScratchOf(Kernel kernel) => [new("Sums", Lanes.Padded(kernel.Root!.Type.Columns), "the norm of each column")];

    public override string Body(KernelText text)
    {
        Node root = text.Kernel.Root!, moved = root.Operands[0];
        string sums = text.Scratch("Sums");
        string call = Invariant.Of(
            $"{Types.Norms}.LimitColumns<V>({text.At(moved, "0")}, {root.Type.Rows}, {text.LayoutOf(moved).Stride}, first, last, {text.ScalarValue(root.Operands[1])}, ref {sums});");
        return CSharpWriter.Code($$"""
            {{text.Header}}

            {{StealableRanges(Lanes.Padded(root.Type.Columns), BlockColumns / 2, call)}}
            """);
    }
}
