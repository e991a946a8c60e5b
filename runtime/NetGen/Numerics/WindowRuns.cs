using System.ComponentModel;

namespace NetGen.CompilerServices;

/// <summary>
/// What a window sees of an image from one position on: <paramref name="rows"/> × <paramref name="columns"/> runs of numbers that lie side by
/// side. Of images without gaps a row of the window is one run.
/// </summary>
/// <param name="rows">Rows of runs.</param>
/// <param name="rowStride">Floats from one row of runs to the next.</param>
/// <param name="columns">Runs of a row.</param>
/// <param name="columnStride">Floats from one run of a row to the next.</param>
/// <param name="length">Numbers of a run.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct WindowRuns(int rows, int rowStride, int columns, int columnStride, int length)
{
    /// <summary>Runs below each other, one a row of the window.</summary>
    /// <param name="rows">Runs.</param>
    /// <param name="rowStride">Floats from one run to the next.</param>
    /// <param name="length">Numbers of a run.</param>
    public WindowRuns(int rows, int rowStride, int length)
        : this(rows, rowStride, 1, 0, length)
    {
    }

    internal readonly int Rows = rows, RowStride = rowStride, Columns = columns, ColumnStride = columnStride, Length = length;
}
