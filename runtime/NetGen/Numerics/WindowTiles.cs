using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace NetGen.CompilerServices;

/// <summary>
/// Products of windows, for convolutions, in tiles held in registers. The terms of a sum lie in runs, over which one sum goes on without
/// leaving the registers. Unsafe: places and lengths are not checked.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class WindowTiles
{
    // How many positions a tile takes, by the positions of a line: of the heights that there is a kernel for the one that computes the least
    // twice, the tallest of equals. With 512 bits 14 rows of 32 columns fill 28 of the 32 registers; with fewer, 6 rows 12 of 16.
    private static ReadOnlySpan<byte> TallHeights =>
    [
        1, 1, 2, 3, 4, 4, 6, 7, 8, 9, 6, 6, 12, 7, 14, 8, 8, 9, 9, 4, 4, 7, 12, 12, 12, 9, 9, 9, 14, 6, 6, 8, 8,
        7, 7, 7, 12, 8, 8, 8, 8, 14, 14, 4, 4, 9, 12, 12, 12, 7, 4, 4, 4, 9, 9, 14, 14, 12, 12, 12, 12, 9, 9, 9, 8,
    ];

    private static ReadOnlySpan<byte> LowHeights =>
    [
        1, 1, 2, 3, 4, 4, 6, 4, 4, 6, 6, 6, 6, 4, 4, 4, 4, 6, 6, 4, 4, 6, 6, 6, 6, 4, 4, 4, 4, 6, 6, 4, 4,
        6, 6, 6, 6, 4, 4, 4, 4, 6, 6, 4, 4, 6, 6, 6, 6, 4, 4, 4, 4, 6, 6, 4, 4, 6, 6, 6, 6, 4, 4, 4, 4,
    ];

    /// <summary>
    /// A line of x ∗ W: c[p, j] = Σ x·W over the numbers that the window sees from position p on, run after run, with fused multiply-add,
    /// starting at 0, whatever the vectors.
    /// </summary>
    /// <typeparam name="V">The vectors to compute with.</typeparam>
    /// <param name="positions">Positions of the line, at least 1.</param>
    /// <param name="width">Columns of W and c, 16, 32, 48 or 64.</param>
    /// <param name="runs">What the window sees.</param>
    /// <param name="x">Row p begins where the window at position p does.</param>
    /// <param name="w">[numbers of the window, width].</param>
    /// <param name="c">[positions, width].</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Product<V>(int positions, int width, WindowRuns runs, RowMajor x, RowMajor w, RowMajor c)
        where V : struct, IFloats<V>
    {
        var loops = new TermLoops(runs, w);
        if (V.Count == 16)
        {
            int height = HeightOf(TallHeights, positions), whole = width & ~31;
            Cover<Wide32>(loops, height, positions, whole, x, w, c);
            Cover<Wide16>(loops, height, positions, width - whole, x, w.From(0, whole), c.From(0, whole));
        }
        else if (V.Count == 8)
        {
            Cover<Middle16>(loops, HeightOf(LowHeights, positions), positions, width, x, w, c);
        }
        else
        {
            Cover<Narrow8>(loops, HeightOf(LowHeights, positions), positions, width, x, w, c);
        }
    }

    /// <summary>
    /// A part of the gradient of W: c[i, j] ← c[i, j] + Σ x·dz over the positions of some lines, in their order, with fused multiply-add. i is
    /// the place of a number in a run of the window, j a filter.
    /// </summary>
    /// <typeparam name="V">The vectors to compute with.</typeparam>
    /// <param name="height">Rows of c, 1 to 24.</param>
    /// <param name="width">Columns of c, 16, 32, 48 or 64.</param>
    /// <param name="lines">Lines of dz.</param>
    /// <param name="positions">Positions of a line.</param>
    /// <param name="x">The first number of the first window, and how far windows lie apart.</param>
    /// <param name="dz">The gradient toward the positions.</param>
    /// <param name="c">[height, width].</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Accumulate<V>(int height, int width, int lines, int positions, ImageLines x, ImageLines dz, RowMajor c)
        where V : struct, IFloats<V>
    {
        var loops = new TermLoops(lines, positions, x, dz);
        if (V.Count == 16)
        {
            // Six rows of 64 columns read less for each multiply-add than twelve of 32: dW of 3×3×64 weights takes 0.8 of the time.
            if (width == 64)
            {
                Add<Wide64>(loops, 6, height, width, ref x.Start, ref dz.Start, c);
                return;
            }

            int whole = width & ~31;
            Add<Wide32>(loops, 14, height, whole, ref x.Start, ref dz.Start, c);
            Add<Wide16>(loops, 14, height, width - whole, ref x.Start, ref Unsafe.Add(ref dz.Start, whole), c.From(0, whole));
        }
        else if (V.Count == 8)
        {
            Add<Middle16>(loops, 6, height, width, ref x.Start, ref dz.Start, c);
        }
        else
        {
            Add<Narrow8>(loops, 6, height, width, ref x.Start, ref dz.Start, c);
        }
    }

    /// <summary>
    /// <see cref="Accumulate"/> for all of a window of three lines of three positions with one number each, whose gradient has nine rows.
    /// </summary>
    /// <typeparam name="V">The vectors to compute with.</typeparam>
    /// <param name="width">Columns of c, 16, 32, 48 or 64.</param>
    /// <param name="lines">Lines of dz.</param>
    /// <param name="positions">Positions of a line.</param>
    /// <param name="windowStride">Floats of x from one line of a window to the next.</param>
    /// <param name="x">The first number of the first window, and how far windows lie apart.</param>
    /// <param name="dz">The gradient toward the positions.</param>
    /// <param name="c">[9, width].</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AccumulateNine<V>(int width, int lines, int positions, int windowStride, ImageLines x, ImageLines dz, RowMajor c)
        where V : struct, IFloats<V>
    {
        var loops = new TermLoops(lines, positions, x, dz);
        if (V.Count == 16)
        {
            int whole = width & ~31;
            AddNine<Wide32>(loops, whole, windowStride, ref x.Start, ref dz.Start, c);
            AddNine<Wide16>(loops, width - whole, windowStride, ref x.Start, ref Unsafe.Add(ref dz.Start, whole), c.From(0, whole));
        }
        else if (V.Count == 8)
        {
            AddNine<Middle8>(loops, width, windowStride, ref x.Start, ref dz.Start, c);
        }
        else
        {
            AddNine<Narrow4>(loops, width, windowStride, ref x.Start, ref dz.Start, c);
        }
    }

    // Of long lines little is computed twice anyhow.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int HeightOf(ReadOnlySpan<byte> heights, int positions) => heights[Math.Min(positions, heights.Length - 1)];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddNine<TRow>(in TermLoops loops, int width, int windowStride, ref float x, ref float dz, RowMajor c)
        where TRow : struct, IRegisterRow<TRow>
    {
        for (int j = 0; j < width; j += TRow.Width)
        {
            ThreeByThree<TRow>(loops, ref x, windowStride, ref Unsafe.Add(ref dz, j), c.From(0, j));
        }
    }

    // A line in tiles of one height. The last one begins where it ends with the line, so that some positions may be computed twice.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Cover<TRow>(in TermLoops loops, int height, int positions, int width, RowMajor x, RowMajor w, RowMajor c)
        where TRow : struct, IRegisterRow<TRow>
    {
        for (int j = 0; j < width; j += TRow.Width)
        {
            ref float b = ref Unsafe.Add(ref w.Start, j);
            for (int done = 0; done < positions; done += height)
            {
                int p = Math.Min(done, positions - height);
                Tile<TRow, FromZero>(height, loops, ref x.From(p, 0).Start, x.Stride, ref b, c.From(p, j));
            }
        }
    }

    // A block in tiles that add to what is there: each row once.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add<TRow>(in TermLoops loops, int tallest, int height, int width, ref float a, ref float b, RowMajor c)
        where TRow : struct, IRegisterRow<TRow>
    {
        for (int j = 0; j < width; j += TRow.Width)
        {
            ref float bj = ref Unsafe.Add(ref b, j);
            for (int i = 0, rows; i < height; i += rows)
            {
                rows = Height(tallest, height - i);
                Tile<TRow, FromThere>(rows, loops, ref Unsafe.Add(ref a, i), 1, ref bj, c.From(i, j));
            }
        }
    }

    // The next tile's rows, so that no thin tile is left over.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Height(int tallest, int rows) => tallest == 14
        ? rows switch { 24 => 12, 16 => 8, 18 => 9, >= 14 => 14, >= 12 => 12, >= 9 => 9, >= 8 => 8, 7 => 7, >= 6 => 6, >= 4 => 4, 3 => 3, 2 => 2, _ => 1 }
        : rows switch { 8 => 4, >= 6 => 6, >= 4 => 4, 3 => 3, 2 => 2, _ => 1 };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Tile<TRow, TStart>(int height, in TermLoops loops, ref float a, nint aRow, ref float b, RowMajor c)
        where TRow : struct, IRegisterRow<TRow>
        where TStart : struct, IStart
    {
        switch (height)
        {
            case 14:
                Fourteen<TRow, TStart>(loops, ref a, aRow, ref b, c);
                break;
            case 12:
                Twelve<TRow, TStart>(loops, ref a, aRow, ref b, c);
                break;
            case 9:
                Nine<TRow, TStart>(loops, ref a, aRow, ref b, c);
                break;
            case 8:
                Eight<TRow, TStart>(loops, ref a, aRow, ref b, c);
                break;
            case 7:
                Seven<TRow, TStart>(loops, ref a, aRow, ref b, c);
                break;
            case 6:
                Six<TRow, TStart>(loops, ref a, aRow, ref b, c);
                break;
            case 4:
                Four<TRow, TStart>(loops, ref a, aRow, ref b, c);
                break;
            case 3:
                Three<TRow, TStart>(loops, ref a, aRow, ref b, c);
                break;
            case 2:
                Two<TRow, TStart>(loops, ref a, aRow, ref b, c);
                break;
            default:
                One<TRow, TStart>(loops, ref a, ref b, c);
                break;
        }
    }
}
