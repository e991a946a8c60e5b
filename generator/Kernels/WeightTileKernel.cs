using NetGen.Generator.Graph;
using NetGen.Generator.Ops;
using NetGen.Generator.Planning;
using NetGen.Generator.Text;

namespace NetGen.Generator.Kernels;

/// <summary>
/// Backward-weights with the update fused in: a tile of dW = xᵀ·dz, 24 rows high, is summed over the batch, sample after sample, in register
/// tiles, and used up at once, row by row, in the order in which W and the optimizer's state lie in memory. The gradient as a whole is never
/// written. Where a weight is used several times, the sum goes on in the same tile. Where x is an image in several runs, no tile
/// reaches from one run into the next.
/// </summary>
internal sealed class WeightTileKernel : CodeTemplate
{
    public override string TitleOf(Kernel kernel) => Invariant.Of($"{BlockRows}×{BlockWidth(kernel.Root!.Type.Columns)} blocks, update fused");

    public override bool AppliesTo(Kernel kernel) => kernel.Root?.Op is TransposedProduct;

    public override IEnumerable<ScratchNeed> ScratchOf(Kernel kernel) =>
        [new("GradientTile", BlockRows * kernel.LayoutOf(kernel.Root!).Stride, "a part of a weight gradient")];

    public override string Body(KernelText text)
    {
        Node root = text.Kernel.Root!;
        int padded = Lanes.Padded(root.Type.Columns);
        int stride = text.LayoutOf(root).Stride;
        var runs = new RunLoop(root.Type.Rows, Layout.CommonRun(Accumulation.TermsOf(root).Select(term => text.LayoutOf(term.Operands[0]))));
        int inputs = runs.Length;
        string gradientTile = text.Scratch("GradientTile");
        bool narrow = padded <= BlockColumns;
        bool byColumns = text.Kernel.PartitionedBy == Partitioning.Columns;
        (string from, string to) = byColumns ? ("first", "last") : ("0", Invariant.Of($"{padded}"));
        (string width, string measure) = Across(padded, to, wholeRow: !byColumns);

        // Where a thread has all rows, they may be one tile.
        bool hasAllRows = byColumns || runs.Count > 1, isOneTile = hasAllRows && inputs <= BlockRows;
        (string row, string height) = isOneTile ? ("0", Invariant.Of($"{inputs}")) : ("row", "height");
        string product = CSharpWriter.Lines(Accumulation.TermsOf(root).Select(term =>
        {
            Node x = term.Operands[0], dz = term.Operands[1];
            return CSharpWriter.Code($$"""
                {{Types.Tiles}}.{{(term.Scale is null ? "Product<V>(" : $"Accumulate<V>(beta: {text.ScalarValue(term.Scale)},")}}
                    {{Shape(height, width, "rows")}},
                    {{Types.Strided}}.Transposed({{text.At(x, runs.At(text.LayoutOf(x), row))}}, stride: {{text.LayoutOf(x).Stride}}),
                    {{RowsAt(text.At(dz, narrow ? "0" : "column"), text.LayoutOf(dz).Stride)}},
                    {{RowsAt(narrow ? $"ref {gradientTile}" : $"ref {Types.Unsafe}.Add(ref {gradientTile}, column)", stride)}});
                """);
        }));

        string r = height == "1" ? "0" : "r", wRow = Address.Sum(runs.Count == 1 ? "0" : Times("run", inputs), row, r);
        text.Define(root, $"V.Load(ref {gradientTile}, {Index(r, stride, "c")})");
        string update = CSharpWriter.Code($$"""
            int i = {{Index(wRow, stride, "c")}};
            {{text.Statements(Epilogue(text.Kernel), new Position(wRow, "c"), node => node.Type.Space == Space.Vector ? "c" : "i")}}
            """);
        string header = text.Header;
        string end = hasAllRows ? Invariant.Of($"{inputs}") : "last";
        string across = narrow ? product : CSharpWriter.Code($$"""
            for (int column = {{from}}; column < {{to}}; column += {{Invariant.Of($"{BlockColumns}")}})
            {
                {{measure}}
                {{product}}
            }

            """);
        string columns = Columns(from, to, update);
        string tile = CSharpWriter.Code($$"""
            {{across}}
            {{CountedLoop.Of("r", height, _ => columns)}}
            """);
        string tiles = isOneTile ? tile : CSharpWriter.Code($$"""
            for (int row = {{(hasAllRows ? "0" : "first")}}; row < {{end}}; row += {{Invariant.Of($"{BlockRows}")}})
            {
                int height = {{Types.Math}}.Min({{Invariant.Of($"{BlockRows}")}}, {{end}} - row);
                {{tile}}
            }
            """);
        string parts = runs.Count == 1 ? StealableRanges(byColumns ? padded : inputs, byColumns ? BlockColumns : BlockRows, tiles)
            : byColumns ? StealableRanges(padded, BlockColumns, runs.Loop(tiles))
            : StealableRanges(runs.Count, 1, CSharpWriter.Code($$"""
                for (int run = first; run < last; run++)
                {
                    {{tiles}}
                }
                """));
        return CSharpWriter.Code($$"""
            {{header}}

            {{parts}}
            """);
    }
}
