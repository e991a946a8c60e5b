using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace NetGen.CompilerServices;

/// <summary>
/// Gradients of convolutions where most of dz is 0, as behind a max pool, which passes on to one position of its window: at each position only
/// the filters whose dz is not 0 are multiplied. Terms 0·w are left out, so that an infinite w does not make them NaN. Unsafe: places and
/// lengths are not checked.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class SparseWindows
{
    /// <summary>Filters whose marks fit into a word.</summary>
    private const int Word = 64;

    /// <summary>
    /// Adds what a line of dz passes back to the window at each of its positions: dx ← dx + Σₖ dz[p, k]·w[k], over the filters k whose dz is
    /// not 0, in their order.
    /// </summary>
    /// <typeparam name="V">The vectors to compute with.</typeparam>
    /// <param name="positions">Positions of the line.</param>
    /// <param name="filters">Filters, a multiple of 16; past the last one dz is 0.</param>
    /// <param name="runs">What the window sees, one run a row, a multiple of 16 numbers.</param>
    /// <param name="dz">[positions, filters].</param>
    /// <param name="w">[filters, numbers of the window].</param>
    /// <param name="dx">The first number of the first window.</param>
    /// <param name="step">Floats from one window to the next.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AddInput<V>(int positions, int filters, WindowRuns runs, RowMajor dz, RowMajor w, ref float dx, int step)
        where V : struct, IFloats<V>
    {
        if (V.Count == 16 && runs.Rows == 3 && runs.Length == 3 * V.Count)
        {
            AddThreeRuns<V>(positions, filters, dz, w, ref dx, step, runs.RowStride);
            return;
        }

        for (int p = 0; p < positions; p++)
        {
            for (int k = 0; k < filters; k += Word)
            {
                ref float dzk = ref dz.From(p, k).Start;
                ulong bits = Marks<V>(ref dzk, Math.Min(Word, filters - k));
                if (bits == 0)
                {
                    continue;
                }

                for (int y = 0; y < runs.Rows; y++)
                {
                    RowMajor wk = w.From(k, y * runs.Length);
                    ref float run = ref Unsafe.Add(ref dx, p * step + y * runs.RowStride);
                    for (int j = 0; j < runs.Length;)
                    {
                        j += Add<V>(runs.Length - j, bits, ref dzk, wk.From(0, j), ref Unsafe.Add(ref run, j));
                    }
                }
            }
        }
    }

    /// <summary>
    /// Adds a line to the gradient of W: c[k] ← c[k] + dz[p, k]·x, x being what the window at p sees, position after position, for the filters k
    /// whose dz is not 0.
    /// </summary>
    /// <typeparam name="V">The vectors to compute with.</typeparam>
    /// <param name="positions">Positions of the line.</param>
    /// <param name="filters">Filters, a multiple of 16; past the last one dz is 0.</param>
    /// <param name="runs">What the window sees, one run a row, a multiple of 16 numbers.</param>
    /// <param name="x">Row p begins where the window at position p does.</param>
    /// <param name="dz">[positions, filters].</param>
    /// <param name="c">[filters, numbers of the window].</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AddWeights<V>(int positions, int filters, WindowRuns runs, RowMajor x, RowMajor dz, RowMajor c)
        where V : struct, IFloats<V>
    {
        if (V.Count == 16 && runs.Rows == 3 && runs.Length == 3 * V.Count)
        {
            SpreadThreeRuns<V>(positions, filters, runs.RowStride, x, dz, c);
            return;
        }

        for (int p = 0; p < positions; p++)
        {
            for (int k = 0; k < filters; k += Word)
            {
                ref float dzk = ref dz.From(p, k).Start;
                ulong bits = Marks<V>(ref dzk, Math.Min(Word, filters - k));
                if (bits == 0)
                {
                    continue;
                }

                for (int y = 0; y < runs.Rows; y++)
                {
                    RowMajor ck = c.From(k, y * runs.Length);
                    ref float run = ref Unsafe.Add(ref x.From(p, 0).Start, y * runs.RowStride);
                    for (int j = 0; j < runs.Length;)
                    {
                        j += Spread<V>(runs.Length - j, bits, ref dzk, ref Unsafe.Add(ref run, j), ck.From(0, j));
                    }
                }
            }
        }
    }

    // A bit for each of up to 64 filters: whether its dz is not 0.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Marks<V>(ref float dz, int filters)
        where V : struct, IFloats<V>
    {
        ulong bits = 0;
        for (int k = 0; k < filters; k += V.Count)
        {
            bits |= (ulong)V.NonZeros(V.Load(ref dz, k)) << k;
        }

        return bits;
    }

    // Computes the next vectors of a run; returns how many numbers that was.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Add<V>(int numbers, ulong bits, ref float dz, RowMajor w, ref float c)
        where V : struct, IFloats<V>
    {
        switch (numbers / V.Count)
        {
            case >= 8:
                AddEight<V>(bits, ref dz, w, ref c);
                return 8 * V.Count;
            case >= 6:
                AddSix<V>(bits, ref dz, w, ref c);
                return 6 * V.Count;
            case >= 4:
                AddFour<V>(bits, ref dz, w, ref c);
                return 4 * V.Count;
            case 3:
                AddThree<V>(bits, ref dz, w, ref c);
                return 3 * V.Count;
            case 2:
                AddTwo<V>(bits, ref dz, w, ref c);
                return 2 * V.Count;
            default:
                AddOne<V>(bits, ref dz, w, ref c);
                return V.Count;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Spread<V>(int numbers, ulong bits, ref float dz, ref float x, RowMajor c)
        where V : struct, IFloats<V>
    {
        switch (numbers / V.Count)
        {
            case >= 8:
                SpreadEight<V>(bits, ref dz, ref x, c);
                return 8 * V.Count;
            case >= 6:
                SpreadSix<V>(bits, ref dz, ref x, c);
                return 6 * V.Count;
            case >= 4:
                SpreadFour<V>(bits, ref dz, ref x, c);
                return 4 * V.Count;
            case 3:
                SpreadThree<V>(bits, ref dz, ref x, c);
                return 3 * V.Count;
            case 2:
                SpreadTwo<V>(bits, ref dz, ref x, c);
                return 2 * V.Count;
            default:
                SpreadOne<V>(bits, ref dz, ref x, c);
                return V.Count;
        }
    }
}
