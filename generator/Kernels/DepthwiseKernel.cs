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

    /// <summary>C# of the vector of W at the place (<c>y</c>, <c>x</c>) of the image in the window at a line and a position.</summary>
    public static string Weight(KernelText text, Node w, Window window, string line, string position)
    {
        string down = window.Height == 1 ? "0" : Within("y", line, window.StrideY, window.Top);
        string across = window.Width == 1 ? "0" : Within("x", position, window.StrideX, window.Left);
        return $"V.Load(ref {text.Reference(w)}, {Index(Address.Join(down, across, window.Width), text.LayoutOf(w).Stride, "c")})";

        static string Within(string place, string window, int stride, int before) =>
            (window == "0" ? place : $"{place} - {Times(window, stride)}") + PlaneText.Plus(before);
    }

    public override string Body(KernelText text)
    {
        text.Reserve("line", "position", "top", "bottom", "left", "right", "y", "x");
        Node root = text.Kernel.Root!;
        Window window = ((DepthwiseConvolution)root.Op).Window;
        string sum = text.Take("sum");
        string Sum(string line, string position)
        {
            var windows = new WindowText(text, root.Operands[0], window, line, position);
            string x = windows.Load, w = Weight(text, root.Operands[1], window, line, position);
            string visit = WindowText.Each($"{sum} = V.FusedMultiplyAdd({x}, {w}, {sum});");
            string body = CSharpWriter.Code($$"""
                var {{sum}} = V.Zero;
                {{visit}}

                {{new PositionText(text, line, position).Statements(sum)}}
                """);
            return CSharpWriter.Code($$"""
                {{windows.Bounds}}
                {{Columns("0", Invariant.Of($"{Lanes.Padded(root.Type.Channels)}"), body)}}
                """);
        }

        string positions = CountedLoop.OverPositions(root.Type.Height, root.Type.Width, Sum);
        return CSharpWriter.Code($$"""
            {{text.Header}}

            (int first, int last) = worker.StaticRange(rows, 8);
            for (int r = first; r < last; r++)
            {
                {{positions}}
            }
            """);
    }
}
