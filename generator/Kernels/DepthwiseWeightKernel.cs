using NetGen.Generator.Graph;
using NetGen.Generator.Ops;
using NetGen.Generator.Planning;
using NetGen.Generator.Text;

namespace NetGen.Generator.Kernels;

/// <summary>
/// dW of a depthwise convolution with the update fused in: for each place of the window a vector of channels at a time, sample after sample, line
/// after line, over the windows whose place is in the image.
/// </summary>
internal sealed class DepthwiseWeightKernel : CodeTemplate
{
    public override string TitleOf(Kernel kernel) => "places of the window, update fused";

    public override bool AppliesTo(Kernel kernel) => kernel.Root?.Op is DepthwiseWeights;

    public override string Body(KernelText text)
    {
        text.Reserve("line", "position", "place", "top", "bottom", "left", "right", "y", "x");
        Node root = text.Kernel.Root!;
        Window window = ((DepthwiseWeights)root.Op).Window;
        TensorType image = root.Operands[0].Type, result = root.Operands[1].Type;
        int channels = root.Type.Columns;
        bool isBoth = window is { Height: > 1, Width: > 1 };
        (string y, string x) = isBoth ? ("y", "x") : Address.Split("place", window.Height, window.Width);
        string sum = text.Take(text.NameOf(root) ?? "sum");
        string sums = CSharpWriter.Lines(Accumulation.TermsOf(root).Select(term =>
        {
            (Layout image, Layout dz) = (text.LayoutOf(term.Operands[0]), text.LayoutOf(term.Operands[1]));
            string line = Address.Sum(Times("line", window.StrideY), y) + Minus(window.Top - image.Border);
            string position = Address.Sum(Times("position", window.StrideX), x) + Minus(window.Left - image.Border);
            string from = Address.Of(image with { Border = 0 }, "r", line, position);
            return CSharpWriter.Code($$"""
                {{(term.Scale is null ? "" : $"{sum} = {text.ScalarValue(term.Scale).Inside(3)} * {sum};")}}
                for (int r = 0; r < rows; r++)
                {
                    for (int line = top; line < bottom; line++)
                    {
                        for (int position = left; position < right; position++)
                        {
                            {{sum}} = V.FusedMultiplyAdd(V.Load(ref {{text.Reference(term.Operands[0])}}, {{from}}), V.Load(ref {{text.Reference(term.Operands[1])}}, {{Address.Of(dz, "r", "line", "position")}}), {{sum}});
                        }
                    }
                }

                """);
        }));

        // Lanes past the last channel have summed other positions' numbers.
        string clip = channels % Lanes.Count == 0 ? "" : Invariant.Of($"{sum} = {Types.Vectors}.FirstLanes<V>({channels} - c) & {sum};");
        text.Define(root, sum);
        string update = text.Statements(Epilogue(text.Kernel), new Position("place", "c"), node => node.Type.Space == Space.Vector ? "c" : "i");
        string body = CSharpWriter.Code($$"""
            var {{sum}} = V.Zero;
            {{sums}}
            {{clip}}
            int i = {{Index("place", text.LayoutOf(root).Stride, "c")}};
            {{update}}
            """);
        return CSharpWriter.Code($$"""
            {{text.Header}}

            {{StealableRanges(window.Positions, 1, CSharpWriter.Code($$"""
                for (int place = first; place < last; place++)
                {
                    {{(isBoth ? Invariant.Of($"int y = place / {window.Width}, x = place % {window.Width};") : "")}}
                    {{Windows("top", "bottom", y, window.Top, window.StrideY, image.Height, result.Height)}}
                    {{Windows("left", "right", x, window.Left, window.StrideX, image.Width, result.Width)}}
                    {{Columns("0", Invariant.Of($"{Lanes.Padded(channels)}"), body)}}
                }
                """))}}
            """);
    }

    /// <summary>The windows that have a place of theirs in the image: i·stride + place − before is from 0 to the size.</summary>
    private static string Windows(string from, string to, string place, int before, int stride, int size, int count)
    {
        string Over(int number) => stride == 1 ? Left(number) : Invariant.Of($"({Left(number + stride - 1)}) / {stride}");
        string Left(int number) => place == "0" ? Invariant.Of($"{number}") : Invariant.Of($"{number} - {place}");
        string start = before == 0 ? "0" : $"{Types.Math}.Max(0, {Over(before)})";
        return Invariant.Of($"int {from} = {start}, {to} = {Types.Math}.Min({count}, {Over(size + before)});");
    }

    private static string Minus(int number) => number == 0 ? "" : number < 0 ? Invariant.Of($" + {-number}") : Invariant.Of($" - {number}");
}
