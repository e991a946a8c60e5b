namespace NetGen.CompilerServices;

/// <summary>
/// The terms of a sum, in their order, as three loops within each other: how often each runs, and how far the two factors move, in bytes, after
/// a turn of it (from where the loop within left them).
/// </summary>
internal readonly struct TermLoops
{
    internal readonly int OuterCount, MiddleCount, InnerCount;

    internal readonly nint AOuter, BOuter, AMiddle, BMiddle, ANext, BNext;

    /// <summary>The numbers that a window sees of x, with the rows of W, which follow each other.</summary>
    public TermLoops(WindowRuns runs, RowMajor w)
    {
        (OuterCount, MiddleCount, InnerCount) = (runs.Rows, runs.Columns, runs.Length);
        (ANext, BNext) = (sizeof(float), w.RowBytes);
        AMiddle = sizeof(float) * (nint)(runs.ColumnStride - runs.Length);
        AOuter = sizeof(float) * (nint)(runs.RowStride - runs.Columns * runs.ColumnStride);
    }

    /// <summary>The positions of some lines, of x and of dz.</summary>
    public TermLoops(int lines, int positions, ImageLines x, ImageLines dz)
    {
        (OuterCount, MiddleCount, InnerCount) = (1, lines, positions);
        (ANext, BNext) = (sizeof(float) * (nint)x.PositionStride, sizeof(float) * (nint)dz.PositionStride);
        AMiddle = sizeof(float) * ((nint)x.LineStride - (nint)positions * x.PositionStride);
        BMiddle = sizeof(float) * ((nint)dz.LineStride - (nint)positions * dz.PositionStride);
    }
}
