using NetGen.Generator.Graph;
using NetGen.Generator.Ops;
using NetGen.Generator.Planning;
using NetGen.Generator.Text;

namespace NetGen.Generator.Kernels;

/// <summary>
/// z of weights that each position has of its own: samples are the rows of a tile, the filters its columns, the window's runs its terms, position
/// by position, so that a position's weights are read once for a block of samples.
/// </summary>
internal sealed class LocalKernel : CodeTemplate
{
    public override string TitleOf(Kernel kernel) => Invariant.Of($"{BlockRows}×{BlockWidth(kernel.Root!.Type.Channels)} blocks by position");

    public override bool AppliesTo(Kernel kernel) => kernel.Root?.Op is LocalProduct;

    public override IEnumerable<ScratchNeed> ScratchOf(Kernel kernel) =>
        [new("LineSums", BlockRows * Lanes.Padded(kernel.Root!.Type.Channels), "a position of a block of samples")];

    public override string Body(KernelText text)
    {
        text.Reserve("line", "position", "lineSums");
        Node root = text.Kernel.Root!, x = root.Operands[0], w = root.Operands[1];
        Window window = ((LocalProduct)root.Op).Window;
        Layout image = text.LayoutOf(x);
        int padded = Lanes.Padded(root.Type.Channels), wStride = text.LayoutOf(w).Stride, terms = window.Positions * x.Type.Channels;
        var runs = new WindowRuns(window, image);
        string lineSums = text.Scratch("LineSums"), left = text.Reference(x), right = text.Reference(w);
        bool narrow = padded <= BlockColumns;
        string column = narrow ? "0" : "column";
        (string width, string measure) = Across(padded, Invariant.Of($"{padded}"), wholeRow: true);

        string Terms(string method, string line, string position, string run)
        {
            string at = Address.Sum(Times("row", image.Stride), Times(line, window.StrideY * image.LineStride), Times(position, window.StrideX * image.PositionStride));
            string wRow = Address.Sum(Times(Address.Join(line, position, root.Type.Width), terms), Times(run, runs.Length));
            return CSharpWriter.Code($$"""
                {{Types.Tiles}}.{{method}}
                    {{Shape("height", width, Invariant.Of($"{runs.Length}"))}},
                    {{RowsAt(Address.Reference(left, runs.At(at, run)), image.Stride)}},
                    {{RowsAt(Address.Reference(right, Address.Sum(Times(wRow, wStride), column)), wStride)}},
                    {{RowsAt(Address.Reference(lineSums, column), padded)}});
                """);
        }

        string Blocks(string line, string position) => CSharpWriter.Code($$"""
            {{Terms("Product<V>(", line, position, "0")}}
            {{(runs.Count == 1 ? "" : CountedLoop.Of("run", runs.Count, run => Terms("Accumulate<V>(beta: 1f,", line, position, run), first: 1))}}
            """);
        string AllColumns(string blocks) => narrow ? blocks : CSharpWriter.Code($$"""
            for (int column = 0; column < {{Invariant.Of($"{padded}")}}; column += {{Invariant.Of($"{BlockColumns}")}})
            {
                {{measure}}
                {{blocks}}
            }
            """);
        string sum = Invariant.Of($"V.Load(ref {lineSums}, (r - row) * {padded} + c)"), z = text.Take("sum");
        string Bias(string number) =>
            root.Operands.Length == 2 ? ""
            : $" + V.Load(ref {text.Reference(root.Operands[2])}, {Index(number, text.LayoutOf(root.Operands[2]).Stride, "c")})";
        string positions = CountedLoop.OverPositions(root.Type.Height, root.Type.Width, (line, position) => CSharpWriter.Code($$"""
            {{AllColumns(Blocks(line, position))}}
            for (int r = row; r < row + height; r++)
            {
                {{Columns("0", Invariant.Of($"{padded}"), $"var {z} = {sum}{Bias(Address.Join(line, position, root.Type.Width))};\n{new PositionText(text, line, position).Statements(z)}")}}
            }
            """));
        return CSharpWriter.Code($$"""
            {{text.Header}}

            (int first, int last) = worker.StaticRange(rows, 8);
            for (int row = first; row < last; row += {{Invariant.Of($"{BlockRows}")}})
            {
                int height = {{Types.Math}}.Min({{Invariant.Of($"{BlockRows}")}}, last - row);
                {{positions}}
            }
            """);
    }
}
