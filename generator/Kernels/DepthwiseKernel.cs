using NetGen.Generator.Graph;
using NetGen.Generator.Ops;
using NetGen.Generator.Planning;
using NetGen.Generator.Text;

namespace NetGen.Generator.Kernels;

/// <summary>z of a depthwise convolution, position by position, a vector of channels at a time: the rows and columns of the window that are in the image.</summary>
internal sealed class DepthwiseKernel : CodeTemplate
{
    public override string TitleOf(Kernel kernel) => "position by position";

    public override bool AppliesTo(Kernel kernel) => kernel.Root?.Op is DepthwiseConvolution;

    /// <summary>C# of the vector of W at the place (<c>y</c>, <c>x</c>) of the image in the window at (<c>line</c>, <c>position</c>).</summary>
    public static string Weight(KernelText text, Node w, Window window)
    {
        string down = $"y - {Times("line", window.StrideY)}{PlaneText.Plus(window.Top)}", across = $"x - {Times("position", window.StrideX)}{PlaneText.Plus(window.Left)}";
        string place = window.Width == 1 ? $"({down})" : Invariant.Of($"(({down}) * {window.Width} + {across})");
        return $"V.Load(ref {text.Reference(w)}, {Index(place, text.LayoutOf(w).Stride, "c")})";
    }

    public override string Body(KernelText text)
    {
        text.Reserve("line", "position", "top", "bottom", "left", "right", "y", "x");
        Node root = text.Kernel.Root!;
        Window window = ((DepthwiseConvolution)root.Op).Window;
        var windows = new WindowText(text, root.Operands[0], window);
        string sum = text.Take("sum");
        string visit = WindowText.Each($"{sum} = V.FusedMultiplyAdd({windows.Load}, {Weight(text, root.Operands[1], window)}, {sum});");
        string finish = new PositionText(text, "line", "position").Statements(sum);
        string body = CSharpWriter.Code($$"""
            var {{sum}} = V.Zero;
            {{visit}}

            {{finish}}
            """);
        return CSharpWriter.Code($$"""
            {{text.Header}}

            (int first, int last) = worker.StaticRange(rows, 8);
            for (int r = first; r < last; r++)
            {
                for (int line = 0; line < {{Invariant.Of($"{root.Type.Height}")}}; line++)
                {
                    for (int position = 0; position < {{Invariant.Of($"{root.Type.Width}")}}; position++)
                    {
                        {{windows.Bounds}}
                        {{Columns("0", Invariant.Of($"{Lanes.Padded(root.Type.Channels)}"), body)}}
                    }
                }
            }
            """);
    }
}
