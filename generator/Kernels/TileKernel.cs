using NetGen.Generator.Emission;
using NetGen.Generator.Graph;
using NetGen.Generator.Ops;
using NetGen.Generator.Planning;

namespace NetGen.Generator.Kernels;

/// <summary>
/// Forward (z = x·W) and backward-input (dx = dz·Wᵀ): blocks of 24 rows × 64 columns, each computed in register tiles while k runs; the
/// raw block goes to the output, where a short loop finishes it while it is in the first-level cache. Backward transposes 64 rows of W at a
/// time, so that the same tiles serve both.
/// </summary>
internal sealed class TileKernel : KernelTemplate
{
    public override string TitleOf(Kernel kernel) => Text.Of($"{BlockRows}×{BlockWidth(kernel.Root!.Type.Columns)} blocks");

    public override bool AppliesTo(Kernel kernel) => kernel.Root?.Op is Product or ProductWithTransposed;

    /// <summary>A tile one row high has two sums under way, where a core could work on eight at once.</summary>
    public override long CostOf(Kernel kernel) => kernel.IsForOneRow ? 4 * base.CostOf(kernel) : base.CostOf(kernel);

    public override string Body(KernelText text)
    {
        Node root = text.Kernel.Root!;
        Node a = root.Operands[0];
        Node w = root.Operands[1];
        bool transposed = root.Op is ProductWithTransposed;
        int columns = root.Type.Columns;
        int padded = Layout.Padded(columns);
        int depth = a.Type.Columns;
        int aStride = text.BufferOf(a).Stride;
        int wStride = text.BufferOf(w).Stride;
        // The raw block lies where the first result will, unless the product itself is asked for.
        Node output = text.Kernel.Stored.Contains(root) ? root : text.Kernel.Written.First();
        int stride = text.BufferOf(output).Stride;
        // Wide outputs are shared by columns, so that a thread keeps its columns of W; others by rows of the batch.
        bool byColumns = text.Kernel.SharedBy == Sharing.Columns;
        string endOfRow = byColumns ? "last" : Text.Of($"{padded}");
        // Up to 64 columns there is one block across, and no loop over columns.
        bool narrow = padded <= BlockColumns;
        string column = narrow ? "0" : "column";
        (string width, string measure) = Across(padded, endOfRow, wholeRow: !byColumns);
        string left = text.At(a, Text.Of($"row * {aStride}"));
        string target = text.At(output, Index("row", stride, column));
        string panel = transposed ? text.Scratch("Panel") : "";
        string right = transposed ? Text.Of($"ref {panel}, {BlockWidth(columns)}") : Text.Of($"{text.At(w, column)}, {wStride}");
        string pack = transposed
            ? Text.Of($"Panels.Transpose<V>({text.At(w, narrow ? "0" : Text.Of($"column * {wStride}"))}, {wStride}, {(narrow ? Text.Of($"{columns}") : width)}, {depth}, ref {panel}, {BlockWidth(columns)});")
            : "";

        text.Define(root, $"V.Load(ref {text.Reference(output)}, {Index("r", stride, "c")})");
        string epilogue = text.Statements(Epilogue(text.Kernel), new Position("r", "c"), node => node.Type.Space == Space.Vector ? "c" : Index("r", text.BufferOf(node).Stride, "c"));
        string end = narrow ? width : $"column + {width}";
        string finish = epilogue.Length == 0 ? "" : CSharpWriter.Code($$"""
            for (int r = row; r < row + height; r++)
            {
                {{Columns(column, end, epilogue)}}
            }
            """);

        string from = byColumns ? "0" : "first";
        string to = byColumns ? "rows" : "last";
        string share = byColumns ? Text.Of($"(int first, int last) = worker.Share({padded}, {SharedColumns});") : "(int first, int last) = worker.Share(rows, 8);";
        string rows = CSharpWriter.Code($$"""
            {{pack}}
            for (int row = {{from}}; row < {{to}}; row += {{Text.Of($"{BlockRows}")}})
            {
                int height = Math.Min({{Text.Of($"{BlockRows}")}}, {{to}} - row);
                Tiles.Product<V>(height, {{width}}, {{depth}},
                    {{left}}, {{aStride}}, 1,
                    {{right}},
                    {{target}}, {{stride}});
                {{finish}}
            }
            """);
        string header = text.Header;
        return narrow
            ? CSharpWriter.Code($$"""
                {{header}}

                {{share}}
                {{rows}}
                """)
            : CSharpWriter.Code($$"""
                {{header}}

                {{share}}
                for (int column = {{(byColumns ? "first" : "0")}}; column < {{endOfRow}}; column += {{Text.Of($"{BlockColumns}")}})
                {
                    {{measure}}
                    {{rows}}
                }
                """);
    }
}
