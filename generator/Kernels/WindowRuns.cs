using NetGen.Generator.Graph;
using NetGen.Generator.Planning;
using NetGen.Generator.Text;

namespace NetGen.Generator.Kernels;

/// <summary>
/// The numbers of a window that lie side by side in an image: a row of it where the channels lie dense, else the channels of a position. Run
/// after run they are the rows of W in their order.
/// </summary>
/// <param name="window">The window.</param>
/// <param name="image">How the image lies.</param>
internal sealed class WindowRuns(Window window, Layout image)
{
    private readonly bool _isDense = image.PositionStride == image.Channels;

    /// <summary>Numbers of a run.</summary>
    public int Length => _isDense ? window.Width * image.Channels : image.Channels;

    /// <summary>Runs of a window.</summary>
    public int Count => _isDense ? window.Height : window.Positions;

    /// <summary>Numbers of the whole window: rows of W.</summary>
    public int Numbers => Length * Count;

    /// <summary>The runs as an argument: <c>new(rows: 3, rowStride: 33, length: 3)</c>.</summary>
    public string Argument => _isDense
        ? Invariant.Of($"new(rows: {window.Height}, rowStride: {image.LineStride}, length: {Length})")
        : Invariant.Of($"new(rows: {window.Height}, rowStride: {image.LineStride}, columns: {window.Width}, columnStride: {image.PositionStride}, length: {Length})");

    /// <summary>Whether the window is three lines of three numbers.</summary>
    public bool IsThreeByThree => _isDense && window is { Height: 3, Width: 3 } && image.Channels == 1;

    /// <summary>C# of where a run of the window at a place begins: <c>r * 992 + line * 33 + 31 + run * 30</c>.</summary>
    /// <param name="place">The place of the image's row, line and position.</param>
    /// <param name="run">The run.</param>
    public string At(string place, string run)
    {
        int origin = image.Start - window.Top * image.LineStride - window.Left * image.PositionStride;
        string first = origin < 0 ? Invariant.Of($"{place} - {-origin}") : Address.Sum(place, Invariant.Of($"{origin}"));
        (string line, string position) = Count == 1 ? ("0", "0") : _isDense ? (run, "0") : Address.Split(run, window.Height, window.Width);
        return Address.Sum(first, Address.Times(line, image.LineStride), Address.Times(position, image.PositionStride));
    }
}
