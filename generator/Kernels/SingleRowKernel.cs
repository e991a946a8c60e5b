using NetGen.Generator.Graph;
using NetGen.Generator.Ops;
using NetGen.Generator.Planning;
using NetGen.Generator.Text;

namespace NetGen.Generator.Kernels;

/// <summary>Forward for a single row, z = x·W: many columns at once, so that W is read in its own order, once.</summary>
internal sealed class SingleRowKernel : CodeTemplate
{
    public override string TitleOf(Kernel kernel) => "one row";

    public override bool AppliesTo(Kernel kernel) => kernel is { IsSingleRow: true, Root.Op: Product, IsInRuns: false };

    public override bool TakesRows => false;

    public override string Body(KernelText text)
    {
        Node root = text.Kernel.Root!;
        Node x = root.Operands[0];
        Node w = root.Operands[1];
        Node output = text.Kernel.Stored.Contains(root) ? root : text.Kernel.Stored[0];
        string left = text.At(x, "0");
        string right = RowsAt(text.At(w, "first"), text.BufferOf(w).Stride);
        string target = text.At(output, "first");
        text.Define(root, $"V.Load(ref {text.Reference(output)}, c)");
        string epilogue = text.Statements(Epilogue(text.Kernel), new Position("0", "c"), _ => "c");
        string finish = epilogue.Length == 0 ? "" : Columns("first", "last", epilogue);
        string header = text.Header;
        string part = CSharpWriter.Code($$"""
            {{Types.Tiles}}.Row<V>(width: last - first, depth: {{x.Type.Columns}}, {{left}}, {{right}}, {{target}});
            {{finish}}
            """);
        return CSharpWriter.Code($$"""
            {{header}}

            {{StealableRanges(Lanes.Padded(root.Type.Columns), 128, part)}}
            """);
    }
}
