using NetGen.Generator.Graph;
using NetGen.Generator.Ops;
using NetGen.Generator.Planning;
using NetGen.Generator.Text;

namespace NetGen.Generator.Kernels;

/// <summary>
/// Forward (z = x·W) and backward-input (dx = dz·Wᵀ): blocks of 24 rows × 64 columns, each computed in register tiles while k runs; the
/// raw block goes to the output, where a short loop finishes it while it is in the first-level cache. Backward transposes as many rows of W
/// as a block has columns, so that the same tiles serve both; forward copies the columns of a deep W.
/// </summary>
internal class TileKernel : CodeTemplate
{
    // W of 2048×2048, 256 rows: 1.65 times as fast from a panel, for its rows are pages apart; of 1024×1024, 64 rows: 1.06; of 784×256: 0.9.
    private const int DeepRows = 1024, FewestRows = 32;

    public override string TitleOf(Kernel kernel) => Invariant.Of($"{Height}×{WidthOf(kernel.Root!.Type.Columns)} blocks");

    public override bool AppliesTo(Kernel kernel) => kernel.Root?.Op is Product or ProductWithTransposed;

    /// <summary>A tile one row high has two sums under way, where a core could work on eight at once.</summary>
    public override long CostOf(Kernel kernel) => kernel.IsSingleRow ? 4 * base.CostOf(kernel) : base.CostOf(kernel);

    public override IEnumerable<ScratchNeed> ScratchOf(Kernel kernel)
    {
        if (HasPanel(kernel))
        {
            yield return new("Panel", Layout.Padded(kernel.Root!.Operands[0].Type.Columns) * WidthOf(kernel.Root.Type.Columns), "a part of W, or of it transposed");
        }
    }

    public override string Body(KernelText text)
    {
        Node root = text.Kernel.Root!;
        Node a = root.Operands[0];
        Node w = root.Operands[1];
        bool transposed = root.Op is ProductWithTransposed, hasPanel = HasPanel(text.Kernel);
        int columns = root.Type.Columns;
        int padded = Layout.Padded(columns);
        int across = WidthOf(columns);
        int depth = a.Type.Columns;
        int wStride = text.BufferOf(w).Stride;
        // The raw block lies where the first result will, unless the product itself is asked for.
        Node output = text.Kernel.Stored.Contains(root) ? root : text.Kernel.Written.First();
        int stride = text.BufferOf(output).Stride;
        // Wide outputs are shared block by block, down the columns, so that a thread keeps its columns of W; others by rows of the batch.
        bool byBlocks = text.Kernel.PartitionedBy == Partitioning.Columns;
        // Up to the width of a block there is one across, and no loop over columns.
        bool narrow = padded <= across;
        string column = narrow ? "0" : "column";
        (string width, string measure) = Across(padded, Invariant.Of($"{padded}"), wholeRow: true, across);
        string left = RowsAt(text.At(a, Invariant.Of($"row * {text.BufferOf(a).Stride}")), text.BufferOf(a).Stride);
        string target = RowsAt(text.At(output, Index("row", stride, column)), stride);
        string panel = hasPanel ? text.Scratch("Panel") : "";
        // For a few rows of a prediction it would not pay to copy W.
        bool copies = hasPanel && !transposed;
        string packed = RowsAt($"ref {panel}", across), unpacked = RowsAt(text.At(w, column), wStride);
        string right = transposed ? packed : copies ? $"copies ? {packed} : {unpacked}" : unpacked;
        string rowsOfW = narrow ? Invariant.Of($"{columns}") : width, firstOfW = text.At(w, narrow ? "0" : Invariant.Of($"column * {wStride}"));
        string pack = transposed
            ? Invariant.Of($"{Types.Panels}.Transpose<V>({RowsAt(firstOfW, wStride)}, rows: {rowsOfW}, columns: {depth}, {packed});")
            : hasPanel ? Invariant.Of($"{Types.Panels}.Copy<V>({unpacked}, rows: {depth}, columns: {width}, {packed});") : "";
        string product = Multiply(text, width, depth, left, right, target);
        string before = Before(text, a, depth);

        text.Define(root, $"V.Load(ref {text.Reference(output)}, {Index("r", stride, "c")})");
        string epilogue = text.Statements(Epilogue(text.Kernel), new Position("r", "c"), node => node.Type.Space == Space.Vector ? "c" : Index("r", text.BufferOf(node).Stride, "c"));
        string end = narrow ? width : $"column + {width}";
        string finish = epilogue.Length == 0 ? "" : CSharpWriter.Code($$"""
            for (int r = row; r < row + height; r++)
            {
                {{Columns(column, end, epilogue)}}
            }
            """);

        string block = CSharpWriter.Code($$"""
            int height = {{Types.Math}}.Min({{Invariant.Of($"{Height}")}}, {{(byBlocks ? "rows" : "last")}} - row);
            {{product}}
            {{finish}}
            """);
        string header = text.Header;
        return byBlocks
            ? CSharpWriter.Code($$"""
                {{header}}

                {{before}}
                int down = {{Invariant.Of($"(rows + {Height - 1}) / {Height}")}}{{(hasPanel && !narrow ? ", packed = -1" : "")}};
                {{(copies ? Invariant.Of($"bool copies = rows >= {FewestRows / 2};") : "")}}
                {{(narrow ? pack : "")}}
                {{StealableRanges(narrow ? "down" : Invariant.Of($"{(padded + across - 1) / across} * down"), "1", InBlocks(narrow, copies, across, measure, pack, block))}}
                """)
            : CSharpWriter.Code($$"""
                {{header}}

                (int first, int last) = worker.StaticRange(rows, 8);
                {{InRows(narrow, padded, measure, pack, block)}}
                """);
    }

    /// <summary>Whether it copies W, whose rows lie far apart, column of blocks by column of blocks, so that its tiles read one row after the other.</summary>
    protected virtual bool Packs(Kernel kernel) => kernel is { PartitionedBy: Partitioning.Columns, BatchSize: >= FewestRows } && kernel.Root!.Operands[0].Type.Columns >= DeepRows;

    private bool HasPanel(Kernel kernel) => kernel.Root!.Op is ProductWithTransposed || Packs(kernel);

    /// <summary>Rows of a block.</summary>
    protected virtual int Height => BlockRows;

    /// <summary>How wide a block of so many columns is at most.</summary>
    protected virtual int WidthOf(int columns) => BlockWidth(columns);

    /// <summary>What has to be known of a before any block.</summary>
    protected virtual string Before(KernelText text, Node a, int depth) => "";

    /// <summary>The statement that computes a raw block.</summary>
    protected virtual string Multiply(KernelText text, string width, int depth, string left, string right, string target) => CSharpWriter.Code($$"""
        {{Types.Tiles}}.Product<V>(
            {{Shape("height", width, Invariant.Of($"{depth}"))}},
            {{left}},
            {{right}},
            {{target}});
        """);

    /// <summary>A part's blocks, from first to last, counted down the columns; the panel of a column of blocks is made once.</summary>
    private string InBlocks(bool narrow, bool copies, int across, string measure, string pack, string block) => CSharpWriter.Code($$"""
        for (int block = first; block < last; block++)
        {
            int {{(narrow ? "" : Invariant.Of($"column = block / down * {across}, "))}}row = block {{(narrow ? "" : "% down ")}}* {{Invariant.Of($"{Height}")}};
            {{measure}}
            {{(narrow || pack.Length == 0 ? "" : $"if ({(copies ? "copies && " : "")}column != packed)\n{{\n    {pack}\n    packed = column;\n}}\n")}}
            {{block}}
        }
        """);

    /// <summary>All columns of the rows from first to last.</summary>
    private string InRows(bool narrow, int padded, string measure, string pack, string block)
    {
        string rows = CSharpWriter.Code($$"""
            {{pack}}
            for (int row = first; row < last; row += {{Invariant.Of($"{Height}")}})
            {
                {{block}}
            }
            """);
        return narrow ? rows : CSharpWriter.Code($$"""
            for (int column = 0; column < {{Invariant.Of($"{padded}")}}; column += {{Invariant.Of($"{BlockColumns}")}})
            {
                {{measure}}
                {{rows}}
            }
            """);
    }
}
