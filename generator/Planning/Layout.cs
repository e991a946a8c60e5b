using NetGen.Generator.Graph;
using NetGen.Generator.Text;

namespace NetGen.Generator.Planning;

/// <summary>
/// How a value lies in memory; <see cref="ChooseLayouts"/> plans it, kernels ask it. Rows lie <see cref="Stride"/> apart. A row is
/// height × width positions of so many channels: number (y, x, channel) of row r is at r·Stride + Start + y·LineStride + x·PositionStride +
/// channel. Around an image may lie a border of zeros, so that a window that reaches past the edge reads them.
/// </summary>
/// <param name="Rows">Rows: of the batch, of a matrix; 1 for a vector.</param>
/// <param name="Height">Lines of a row: those of an image, else 1.</param>
/// <param name="Width">Positions of a line.</param>
/// <param name="Channels">Numbers of a position.</param>
/// <param name="Stride">Floats from one row to the next.</param>
/// <param name="LineStride">Floats from one line to the next.</param>
/// <param name="PositionStride">Floats from one position to the next.</param>
/// <param name="Border">Positions of zeros on each side of an image.</param>
/// <param name="Length">Floats in all.</param>
internal sealed record Layout(int Rows, int Height, int Width, int Channels, int Stride, int LineStride, int PositionStride, int Border, int Length)
{
    /// <summary>Where the first number of a row lies.</summary>
    public int Start => Border * (LineStride + PositionStride);

    /// <summary>Numbers of a row.</summary>
    public int Columns => Height * Width * Channels;

    /// <summary>Numbers that lie side by side: all of a row, a line, or a position.</summary>
    public int RunLength => Height * Width == 1 ? Channels
        : PositionStride != Channels ? Channels
        : LineStride != Width * Channels ? Width * Channels
        : Columns;

    /// <summary>Into how many such runs a row falls; 1 for all but images with a border or with padded channels.</summary>
    public int Runs => Columns / RunLength;

    /// <summary>Whether a row is one run, with nothing around it.</summary>
    public bool IsOneRun => Runs == 1 && Border == 0;

    /// <summary>One number a row, side by side.</summary>
    public static Layout OfNumbers(int count) => new(count, 1, 1, 1, 1, 1, 1, 0, Lanes.Padded(count));

    /// <summary>A vector of columns.</summary>
    public static Layout OfVector(int columns) => new(1, 1, 1, columns, Apart(columns), columns, columns, 0, Lanes.Padded(columns));

    /// <summary>Rows of a batch, each in one run.</summary>
    public static Layout OfBatch(int rows, TensorType type) =>
        new(rows, type.Height, type.Width, type.Channels, Apart(type.Columns), type.Width * type.Channels, type.Channels, 0, rows * Apart(type.Columns));

    /// <summary>The rows of a matrix, as many as whole vectors have lanes: a panel of it is transposed sixteen rows at a time.</summary>
    public static Layout OfMatrix(int rows, int columns) => OfBatch(rows, TensorType.Batch(columns)) with { Length = Lanes.Padded(rows) * Apart(columns) };

    /// <summary>
    /// Images with a border. A vector that begins in a line may end past it, but within the line's own floats: what it writes there is 0, and
    /// threads with different rows never meet.
    /// </summary>
    /// <param name="rows">Rows of the batch.</param>
    /// <param name="type">The images.</param>
    /// <param name="border">Positions of zeros on each side.</param>
    /// <param name="isPadded">Whether each position takes whole vectors.</param>
    public static Layout OfImages(int rows, TensorType type, int border, bool isPadded)
    {
        int position = isPadded ? Lanes.Padded(type.Channels) : type.Channels, run = isPadded ? type.Channels : type.Width * type.Channels;
        int line = Math.Max((type.Width + 2 * border) * position, (border + (isPadded ? type.Width - 1 : 0)) * position + Lanes.Padded(run));
        int stride = Apart((type.Height + 2 * border) * line);
        return new(rows, type.Height, type.Width, type.Channels, stride, line, position, border, rows * stride);
    }

    /// <summary>The longest runs that lie side by side in all of some layouts of one type.</summary>
    public static int CommonRun(IEnumerable<Layout> layouts) => layouts.Min(layout => layout.RunLength);

    /// <summary>For the plan's listing: <c>stride 64</c>, <c>6×8 runs of 3 in 16, lines 160 apart, border 1, stride 1296</c>.</summary>
    public override string ToString() => IsOneRun
        ? Invariant.Of($"stride {Stride}")
        : Invariant.Of($"{Runs} runs of {RunLength}, positions {PositionStride} apart, lines {LineStride}, border {Border}, stride {Stride}");

    // Whole vectors, and never a multiple of 256, where rows 1 KB apart would fall into the same few cache sets (such layers ran at 36–63 %
    // of peak instead of 95).
    private static int Apart(int numbers) => Lanes.Padded(numbers) % 256 == 0 ? Lanes.Padded(numbers) + Lanes.Count : Lanes.Padded(numbers);
}

/// <summary>Memory of an arena.</summary>
/// <param name="Arena">Which arena.</param>
/// <param name="Name">The constant that names it in emitted code: <c>Hidden</c>, <c>HiddenDz</c>.</param>
/// <param name="Offset">First float.</param>
/// <param name="Layout">How what it holds lies in it.</param>
/// <param name="Content">For the reader: <c>[64, 256] activations of Hidden</c>.</param>
internal sealed record Buffer(Arena Arena, string Name, int Offset, Layout Layout, string Content)
{
    /// <summary>Floats from one row to the next.</summary>
    public int Stride => Layout.Stride;

    /// <summary>Floats in all.</summary>
    public int Length => Layout.Length;

    /// <summary>Whether some float belongs to both.</summary>
    public bool Overlaps(Buffer other) => Arena == other.Arena && Offset < other.Offset + other.Length && other.Offset < Offset + Length;
}
