using System.Runtime.CompilerServices;

namespace NetGen.CompilerServices;

/// <content>One row times a matrix, for predicting one sample: the matrix is read once, in its own order.</content>
public static partial class Tiles
{
    /// <summary>
    /// c[j] = Σₖ a[k]·b[k, j] for j &lt; width, in the order and with the bits of <see cref="Product"/>. Up to eight vectors of columns are
    /// summed at once, to keep that many multiplications and that many reads of b under way.
    /// </summary>
    /// <typeparam name="V">The vectors to compute with.</typeparam>
    /// <param name="width">Columns of b and c, a multiple of 16; with 0 nothing is done.</param>
    /// <param name="depth">The number of terms.</param>
    /// <param name="a">The row: element k is at k.</param>
    /// <param name="b">[depth, width].</param>
    /// <param name="c">Element j is at j.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Row<V>(int width, int depth, ref float a, RowMajor b, ref float c)
        where V : struct, IFloats<V>
    {
        int j = 0;
        for (; j + 8 * V.Count <= width; j += 8 * V.Count)
        {
            EightVectors<V>(depth, ref a, b.From(0, j), ref Unsafe.Add(ref c, j));
        }

        for (; j + 4 * V.Count <= width; j += 4 * V.Count)
        {
            FourVectors<V>(depth, ref a, b.From(0, j), ref Unsafe.Add(ref c, j));
        }

        for (; j < width; j += V.Count)
        {
            OneVector<V>(depth, ref a, b.From(0, j), ref Unsafe.Add(ref c, j));
        }
    }

    [MethodImpl(Kernel)]
    private static void EightVectors<V>(int depth, ref float a, RowMajor right, ref float c)
        where V : struct, IFloats<V>
    {
        ref float b = ref right.Start;
        nint next = right.Stride;
        V c0 = V.Zero, c1 = V.Zero, c2 = V.Zero, c3 = V.Zero, c4 = V.Zero, c5 = V.Zero, c6 = V.Zero, c7 = V.Zero;
        for (; depth > 0; depth--)
        {
            V x = V.Splat(a);
            c0 = V.FusedMultiplyAdd(x, V.Load(ref b, 0), c0);
            c1 = V.FusedMultiplyAdd(x, V.Load(ref b, V.Count), c1);
            c2 = V.FusedMultiplyAdd(x, V.Load(ref b, 2 * V.Count), c2);
            c3 = V.FusedMultiplyAdd(x, V.Load(ref b, 3 * V.Count), c3);
            c4 = V.FusedMultiplyAdd(x, V.Load(ref b, 4 * V.Count), c4);
            c5 = V.FusedMultiplyAdd(x, V.Load(ref b, 5 * V.Count), c5);
            c6 = V.FusedMultiplyAdd(x, V.Load(ref b, 6 * V.Count), c6);
            c7 = V.FusedMultiplyAdd(x, V.Load(ref b, 7 * V.Count), c7);
            a = ref Unsafe.Add(ref a, 1);
            b = ref Unsafe.Add(ref b, next);
        }

        V.Store(c0, ref c, 0);
        V.Store(c1, ref c, V.Count);
        V.Store(c2, ref c, 2 * V.Count);
        V.Store(c3, ref c, 3 * V.Count);
        V.Store(c4, ref c, 4 * V.Count);
        V.Store(c5, ref c, 5 * V.Count);
        V.Store(c6, ref c, 6 * V.Count);
        V.Store(c7, ref c, 7 * V.Count);
    }

    [MethodImpl(Kernel)]
    private static void FourVectors<V>(int depth, ref float a, RowMajor right, ref float c)
        where V : struct, IFloats<V>
    {
        ref float b = ref right.Start;
        nint next = right.Stride;
        V c0 = V.Zero, c1 = V.Zero, c2 = V.Zero, c3 = V.Zero;
        for (; depth > 0; depth--)
        {
            V x = V.Splat(a);
            c0 = V.FusedMultiplyAdd(x, V.Load(ref b, 0), c0);
            c1 = V.FusedMultiplyAdd(x, V.Load(ref b, V.Count), c1);
            c2 = V.FusedMultiplyAdd(x, V.Load(ref b, 2 * V.Count), c2);
            c3 = V.FusedMultiplyAdd(x, V.Load(ref b, 3 * V.Count), c3);
            a = ref Unsafe.Add(ref a, 1);
            b = ref Unsafe.Add(ref b, next);
        }

        V.Store(c0, ref c, 0);
        V.Store(c1, ref c, V.Count);
        V.Store(c2, ref c, 2 * V.Count);
        V.Store(c3, ref c, 3 * V.Count);
    }

    [MethodImpl(Kernel)]
    private static void OneVector<V>(int depth, ref float a, RowMajor right, ref float c)
        where V : struct, IFloats<V>
    {
        ref float b = ref right.Start;
        nint next = right.Stride;
        V sum = V.Zero;
        for (; depth > 0; depth--)
        {
            sum = V.FusedMultiplyAdd(V.Splat(a), V.Load(ref b, 0), sum);
            a = ref Unsafe.Add(ref a, 1);
            b = ref Unsafe.Add(ref b, next);
        }

        V.Store(sum, ref c, 0);
    }
}
