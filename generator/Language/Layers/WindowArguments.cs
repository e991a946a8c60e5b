using NetGen.Generator.Collections;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Graph;
using NetGen.Generator.Text;

namespace NetGen.Generator.Language.Layers;

/// <summary>A window as an attribute declares it: of an image whose size is not yet known.</summary>
/// <param name="Height">Rows of the window.</param>
/// <param name="Width">Columns of the window.</param>
/// <param name="StrideY">Rows from one window to the next.</param>
/// <param name="StrideX">Columns from one window to the next.</param>
/// <param name="Padding">What is added around the image.</param>
/// <param name="Pads">The positions added at top, bottom, left and right, if given; then <paramref name="Padding"/> is not.</param>
internal sealed record WindowArguments(int Height, int Width, int StrideY, int StrideX, ConvPadding Padding, EquatableArray<int> Pads)
{
    /// <summary>Reads an attribute's arguments, or reports what is wrong with them and returns null.</summary>
    /// <param name="attribute">The attribute.</param>
    /// <param name="size">The argument that is height and width at once.</param>
    /// <param name="strideIsSize">Whether windows do not overlap unless a stride is given.</param>
    public static WindowArguments? Bind(AttributeReader attribute, string size, bool strideIsSize)
    {
        (int height, int width) = Pair(attribute, size, nameof(Height), nameof(Width), 0);
        if (height < 1 || width < 1)
        {
            return null;
        }

        (int strideY, int strideX) = Pair(attribute, "Stride", nameof(StrideY), nameof(StrideX), strideIsSize ? 0 : 1);
        (strideY, strideX) = strideIsSize && !new[] { "Stride", nameof(StrideY), nameof(StrideX) }.Any(attribute.Has) ? (height, width) : (strideY, strideX);
        var padding = (ConvPadding)attribute.Integer(nameof(Padding), 0, new(0, 1, true, true), Rules.PaddingUnknown);
        if (strideY < 1 || strideX < 1)
        {
            return null;
        }

        if (!attribute.Has(nameof(Pads)))
        {
            return new(height, width, strideY, strideX, padding, default);
        }

        if (attribute.Has(nameof(Padding)))
        {
            attribute.Report(Rules.PaddingTwice, nameof(Pads));
            return null;
        }

        int[] pads = [.. attribute.Items(nameof(Pads)).Select(pad => (int)pad.Number)];
        int wrong = Array.FindIndex(pads, pad => pad < 0);
        for (int i = 0; i < pads.Length && wrong < 0; i++)
        {
            wrong = pads[i] >= (i < 2 ? height : width) ? i : -1;
        }

        if (pads.Length == 4 && wrong < 0)
        {
            return new(height, width, strideY, strideX, ConvPadding.Valid, pads.ToEquatable());
        }

        attribute.ReportItem(Rules.PadsOutOfRange, nameof(Pads), Math.Max(wrong, 0), string.Join(", ", pads.Select(pad => Invariant.Of($"{pad}"))), Invariant.Of($"{height}×{width}"));
        return null;
    }

    /// <summary>
    /// The window over an image of a size. <c>Same</c> adds what makes ⌈size/stride⌉ windows, the odd one at the bottom and on the right, as TensorFlow
    /// and ONNX's SAME_UPPER do.
    /// </summary>
    public Window Over(TensorType image)
    {
        (int top, int bottom) = Added(image.Height, Height, StrideY, 0);
        (int left, int right) = Added(image.Width, Width, StrideX, 2);
        return new(Height, Width, StrideY, StrideX, top, bottom, left, right);
    }

    /// <summary>The positions that a size is spread to by a transposed convolution: (size − 1)·stride + window − before − after, with <c>Same</c> size·stride.</summary>
    public long Spread(int size, bool vertically)
    {
        (int window, int stride, int pads) = vertically ? (Height, StrideY, Given(0)) : (Width, StrideX, Given(2));
        return Padding == ConvPadding.Same ? (long)size * stride : (size - 1L) * stride + window - pads;
    }

    /// <summary>The same as arithmetic: <c>height (1 − 1)·1 + 3 − 2 − 1 = 0</c>.</summary>
    public string SpreadText(TensorType image, bool vertically)
    {
        (string what, int size, int window, int stride, int at) = vertically ? ("height", image.Height, Height, StrideY, 0) : ("width", image.Width, Width, StrideX, 2);
        return Invariant.Of($"{what} ({size} − 1)·{stride} + {window} − {Pads[at]} − {Pads[at + 1]} = {Spread(size, vertically)}");
    }

    /// <summary>For files: <c>3×3, stride 2, pads [1, 1, 1, 1]</c>; what is as usual is left out.</summary>
    public string Text(bool strideIsSize) => Invariant.Of($"{Height}×{Width}")
        + ((StrideY, StrideX) == (strideIsSize ? (Height, Width) : (1, 1)) ? "" : StrideY == StrideX ? Invariant.Of($", stride {StrideY}") : Invariant.Of($", stride {StrideY}×{StrideX}"))
        + (Padding == ConvPadding.Same ? ", same" : Pads.Count > 0 && Pads.Any(pad => pad != 0) ? $", pads {Pads}" : "");

    /// <summary>The image that a value of a shape is, or null after reporting that it is none, or that no window fits it.</summary>
    public TensorType? ImageOf((string Name, EquatableArray<int> Shape) operand, AttributeReader attribute)
    {
        if (operand.Shape.Count is not (2 or 3))
        {
            attribute.Report(Rules.NotAnImage, null, operand.Name, operand.Shape.ToString());
            return null;
        }

        var image = TensorType.OfShape(operand.Shape);
        Window window = Over(image);
        if (window.RowsOf(image.Height) > 0 && window.ColumnsOf(image.Width) > 0)
        {
            Note(Rules.PaddingUneven, Uneven);
            Note(Rules.PositionsUnread, Unread);
            return image;
        }

        void Note(string rule, Func<string, int, int, int, int, int, string?> find)
        {
            string?[] found =
            [
                find("height", image.Height, window.Height, window.StrideY, window.Top, window.Bottom),
                find("width", image.Width, window.Width, window.StrideX, window.Left, window.Right),
            ];
            if (found.Any(arithmetic => arithmetic is not null))
            {
                attribute.Report(rule, null, operand.Name, operand.Shape.ToString(), string.Join("; ", found.Where(arithmetic => arithmetic is not null)));
            }
        }

        string Arithmetic(string what, int size, int before, int after, int needed) => Invariant.Of($"{what} {size}{(before + after == 0 ? "" : Invariant.Of($" + {before} + {after} = {size + before + after}"))}, window {needed}");
        attribute.Report(
            Rules.WindowTooLarge, null, operand.Name, operand.Shape.ToString(),
            window.RowsOf(image.Height) < 1 ? Arithmetic("height", image.Height, window.Top, window.Bottom, Height) : Arithmetic("width", image.Width, window.Left, window.Right, Width));
        return null;
    }

    private int Given(int pad) => Pads.Count == 4 ? Pads[pad] + Pads[pad + 1] : 0;

    /// <summary>What <c>Same</c> adds to a size, where that is more behind than before; else null.</summary>
    private string? Uneven(string what, int size, int window, int stride, int before, int after)
    {
        int count = (size + stride - 1) / stride;
        return Padding != ConvPadding.Same || before == after ? null
            : Invariant.Of($"{what} {size} gets {before} before and {after} behind, for ⌈{size}/{stride}⌉ = {count} windows of {window} span ({count} − 1)·{stride} + {window} = {size + before + after}");
    }

    /// <summary>What of a size no window reaches, behind the last one or between two; null if nothing.</summary>
    private static string? Unread(string what, int size, int window, int stride, int before, int after)
    {
        int count = (size + before + after - window) / stride + 1, reached = (count - 1) * stride + window;
        return reached < before + size
            ? Invariant.Of($"{what} {size}{(before == 0 ? "" : Invariant.Of($" + {before}"))}: {count} windows of {window} reach ({count} − 1)·{stride} + {window} = {reached}")
            : stride > window && count > 1 ? Invariant.Of($"{what} {size}: a stride of {stride} steps over {stride - window} between windows of {window}")
            : null;
    }

    private (int Before, int After) Added(int size, int window, int stride, int pad)
    {
        if (Padding == ConvPadding.Same)
        {
            int total = Math.Max(((size + stride - 1) / stride - 1) * stride + window - size, 0);
            return (total / 2, total - total / 2);
        }

        return Pads.Count == 4 ? (Pads[pad], Pads[pad + 1]) : (0, 0);
    }

    private static (int Y, int X) Pair(AttributeReader attribute, string both, string y, string x, int fallback)
    {
        int shared = attribute.Has(both) ? attribute.Integer(both, 0, Graph.Range.Count, Rules.WindowNotPositive) : fallback;
        return (attribute.Has(y) ? attribute.Integer(y, 0, Graph.Range.Count, Rules.WindowNotPositive) : shared,
            attribute.Has(x) ? attribute.Integer(x, 0, Graph.Range.Count, Rules.WindowNotPositive) : shared);
    }
}
