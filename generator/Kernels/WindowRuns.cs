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

    /// <summary>C# from the place of an image's row, line and position on to a run of the window there: <c> + 31 + run * 30</c>.</summary>
    public string At(string run)
    {
        int origin = image.Start - window.Top * image.LineStride - window.Left * image.PositionStride;
        string from = origin == 0 ? "" : origin < 0 ? Invariant.Of($" - {-origin}") : Invariant.Of($" + {origin}");
        return from + (run == "0" || Count == 1 ? ""
            : _isDense ? Invariant.Of($" + {run} * {image.LineStride}")
            : window.Width == 1 ? Invariant.Of($" + {run} * {image.LineStride}")
            : window.Height == 1 ? Invariant.Of($" + {run} * {image.PositionStride}")
            : Invariant.Of($" + {run} / {window.Width} * {image.LineStride} + {run} % {window.Width} * {image.PositionStride}"));
    }
}
