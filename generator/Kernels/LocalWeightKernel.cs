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
        string height = blocks == 1 ? Invariant.Of($"{runs.Length}") : "height", run = runs.Count == 1 ? "0" : "run";
        (string width, string measure) = Across(padded, Invariant.Of($"{padded}"), wholeRow: true);
        string sums = CSharpWriter.Lines(Accumulation.TermsOf(root).Select(term =>
        {
            Node x = term.Operands[0], dz = term.Operands[1];
            (Layout image, Layout gradient) = (text.LayoutOf(x), text.LayoutOf(dz));
            return CSharpWriter.Code($$"""
                {{Types.Tiles}}.Accumulate<V>(beta: {{(term.Scale is null ? "1f" : text.ScalarValue(term.Scale).Text)}},
                    {{Shape(height, width, "rows")}},
                    {{Types.Strided}}.Transposed({{Invariant.Of($"ref {Types.Unsafe}.Add(ref {text.Reference(x)}, line * {window.StrideY * image.LineStride} + {Times("position", window.StrideX * image.PositionStride)}{new WindowRuns(window, image).At(run)}{(blocks == 1 ? "" : " + row")}), stride: {image.Stride}")}}),
                    {{RowsAt(Invariant.Of($"ref {Types.Unsafe}.Add(ref {text.Reference(dz)}, line * {gradient.LineStride} + position * {gradient.PositionStride}{PlaneText.Plus(gradient.Start)}{(narrow ? "" : " + column")})"), gradient.Stride)}},
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
        text.Define(root, $"V.Load(ref {gradientTile}, {Index("r", stride, "c")})");
        string[] places = [Invariant.Of($"number * {window.Positions * root.Operands[0].Type.Channels}"), run == "0" ? "" : Invariant.Of($"run * {runs.Length}"), blocks == 1 ? "" : "row", "r"];
        string wRow = string.Join(" + ", places.Where(place => place.Length > 0));
        string update = CSharpWriter.Code($$"""
            int i = {{Index($"({wRow})", stride, "c")}};
            {{text.Statements(Epilogue(text.Kernel), new Position(wRow, "c"), node => node.Type.Space == Space.Vector ? "c" : "i")}}
            """);
        return CSharpWriter.Code($$"""
            {{text.Header}}

            {{StealableRanges(result.Positions * runs.Count * blocks, 1, CSharpWriter.Code($$"""
                for (int part = first; part < last; part++)
                {
                    int number = {{Over("part", runs.Count * blocks)}}, line = number / {{Invariant.Of($"{result.Width}")}}, position = number % {{Invariant.Of($"{result.Width}")}};
                    {{(run == "0" ? "" : Invariant.Of($"int run = {Over("part", blocks)} % {runs.Count};"))}}
                    {{(blocks == 1 ? "" : Invariant.Of($"int row = part % {blocks} * {BlockRows}, height = {Types.Math}.Min({BlockRows}, {runs.Length} - row);"))}}
                    for (int i = 0; i < {{Invariant.Of($"{Math.Min(runs.Length, BlockRows) * stride}")}}; i += V.Count)
                    {
                        V.Store(V.Zero, ref {{gradientTile}}, i);
                    }

                    {{across}}
                    for (int r = 0; r < {{height}}; r++)
                    {
                        {{Columns("0", Invariant.Of($"{padded}"), update)}}
                    }
                }
                """))}}
            """);
    }

    private static string Over(string part, int count) => count == 1 ? part : Invariant.Of($"{part} / {count}");
}
