using NetGen.Generator.Graph;
using NetGen.Generator.Ops;
using NetGen.Generator.Planning;
using NetGen.Generator.Text;

namespace NetGen.Generator.Kernels;

/// <summary>Shortens what enters a unit, as a rule a column of W, that an update made too long, in place: W is read once more, and written where a unit is.</summary>
internal sealed class MaxNormKernel : CodeTemplate
{
    public override bool TakesRows => false;

    public override string TitleOf(Kernel kernel) => "columns limited";

    public override bool AppliesTo(Kernel kernel) => kernel.Root?.Op is LimitUnits;

    public override IEnumerable<ScratchNeed> ScratchOf(Kernel kernel) => [new("Sums", Lanes.Padded(kernel.Root!.Type.Columns), "the norm of each column")];

    public override string Body(KernelText text)
    {
        Node root = text.Kernel.Root!, moved = root.Operands[0];
        UnitGroups units = ((LimitUnits)root.Op).Units;
        int rows = root.Type.Rows / (units.OfColumns ? units.Count : 1), stride = text.LayoutOf(moved).Stride;
        string limit = text.ScalarValue(root.Operands[1]).Text;
        if (!units.OfColumns)
        {
            string groups = Invariant.Of($"{Types.Norms}.LimitGroups({text.At(moved, "0")}, {rows}, {root.Type.Columns}, {stride}, {units.Count}, first, last, {limit});");
            return CSharpWriter.Code($$"""
                {{text.Header}}

                {{StealableRanges(units.Count, 4, groups)}}
                """);
        }

        string sums = text.Scratch("Sums");
        string call = Invariant.Of(
            $"{Types.Norms}.LimitColumns<V>({text.At(moved, units.Count == 1 ? "0" : Invariant.Of($"block * {rows * stride}"))}, {rows}, {stride}, first, last, {limit}, ref {sums});");
        string blocks = units.Count == 1 ? call : CSharpWriter.Code($$"""
            for (int block = 0; block < {{Invariant.Of($"{units.Count}")}}; block++)
            {
                {{call}}
            }
            """);
        return CSharpWriter.Code($$"""
            {{text.Header}}

            {{StealableRanges(Lanes.Padded(root.Type.Columns), BlockColumns / 2, blocks)}}
            """);
    }
}
