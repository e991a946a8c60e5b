using NetGen.Generator.Graph;
using NetGen.Generator.Planning;
using NetGen.Generator.Text;

namespace NetGen.Generator.Kernels;

/// <summary>The positions of an image that the window at (<c>line</c>, <c>position</c>) has, those outside the image left out.</summary>
/// <param name="text">The kernel's text.</param>
/// <param name="image">What is read.</param>
/// <param name="window">The window.</param>
internal sealed class WindowText(KernelText text, Node image, Window window)
{
    private readonly Layout _layout = text.LayoutOf(image);

    /// <summary>The statements that find the rows and columns of the window that are in the image: from top to bottom, from left to right.</summary>
    public string Bounds => CSharpWriter.Lines(
    [
        Bound("top", "bottom", "line", window.StrideY, window.Top, window.Height, image.Type.Height),
        Bound("left", "right", "position", window.StrideX, window.Left, window.Width, image.Type.Width),
    ]);

    /// <summary>How many positions it has, as a float.</summary>
    public string Count => window.Border == 0 ? Invariant.Of($"{window.Positions}f") : "((bottom - top) * (right - left))";

    /// <summary>The vector of channels at (y, x).</summary>
    public string Load => Invariant.Of($"V.Load(ref {text.Reference(image)}, r * {_layout.Stride}{(_layout.Start == 0 ? "" : Invariant.Of($" + {_layout.Start}"))} + y * {_layout.LineStride} + x * {_layout.PositionStride} + c)");

    /// <summary>A loop over the positions, by row, then column.</summary>
    public static string Each(string body) => CSharpWriter.Code($$"""
        for (int y = top; y < bottom; y++)
        {
            for (int x = left; x < right; x++)
            {
                {{body}}
            }
        }
        """);

    private static string Bound(string from, string to, string at, int stride, int before, int size, int extent)
    {
        string start = Invariant.Of($"{at}{(stride == 1 ? "" : Invariant.Of($" * {stride}"))}{(before == 0 ? "" : Invariant.Of($" - {before}"))}");
        // Windows that stay within the image need no comparison; the last one may end where the image does.
        return Invariant.Of($"int {from} = {(before == 0 ? start : $"{Types.Math}.Max(0, {start})")}, {to} = {Types.Math}.Min({extent}, {start} + {size});");
    }
}
