using NetGen.Generator.Graph;
using NetGen.Generator.Ops;
using NetGen.Generator.Planning;
using NetGen.Generator.Text;

namespace NetGen.Generator.Kernels;

/// <summary>
/// dW of a convolution with the update fused in: a tile of it, up to 24 numbers of a run of the window × all filters, is summed sample after
/// sample, line after line, and used up at once. A thread owns its tiles, so each sum has one order.
/// </summary>
internal sealed class ConvolutionWeightKernel : CodeTemplate
{
    public override string TitleOf(Kernel kernel) => Invariant.Of($"{BlockRows}×{BlockWidth(kernel.Root!.Type.Columns)} blocks over positions, update fused");

    public override bool AppliesTo(Kernel kernel) => kernel.Root?.Op is ConvolutionWeights;

    public override IEnumerable<ScratchNeed> ScratchOf(Kernel kernel) =>
        [new("GradientTile", BlockRows * kernel.LayoutOf(kernel.Root!).Stride, "a part of a weight gradient")];

    public override string Body(KernelText text)
    {
        text.Reserve("line", "part");
        Node root = text.Kernel.Root!;
        Window window = ((ConvolutionWeights)root.Op).Window;
        int padded = Lanes.Padded(root.Type.Columns), stride = text.LayoutOf(root).Stride;
        // All uses of a weight lie alike, or its tiles would not be the same.
        var runs = new WindowRuns(window, text.LayoutOf(root.Operands[0]));
        int blocks = (runs.Length + BlockRows - 1) / BlockRows;
        string gradientTile = text.Scratch("GradientTile");
        bool narrow = padded <= BlockColumns;
        (string width, string measure) = Across(padded, Invariant.Of($"{padded}"), wholeRow: true);
        string height = blocks == 1 ? Invariant.Of($"{runs.Length}") : "height", row = blocks == 1 ? "" : " + row";

        string sums = CSharpWriter.Lines(Accumulation.TermsOf(root).Select(term =>
        {
            Node x = term.Operands[0], dz = term.Operands[1];
            (Layout image, Layout gradient) = (text.LayoutOf(x), text.LayoutOf(dz));
            var xRuns = new WindowRuns(window, image);
            string beta = term.Scale is null ? "1f" : $"r + line == 0 ? {text.ScalarValue(term.Scale)} : 1f";
            string product = CSharpWriter.Code($$"""
                {{Types.Tiles}}.Accumulate<V>(beta: {{beta}},
                    {{Shape(height, width, Invariant.Of($"{dz.Type.Width}"))}},
                    {{Types.Strided}}.Transposed({{Invariant.Of($"ref {Types.Unsafe}.Add(ref {text.Reference(x)}, r * {image.Stride} + line * {window.StrideY * image.LineStride}{xRuns.At(runs.Count == 1 ? "0" : "run")}{row}), stride: {window.StrideX * image.PositionStride}")}}),
                    {{RowsAt(Invariant.Of($"ref {Types.Unsafe}.Add(ref {text.Reference(dz)}, r * {gradient.Stride}{(gradient.Start == 0 ? "" : Invariant.Of($" + {gradient.Start}"))} + line * {gradient.LineStride}{(narrow ? "" : " + column")})"), gradient.PositionStride)}},
                    {{RowsAt(narrow ? $"ref {gradientTile}" : $"ref {Types.Unsafe}.Add(ref {gradientTile}, column)", stride)}});
                """);
            return CSharpWriter.Code($$"""
                for (int r = 0; r < rows; r++)
                {
                    for (int line = 0; line < {{Invariant.Of($"{dz.Type.Height}")}}; line++)
                    {
                        {{(narrow ? product : CSharpWriter.Code($$"""
                            for (int column = 0; column < {{Invariant.Of($"{padded}")}}; column += {{Invariant.Of($"{BlockColumns}")}})
                            {
                                {{measure}}
                                {{product}}
                            }
                            """))}}
                    }
                }

                """);
        }));

        text.Define(root, $"V.Load(ref {gradientTile}, {Index("r", stride, "c")})");
        string[] places = [runs.Count == 1 ? "" : Invariant.Of($"run * {runs.Length}"), blocks == 1 ? "" : "row", "r"];
        string wRow = string.Join(" + ", places.Where(place => place.Length > 0));
        string update = CSharpWriter.Code($$"""
            int i = {{Index(wRow == "r" ? "r" : $"({wRow})", stride, "c")}};
            {{text.Statements(Epilogue(text.Kernel), new Position(wRow, "c"), node => node.Type.Space == Space.Vector ? "c" : "i")}}
            """);
        string part = CSharpWriter.Code($$"""
            {{(blocks == 1 ? "" : Invariant.Of($"int height = {Types.Math}.Min({BlockRows}, {runs.Length} - row);"))}}
            for (int i = 0; i < {{Invariant.Of($"{Math.Min(runs.Length, BlockRows) * stride}")}}; i += V.Count)
            {
                V.Store(V.Zero, ref {{gradientTile}}, i);
            }

            {{sums}}
            for (int r = 0; r < {{height}}; r++)
            {
                {{Columns("0", Invariant.Of($"{padded}"), update)}}
            }
            """);
        string where = (runs.Count, blocks) switch
        {
            (1, 1) => "",
            (_, 1) => "int run = part;",
            (1, _) => Invariant.Of($"int row = part * {BlockRows};"),
            _ => Invariant.Of($"int run = part / {blocks}, row = part % {blocks} * {BlockRows};"),
        };
        return CSharpWriter.Code($$"""
            {{text.Header}}

            {{StealableRanges(runs.Count * blocks, 1, CSharpWriter.Code($$"""
                for (int part = first; part < last; part++)
                {
                    {{where}}
                    {{part}}
                }
                """))}}
            """);
    }
}
