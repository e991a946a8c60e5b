using NetGen.Generator.Graph;
using NetGen.Generator.Planning;
using NetGen.Generator.Text;

namespace NetGen.Generator.Kernels;

/// <summary>The positions of an image that the window at a line and a position has, those outside the image left out.</summary>
/// <param name="text">The kernel's text.</param>
/// <param name="image">What is read.</param>
/// <param name="window">The window.</param>
/// <param name="line">The line of the window: a variable, or <c>0</c> if there is one.</param>
/// <param name="position">The position in the line, likewise.</param>
internal sealed class WindowText(KernelText text, Node image, Window window, string line, string position)
{
    private const int MostWrittenOut = 9;

    private readonly Layout _layout = text.LayoutOf(image);

    /// <summary>The statements that find the rows and columns of the window that are in the image: from top to bottom, from left to right.</summary>
    public string Bounds => CSharpWriter.Lines(
    [
        Bound("top", "bottom", line, window.StrideY, window.Top, window.Bottom, window.Height, image.Type.Height),
        Bound("left", "right", position, window.StrideX, window.Left, window.Right, window.Width, image.Type.Width),
    ]);

    /// <summary>How many positions it has, as a float.</summary>
    public string Count => window.Border == 0 ? Invariant.Of($"{window.Positions}f") : "((bottom - top) * (right - left))";

    /// <summary>The vector of channels at (y, x).</summary>
    public string Load => $"V.Load(ref {text.Reference(image)}, {Address.Of(_layout, "r", "y", "x")})";

    /// <summary>Whether the window has few positions, all within the image: then they are written out.</summary>
    public bool IsWrittenOut => window.Border == 0 && window.Positions <= MostWrittenOut;

    /// <summary>The statement that finds the window's first number, for <see cref="Numbers"/>.</summary>
    public string First => $"int i = {Address.OfWindow(_layout, window, "r", line, position)};";

    /// <summary>The vectors of channels at all positions of a window that is written out, by row, then column.</summary>
    public IEnumerable<string> Numbers =>
        from y in Enumerable.Range(0, window.Height)
        from x in Enumerable.Range(0, window.Width)
        select $"V.Load(ref {text.Reference(image)}, i{PlaneText.Plus(y * _layout.LineStride + x * _layout.PositionStride)})";

    /// <summary>The number of the position (y, x) in the window, positions outside the image counted: the <see cref="Ops.PlaceOfMax"/>.</summary>
    public string Place => Address.Join(
        Offset("y", line, window.StrideY, window.Top, window.Height), Offset("x", position, window.StrideX, window.Left, window.Width), window.Width);

    /// <summary>The mean of a window, as statements that leave it in a variable.</summary>
    public string Mean(string name)
    {
        string Next(string number) => $"{name} += {number};";
        string sum = IsWrittenOut
            ? CSharpWriter.Lines([First, $"var {name} = {Numbers.First()};", .. Numbers.Skip(1).Select(Next)])
            : CSharpWriter.Code($$"""
                var {{name}} = V.Zero;
                {{Each(Next(Load))}}

                """);
        return CSharpWriter.Lines([sum, $"{name} *= V.Splat(1f / {Count});"]);
    }

    /// <summary>The statements that find the greatest of a window.</summary>
    public string Greatest(GreatestText greatest) => IsWrittenOut
        ? CSharpWriter.Lines([First, greatest.Of([.. Numbers])])
        : CSharpWriter.Code($$"""
            {{greatest.Nothing}}
            {{Each(greatest.Take(Load, Place))}}

            """);

    /// <summary>How far from the window's first row or column one is.</summary>
    private static string Offset(string variable, string at, int stride, int before, int size)
    {
        string start = Address.Times(at, stride);
        string offset = start == "0" ? variable : $"{variable} - {start}";
        return size == 1 ? "0" : before == 0 ? offset : Invariant.Of($"{offset} + {before}");
    }

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

    private static string Bound(string from, string to, string at, int stride, int before, int after, int size, int extent)
    {
        if (at == "0")
        {
            return Invariant.Of($"int {from} = 0, {to} = {Math.Min(extent, size - before)};");
        }

        string start = Invariant.Of($"{at}{(stride == 1 ? "" : Invariant.Of($" * {stride}"))}{(before == 0 ? "" : Invariant.Of($" - {before}"))}");
        // Without a border every window lies within the image.
        return before == 0 && after == 0
            ? Invariant.Of($"int {from} = {start}, {to} = {from} + {size};")
            : Invariant.Of($"int {from} = {(before == 0 ? start : $"{Types.Math}.Max(0, {start})")}, {to} = {Types.Math}.Min({extent}, {start} + {size});");
    }
}
