using NetGen.Generator.Graph;
using NetGen.Generator.Ops;
using NetGen.Generator.Planning;
using NetGen.Generator.Text;

namespace NetGen.Generator.Kernels;

/// <summary>
/// Backward-weights with the update fused in, where most of dz is 0, as behind ReLU and dropout. 16 columns of dz are transposed and what is
/// not 0 in them marked; 16 columns of dW, up to 128 rows high, are then sums over the marked samples only. Computed as rows, they are
/// transposed back and used up at once. W is asked for beforehand, for its columns lie far apart.
/// </summary>
internal sealed class SparseWeightKernel : CodeTemplate
{
    /// <summary>Units, columns of W, that are computed together: those of a cache line.</summary>
    private const int Units = 16;

    public override string TitleOf(Kernel kernel) => Invariant.Of($"{SparseTileKernel.Even(kernel.Root!.Type.Rows)}×{Units} blocks, zeros left out, update fused");

    /// <summary>Rows shorter than eight vectors do not hide how long a multiply-add takes.</summary>
    public override bool AppliesTo(Kernel kernel) => kernel.Root is { Op: TransposedProduct, Type.Rows: >= SparseTileKernel.MostColumns } && kernel.Density <= SparseTileKernel.MostDensity
        && Accumulation.TermsOf(kernel.Root).All(term => kernel.LayoutOf(term.Operands[0]).Runs == 1);

    /// <summary>
    /// To transpose a block and to update W column by column costs as much as multiplications of 14 samples. With 64 samples a quarter of
    /// which is there it takes 1/1.4 of the tiles' time at 512 bits and 1/1.7 at 256, with 16 samples it is the slower one.
    /// </summary>
    public override long CostOf(Kernel kernel) => (long)(base.CostOf(kernel) * (kernel.Density * SparseTileKernel.Multiplication + 14.0 / kernel.BatchSize));

    public override IEnumerable<ScratchNeed> ScratchOf(Kernel kernel)
    {
        int terms = Accumulation.TermsOf(kernel.Root!).Count(), height = SparseTileKernel.Even(kernel.Root!.Type.Rows);
        yield return new("GradientTile", height * Units, "a part of a weight gradient");
        yield return new("Marks", terms * Units * SparseTileKernel.MarksOf(kernel.BatchSize), "a bit for each element of a matrix: whether it is not 0");
        yield return new("Units", terms * Units * UnitStride(kernel.BatchSize), Invariant.Of($"{Units} columns of dz, transposed"));
        yield return new("Terms", Units * height, Invariant.Of($"{Units} columns of a weight gradient, transposed"));
    }

    public override IEnumerable<Node> ReadInSixteens(Kernel kernel) => Accumulation.TermsOf(kernel.Root!).Select(term => term.Operands[1]);

    public override string Body(KernelText text)
    {
        Node root = text.Kernel.Root!;
        int inputs = root.Type.Rows, padded = Lanes.Padded(inputs), height = SparseTileKernel.Even(inputs);
        int stride = text.LayoutOf(root).Stride, groups = Lanes.Padded(root.Type.Columns) / Units, down = (padded + height - 1) / height;
        int unitStride = UnitStride(text.Kernel.BatchSize), marksOf = Units * SparseTileKernel.MarksOf(text.Kernel.BatchSize);
        // Where a block is as high as W, there are no rows to count.
        bool tall = down == 1;
        string row = tall ? "0" : "row";
        string gradientTile = text.Scratch("GradientTile"), marks = text.Scratch("Marks"), units = text.Scratch("Units"), terms = text.Scratch("Terms");

        var packs = new List<string>();
        var products = new List<string>();
        bool even = padded % height == 0;
        string columns = even ? Invariant.Of($"{height}") : "width";
        string product = RowsAt($"ref {terms}", height), tile = RowsAt($"ref {gradientTile}", Units);
        foreach ((Node? scale, Node[] operands) in Accumulation.TermsOf(root))
        {
            (Node x, Node dz) = (operands[0], operands[1]);
            string unit = Place(units, packs.Count / 2 * Units * unitStride), mark = Place(marks, packs.Count / 2 * marksOf);
            string source = RowsAt(text.At(dz, "column"), text.LayoutOf(dz).Stride), transposed = RowsAt(unit, unitStride);
            packs.Add(Invariant.Of($"{Types.Panels}.Transpose<V>({source}, rows, columns: {Units}, {transposed});"));
            packs.Add(Invariant.Of($"{Types.SparseTiles}.Mark<V>(rows: {Units}, depth: rows, {transposed}, {mark});"));
            products.Add(CSharpWriter.Code($$"""
                {{Types.SparseTiles}}.{{(scale is null ? "Product<V>(" : $"Accumulate<V>(beta: {text.ScalarValue(scale)},")}}
                    {{Shape(Invariant.Of($"{Units}"), columns, "rows")}},
                    {{transposed}},
                    {{mark}},
                    {{RowsAt(text.At(x, row), text.LayoutOf(x).Stride)}},
                    {{product}});
                """));
        }

        string rowsOf = tall || (even && padded == inputs) ? Invariant.Of($"{Math.Min(height, inputs)}") : "height";
        text.Define(root, Invariant.Of($"V.Load(ref {gradientTile}, r * {Units} + c - column)"));
        string update = CSharpWriter.Code($$"""
            int i = {{Index(tall ? "r" : "(row + r)", stride, "c")}};
            {{text.Statements(Epilogue(text.Kernel), new Position(tall ? "r" : "row + r", "c"), node => node.Type.Space == Space.Vector ? "c" : "i")}}
            """);
        string fetches = CSharpWriter.Lines(text.Kernel.Reads.Where(node => node.Op is Parameter or State && node.Type.Space == Space.Matrix)
            .Select(node => RowsAt(text.At(node, tall ? "column" : Index("row", stride, "column")), stride))
            .Select(w => $"{Types.Tiles}.Prefetch({rowsOf}, {w});"));
        string header = text.Header;
        string measure = CSharpWriter.Lines([
            tall || (even && padded == inputs) ? "" : Invariant.Of($"int height = {Types.Math}.Min({height}, {inputs} - row);"),
            even ? "" : Invariant.Of($"int width = {Types.Math}.Min({height}, {padded} - row);")]);
        string pack = CSharpWriter.Lines(packs);
        string block = CSharpWriter.Code($$"""
            for (int block = first; block < last; block++)
            {
                int column = {{(tall ? Invariant.Of($"block * {Units}") : Invariant.Of($"block / {down} * {Units}, row = block % {down} * {height}"))}};
                {{measure}}
                {{(tall ? pack : $"if (column != packed)\n{{\n    {pack.Replace("\n", "\n    ")}\n    packed = column;\n}}\n")}}
                {{fetches}}
                {{CSharpWriter.Lines(products)}}
                {{Invariant.Of($"{Types.Panels}.Transpose<V>({product}, rows: {Units}, columns: {columns}, {tile});")}}
                for (int r = 0; r < {{rowsOf}}; r++)
                {
                    {{Columns("column", Invariant.Of($"column + {Units}"), update)}}
                }
            }
            """);
        return CSharpWriter.Code($$"""
            {{header}}

            {{(tall ? "" : "int packed = -1;")}}
            {{StealableRanges(groups * down, 1, block)}}
            """);
    }

    /// <summary>From one unit to the next: its samples, in whole words of marks.</summary>
    private static int UnitStride(int batchSize) => (batchSize + 63) / 64 * 64;

    private static string Place(string scratch, int offset) => offset == 0 ? $"ref {scratch}" : Invariant.Of($"ref {Types.Unsafe}.Add(ref {scratch}, {offset})");
}
