using NetGen.Generator.Graph;
using NetGen.Generator.Ops;
using NetGen.Generator.Planning;
using NetGen.Generator.Text;

namespace NetGen.Generator.Kernels;

/// <summary>
/// dW of a local product with the update fused in: a tile of it, up to 24 numbers of a run of the window at one position × all filters, is summed
/// over the samples and used up at once. A thread owns its tiles, so each sum has one order.
/// </summary>
internal sealed class LocalWeightKernel : CodeTemplate
{
    public override string TitleOf(Kernel kernel) => Invariant.Of($"{BlockRows}×{BlockWidth(kernel.Root!.Type.Columns)} blocks by position, update fused");

    public override bool AppliesTo(Kernel kernel) => kernel.Root?.Op is LocalWeights;

    public override IEnumerable<ScratchNeed> ScratchOf(Kernel kernel) =>
        [new("GradientTile", BlockRows * kernel.LayoutOf(kernel.Root!).Stride, "a part of a weight gradient")];

    public override string Body(KernelText text)
    {
        text.Reserve("line", "position", "part", "number");
        Node root = text.Kernel.Root!;
        Window window = ((LocalWeights)root.Op).Window;
        TensorType result = root.Operands[1].Type;
        int padded = Lanes.Padded(root.Type.Columns), stride = text.LayoutOf(root).Stride;
        // All uses of a weight lie alike, or its tiles would not be the same.
        var runs = new WindowRuns(window, text.LayoutOf(root.Operands[0]));
        int blocks = (runs.Length + BlockRows - 1) / BlockRows;
        string gradientTile = text.Scratch("GradientTile");
        bool narrow = padded <= BlockColumns;
        bool isBoth = result is { Height: > 1, Width: > 1 };
        (string line, string position) = isBoth ? ("line", "position") : Address.Split("number", result.Height, result.Width);
        string height = blocks == 1 ? Invariant.Of($"{runs.Length}") : "height", run = runs.Count == 1 ? "0" : "run";
        (string width, string measure) = Across(padded, Invariant.Of($"{padded}"), wholeRow: true);
        string sums = CSharpWriter.Lines(Accumulation.TermsOf(root).Select(term =>
        {
            Node x = term.Operands[0], dz = term.Operands[1];
            (Layout image, Layout gradient) = (text.LayoutOf(x), text.LayoutOf(dz));
            string at = Address.Sum(Times(line, window.StrideY * image.LineStride), Times(position, window.StrideX * image.PositionStride));
            string from = text.At(x, Address.Sum(new WindowRuns(window, image).At(at, run), blocks == 1 ? "" : "row"));
            return CSharpWriter.Code($$"""
                {{Types.Tiles}}.Accumulate<V>(beta: {{(term.Scale is null ? "1f" : text.ScalarValue(term.Scale).Text)}},
                    {{Shape(height, width, "rows")}},
                    {{Types.Strided}}.Transposed({{Invariant.Of($"{from}, stride: {image.Stride}")}}),
                    {{RowsAt(text.At(dz, Address.Of(gradient, "0", line, position, narrow ? "0" : "column")), gradient.Stride)}},
                    {{RowsAt(narrow ? $"ref {gradientTile}" : $"ref {Types.Unsafe}.Add(ref {gradientTile}, column)", stride)}});
                """);
        }));
        string across = narrow ? sums : CSharpWriter.Code($$"""
            for (int column = 0; column < {{Invariant.Of($"{padded}")}}; column += {{Invariant.Of($"{BlockColumns}")}})
            {
                {{measure}}
                {{sums}}
            }
            """);
        string r = height == "1" ? "0" : "r";
        text.Define(root, $"V.Load(ref {gradientTile}, {Index(r, stride, "c")})");
        string wRow = Address.Sum(
            Times("number", window.Positions * root.Operands[0].Type.Channels), Times(run, runs.Length), blocks == 1 ? "" : "row", r);
        string update = CSharpWriter.Code($$"""
            int i = {{Index(wRow, stride, "c")}};
            {{text.Statements(Epilogue(text.Kernel), new Position(wRow, "c"), node => node.Type.Space == Space.Vector ? "c" : "i")}}
            """);
        string columns = Columns("0", Invariant.Of($"{padded}"), update);
        return CSharpWriter.Code($$"""
            {{text.Header}}

            {{StealableRanges(result.Positions * runs.Count * blocks, 1, CSharpWriter.Code($$"""
                for (int part = first; part < last; part++)
                {
                    int number = {{Over("part", runs.Count * blocks)}}{{(isBoth ? Invariant.Of($", line = number / {result.Width}, position = number % {result.Width}") : "")}};
                    {{(run == "0" ? "" : Invariant.Of($"int run = {Over("part", blocks)} % {runs.Count};"))}}
                    {{(blocks == 1 ? "" : Invariant.Of($"int row = part % {blocks} * {BlockRows}, height = {Types.Math}.Min({BlockRows}, {runs.Length} - row);"))}}
                    for (int i = 0; i < {{Invariant.Of($"{Math.Min(runs.Length, BlockRows) * stride}")}}; i += V.Count)
                    {
                        V.Store(V.Zero, ref {{gradientTile}}, i);
                    }

                    {{across}}
                    {{CountedLoop.Of("r", height, _ => columns)}}
                }
                """))}}
            """);
    }

    private static string Over(string part, int count) => count == 1 ? part : Invariant.Of($"{part} / {count}");
}
