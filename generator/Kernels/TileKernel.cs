using NetGen.Generator.Graph;
using NetGen.Generator.Ops;
using NetGen.Generator.Planning;
using NetGen.Generator.Text;

namespace NetGen.Generator.Kernels;

/// <summary>
/// Forward (z = x·W) and backward-input (dx = dz·Wᵀ): blocks of 24 rows × 64 columns, each computed in register tiles while k runs; the
/// raw block goes to the output, where a short loop finishes it while it is in the first-level cache. Backward transposes as many rows of W
/// as a block has columns, so that the same tiles serve both; forward copies the columns of a deep W. An image that lies in several runs is
/// read run by run, each sum going on where the last run left it; one that is written has blocks of its own in each run.
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
            yield return new("Panel", Lanes.Padded(kernel.Root!.Operands[0].Type.Columns) * WidthOf(kernel.Root.Type.Columns), "a part of W, or of it transposed");
        }
    }

    public override string Body(KernelText text)
    {
        Node root = text.Kernel.Root!;
        Node a = root.Operands[0];
        Node w = root.Operands[1];
        bool transposed = root.Op is ProductWithTransposed, hasPanel = HasPanel(text.Kernel);
        int wStride = text.LayoutOf(w).Stride;
        // The raw block lies where the first result will, unless the product itself is asked for.
        Node output = text.Kernel.Stored.Contains(root) ? root : text.Kernel.Written.First();
        int stride = text.LayoutOf(output).Stride;
        var runs = new RunLoop(root.Type.Columns, text.LayoutOf(output).RunLength);
        int columns = runs.Length;
        int padded = Lanes.Padded(columns);
        int across = WidthOf(columns);
        int depth = a.Type.Columns;
        // Wide outputs are shared block by block, down the columns, so that a thread keeps its columns of W; others by rows of the batch.
        bool byBlocks = text.Kernel.PartitionedBy == Partitioning.Columns;
        // Up to the width of a block there is one across, and no loop over columns.
        bool narrow = padded <= across;
        string column = narrow ? "0" : "column";
        (string width, string measure) = Across(padded, Invariant.Of($"{padded}"), wholeRow: true, across);
        _ = text.Reference(a); // declarations read in the order of the formula: a, the output, W
        string target = RowsAt(text.At(output, Index("row", stride, runs.At(text.LayoutOf(output), column))), stride);
        string panel = hasPanel ? text.Scratch("Panel") : "";
        // For a few rows of a prediction it would not pay to copy W.
        bool copies = hasPanel && !transposed;
        // Row k of W, in the panel or in its own place.
        string Packed(string k) => RowsAt(k == "0" ? $"ref {panel}" : Invariant.Of($"ref {Types.Unsafe}.Add(ref {panel}, {k} * {across})"), across);
        string Unpacked(string k) => RowsAt(text.At(w, k == "0" ? column : Index(k, wStride, column)), wStride);
        string Right(string k) => transposed ? Packed("0") : copies ? $"copies ? {Packed(k)} : {Unpacked(k)}" : Unpacked(k);
        string rowsOfW = narrow ? Invariant.Of($"{columns}") : width;
        string first = runs.Count == 1 ? column : narrow ? Invariant.Of($"run * {columns}") : Invariant.Of($"(run * {columns} + column)");
        string firstOfW = transposed ? text.At(w, first == "0" ? "0" : Invariant.Of($"{first} * {wStride}")) : "";
        string pack = transposed
            ? Invariant.Of($"{Types.Panels}.Transpose<V>({RowsAt(firstOfW, wStride)}, rows: {rowsOfW}, columns: {depth}, {Packed("0")});")
            : hasPanel ? Invariant.Of($"{Types.Panels}.Copy<V>({Unpacked("0")}, rows: {depth}, columns: {width}, {Packed("0")});") : "";
        string product = Multiply(text, width, a, Right, target);
        string before = Before(text, a, depth);

        string Element(Node node) => node.Type.Space == Space.Vector ? "c" : Index("r", text.LayoutOf(node).Stride, runs.At(text.LayoutOf(node), "c"));
        text.Define(root, $"V.Load(ref {text.Reference(output)}, {Element(output)})");
        string epilogue = text.Statements(Epilogue(text.Kernel), new Position("r", runs.Column), Element, store: (node, value) => runs.Store(text, node, value, Element(node)));
        // What a raw block leaves past the end of a run becomes 0 again.
        string clear = output == root && !text.LayoutOf(root).IsOneRun && columns % Lanes.Count != 0
            ? runs.Store(text, root, $"V.Load(ref {text.Reference(root)}, {Element(root)})", Element(root))
            : "";
        epilogue = CSharpWriter.Lines(new[] { epilogue, clear }.Where(statements => statements.Length > 0));
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
        if (!byBlocks)
        {
            return CSharpWriter.Code($$"""
                {{header}}

                (int first, int last) = worker.StaticRange(rows, 8);
                {{runs.Loop(InRows(narrow, padded, measure, pack, block))}}
                """);
        }

        int blocks = (padded + across - 1) / across * runs.Count;
        return CSharpWriter.Code($$"""
            {{header}}

            {{before}}
            int down = {{Invariant.Of($"(rows + {Height - 1}) / {Height}")}}{{(hasPanel && blocks > 1 ? ", packed = -1" : "")}};
            {{(copies ? Invariant.Of($"bool copies = rows >= {FewestRows / 2};") : "")}}
            {{(blocks == 1 ? pack : "")}}
            {{StealableRanges(blocks == 1 ? "down" : Invariant.Of($"{blocks} * down"), "1", runs.Count == 1
                ? InBlocks(narrow, copies, across, measure, pack, block)
                : InBlocksOfRuns(blocks / runs.Count, across, measure, pack, block))}}
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
    /// <param name="text">The kernel's text.</param>
    /// <param name="width">Columns of the block.</param>
    /// <param name="a">What is multiplied: rows of the batch.</param>
    /// <param name="right">What it is multiplied by, from row k on.</param>
    /// <param name="target">Where the block goes.</param>
    protected virtual string Multiply(KernelText text, string width, Node a, Func<string, string> right, string target)
    {
        Layout layout = text.LayoutOf(a);
        var runs = new RunLoop(a.Type.Columns, layout.RunLength);
        string product = CSharpWriter.Code($$"""
            {{Types.Tiles}}.Product<V>(
                {{Shape("height", width, Invariant.Of($"{runs.Length}"))}},
                {{Left("0")}},
                {{right("0")}},
                {{target}});
            """);
        return runs.Count == 1 ? product : CSharpWriter.Code($$"""
            {{product}}
            {{CountedLoop.Of("run", runs.Count, Further, first: 1)}}
            """);

        string Further(string run) => CSharpWriter.Code($$"""
            {{Types.Tiles}}.Accumulate<V>(beta: 1f,
                {{Shape("height", width, Invariant.Of($"{runs.Length}"))}},
                {{Left(run)}},
                {{right(Times(run, runs.Length))}},
                {{target}});
            """);

        string Left(string run) => RowsAt(text.At(a, Index("row", layout.Stride, runs.At(layout, "0", run))), layout.Stride);
    }

    /// <summary>A part's blocks where the output lies in several runs: run after run, in each down the columns.</summary>
    private string InBlocksOfRuns(int blocks, int across, string measure, string pack, string block) => CSharpWriter.Code($$"""
        for (int block = first; block < last; block++)
        {
            {{(blocks == 1 ? "int run = block / down" : Invariant.Of($"int part = block / down, run = part / {blocks}, column = part % {blocks} * {across}"))}}, row = block % down * {{Invariant.Of($"{Height}")}};
            {{measure}}
            {{(pack.Length == 0 ? "" : $"if (block / down != packed)\n{{\n    {pack}\n    packed = block / down;\n}}\n")}}
            {{block}}
        }
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
