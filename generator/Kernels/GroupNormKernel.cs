using NetGen.Generator.Graph;
using NetGen.Generator.Ops;
using NetGen.Generator.Planning;
using NetGen.Generator.Text;

namespace NetGen.Generator.Kernels;

/// <summary>The norms of the groups of W, from the weights that the step began with.</summary>
internal sealed class GroupNormKernel : CodeTemplate
{
    public override bool TakesRows => false;

    public override string TitleOf(Kernel kernel) => Groups(kernel) is { OfColumns: false } groups && groups.Count == kernel.Root!.Operands[0].Type.Rows ? "norms of rows" : "norms of channels";

    public override bool AppliesTo(Kernel kernel) => kernel.Root?.Op is InverseGroupNorms;

    public override string Body(KernelText text)
    {
        Node norms = text.Kernel.Root!, w = norms.Operands[0];
        ChannelGroups groups = Groups(text.Kernel);
        int rows = w.Type.Rows, columns = w.Type.Columns, stride = text.LayoutOf(w).Stride;
        string routine = groups.OfColumns ? Invariant.Of($"InverseOfColumns({text.At(w, "0")}, {rows}, {columns}, {stride}, {columns / groups.Count}")
            : groups.Count == rows ? Invariant.Of($"InverseOfRows<V>({text.At(w, "0")}, {Lanes.Padded(columns)}, {stride}")
            : Invariant.Of($"InverseOfGroups<V>({text.At(w, "0")}, {rows}, {Lanes.Padded(columns)}, {stride}, {groups.Count}");
        string call = $"{Types.Norms}.{routine}, first, last, {text.At(norms, "0")});";
        return CSharpWriter.Code($$"""
            {{text.Header}}

            {{StealableRanges(groups.Count, 16, call)}}
            """);
    }

    private static ChannelGroups Groups(Kernel kernel) => ((InverseGroupNorms)kernel.Root!.Op).Groups;
}
