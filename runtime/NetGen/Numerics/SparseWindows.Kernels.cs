using System.Numerics;
using System.Runtime.CompilerServices;

namespace NetGen.CompilerServices;

/// <content>The kernels: so many vectors of a run in registers while the marked filters go by.</content>
public static partial class SparseWindows
{
    private const MethodImplOptions Kernel = MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining;

    /// <summary>Three runs of three vectors, all nine sums in registers.</summary>
    [MethodImpl(Kernel)]
    private static void AddThreeRuns<V>(int positions, int filters, RowMajor dz, RowMajor w, ref float c, int step, int rowStride)
        where V : struct, IFloats<V>
    {
        ref float d = ref dz.Start;
        for (; positions > 0; positions--)
        {
            ref float second = ref Unsafe.Add(ref c, rowStride), third = ref Unsafe.Add(ref c, 2 * rowStride);
            V c0 = V.Load(ref c, 0);
            V c1 = V.Load(ref c, V.Count);
            V c2 = V.Load(ref c, 2 * V.Count);
            V c3 = V.Load(ref second, 0);
            V c4 = V.Load(ref second, V.Count);
            V c5 = V.Load(ref second, 2 * V.Count);
            V c6 = V.Load(ref third, 0);
            V c7 = V.Load(ref third, V.Count);
            V c8 = V.Load(ref third, 2 * V.Count);
            for (int k = 0; k < filters; k += Word)
            {
                ref float dk = ref Unsafe.Add(ref d, k);
                ref float wk = ref Unsafe.Add(ref w.Start, k * w.Stride);
                for (ulong bits = Marks<V>(ref dk, Math.Min(Word, filters - k)); bits != 0; bits &= bits - 1)
                {
                    int bit = BitOperations.TrailingZeroCount(bits);
                    V x = V.Splat(Unsafe.Add(ref dk, bit));
                    ref float b = ref Unsafe.Add(ref wk, bit * w.Stride);
                    c0 = V.FusedMultiplyAdd(x, V.Load(ref b, 0), c0);
                    c1 = V.FusedMultiplyAdd(x, V.Load(ref b, V.Count), c1);
                    c2 = V.FusedMultiplyAdd(x, V.Load(ref b, 2 * V.Count), c2);
                    c3 = V.FusedMultiplyAdd(x, V.Load(ref b, 3 * V.Count), c3);
                    c4 = V.FusedMultiplyAdd(x, V.Load(ref b, 4 * V.Count), c4);
                    c5 = V.FusedMultiplyAdd(x, V.Load(ref b, 5 * V.Count), c5);
                    c6 = V.FusedMultiplyAdd(x, V.Load(ref b, 6 * V.Count), c6);
                    c7 = V.FusedMultiplyAdd(x, V.Load(ref b, 7 * V.Count), c7);
                    c8 = V.FusedMultiplyAdd(x, V.Load(ref b, 8 * V.Count), c8);
                }
            }

            V.Store(c0, ref c, 0);
            V.Store(c1, ref c, V.Count);
            V.Store(c2, ref c, 2 * V.Count);
            V.Store(c3, ref second, 0);
            V.Store(c4, ref second, V.Count);
            V.Store(c5, ref second, 2 * V.Count);
            V.Store(c6, ref third, 0);
            V.Store(c7, ref third, V.Count);
            V.Store(c8, ref third, 2 * V.Count);
            c = ref Unsafe.Add(ref c, step);
            d = ref Unsafe.Add(ref d, dz.Stride);
        }
    }

    /// <summary>Three runs of three vectors, all nine of them in registers.</summary>
    [MethodImpl(Kernel)]
    private static void SpreadThreeRuns<V>(int positions, int filters, int rowStride, RowMajor x, RowMajor dz, RowMajor c)
        where V : struct, IFloats<V>
    {
        ref float d = ref dz.Start, first = ref x.Start;
        for (; positions > 0; positions--)
        {
            ref float second = ref Unsafe.Add(ref first, rowStride), third = ref Unsafe.Add(ref first, 2 * rowStride);
            V x0 = V.Load(ref first, 0);
            V x1 = V.Load(ref first, V.Count);
            V x2 = V.Load(ref first, 2 * V.Count);
            V x3 = V.Load(ref second, 0);
            V x4 = V.Load(ref second, V.Count);
            V x5 = V.Load(ref second, 2 * V.Count);
            V x6 = V.Load(ref third, 0);
            V x7 = V.Load(ref third, V.Count);
            V x8 = V.Load(ref third, 2 * V.Count);
            for (int k = 0; k < filters; k += Word)
            {
                ref float dk = ref Unsafe.Add(ref d, k);
                ref float ck = ref Unsafe.Add(ref c.Start, k * c.Stride);
                for (ulong bits = Marks<V>(ref dk, Math.Min(Word, filters - k)); bits != 0; bits &= bits - 1)
                {
                    int bit = BitOperations.TrailingZeroCount(bits);
                    V y = V.Splat(Unsafe.Add(ref dk, bit));
                    ref float sum = ref Unsafe.Add(ref ck, bit * c.Stride);
                    V.Store(V.FusedMultiplyAdd(y, x0, V.Load(ref sum, 0)), ref sum, 0);
                    V.Store(V.FusedMultiplyAdd(y, x1, V.Load(ref sum, V.Count)), ref sum, V.Count);
                    V.Store(V.FusedMultiplyAdd(y, x2, V.Load(ref sum, 2 * V.Count)), ref sum, 2 * V.Count);
                    V.Store(V.FusedMultiplyAdd(y, x3, V.Load(ref sum, 3 * V.Count)), ref sum, 3 * V.Count);
                    V.Store(V.FusedMultiplyAdd(y, x4, V.Load(ref sum, 4 * V.Count)), ref sum, 4 * V.Count);
                    V.Store(V.FusedMultiplyAdd(y, x5, V.Load(ref sum, 5 * V.Count)), ref sum, 5 * V.Count);
                    V.Store(V.FusedMultiplyAdd(y, x6, V.Load(ref sum, 6 * V.Count)), ref sum, 6 * V.Count);
                    V.Store(V.FusedMultiplyAdd(y, x7, V.Load(ref sum, 7 * V.Count)), ref sum, 7 * V.Count);
                    V.Store(V.FusedMultiplyAdd(y, x8, V.Load(ref sum, 8 * V.Count)), ref sum, 8 * V.Count);
                }
            }

            first = ref Unsafe.Add(ref first, x.Stride);
            d = ref Unsafe.Add(ref d, dz.Stride);
        }
    }

    [MethodImpl(Kernel)]
    private static void AddEight<V>(ulong bits, ref float dz, RowMajor w, ref float c)
        where V : struct, IFloats<V>
    {
        V c0 = V.Load(ref c, 0);
        V c1 = V.Load(ref c, V.Count);
        V c2 = V.Load(ref c, 2 * V.Count);
        V c3 = V.Load(ref c, 3 * V.Count);
        V c4 = V.Load(ref c, 4 * V.Count);
        V c5 = V.Load(ref c, 5 * V.Count);
        V c6 = V.Load(ref c, 6 * V.Count);
        V c7 = V.Load(ref c, 7 * V.Count);
        for (; bits != 0; bits &= bits - 1)
        {
            int k = BitOperations.TrailingZeroCount(bits);
            V d = V.Splat(Unsafe.Add(ref dz, k));
            ref float b = ref Unsafe.Add(ref w.Start, k * w.Stride);
            c0 = V.FusedMultiplyAdd(d, V.Load(ref b, 0), c0);
            c1 = V.FusedMultiplyAdd(d, V.Load(ref b, V.Count), c1);
            c2 = V.FusedMultiplyAdd(d, V.Load(ref b, 2 * V.Count), c2);
            c3 = V.FusedMultiplyAdd(d, V.Load(ref b, 3 * V.Count), c3);
            c4 = V.FusedMultiplyAdd(d, V.Load(ref b, 4 * V.Count), c4);
            c5 = V.FusedMultiplyAdd(d, V.Load(ref b, 5 * V.Count), c5);
            c6 = V.FusedMultiplyAdd(d, V.Load(ref b, 6 * V.Count), c6);
            c7 = V.FusedMultiplyAdd(d, V.Load(ref b, 7 * V.Count), c7);
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
    private static void AddSix<V>(ulong bits, ref float dz, RowMajor w, ref float c)
        where V : struct, IFloats<V>
    {
        V c0 = V.Load(ref c, 0);
        V c1 = V.Load(ref c, V.Count);
        V c2 = V.Load(ref c, 2 * V.Count);
        V c3 = V.Load(ref c, 3 * V.Count);
        V c4 = V.Load(ref c, 4 * V.Count);
        V c5 = V.Load(ref c, 5 * V.Count);
        for (; bits != 0; bits &= bits - 1)
        {
            int k = BitOperations.TrailingZeroCount(bits);
            V d = V.Splat(Unsafe.Add(ref dz, k));
            ref float b = ref Unsafe.Add(ref w.Start, k * w.Stride);
            c0 = V.FusedMultiplyAdd(d, V.Load(ref b, 0), c0);
            c1 = V.FusedMultiplyAdd(d, V.Load(ref b, V.Count), c1);
            c2 = V.FusedMultiplyAdd(d, V.Load(ref b, 2 * V.Count), c2);
            c3 = V.FusedMultiplyAdd(d, V.Load(ref b, 3 * V.Count), c3);
            c4 = V.FusedMultiplyAdd(d, V.Load(ref b, 4 * V.Count), c4);
            c5 = V.FusedMultiplyAdd(d, V.Load(ref b, 5 * V.Count), c5);
        }

        V.Store(c0, ref c, 0);
        V.Store(c1, ref c, V.Count);
        V.Store(c2, ref c, 2 * V.Count);
        V.Store(c3, ref c, 3 * V.Count);
        V.Store(c4, ref c, 4 * V.Count);
        V.Store(c5, ref c, 5 * V.Count);
    }

    [MethodImpl(Kernel)]
    private static void AddFour<V>(ulong bits, ref float dz, RowMajor w, ref float c)
        where V : struct, IFloats<V>
    {
        V c0 = V.Load(ref c, 0);
        V c1 = V.Load(ref c, V.Count);
        V c2 = V.Load(ref c, 2 * V.Count);
        V c3 = V.Load(ref c, 3 * V.Count);
        for (; bits != 0; bits &= bits - 1)
        {
            int k = BitOperations.TrailingZeroCount(bits);
            V d = V.Splat(Unsafe.Add(ref dz, k));
            ref float b = ref Unsafe.Add(ref w.Start, k * w.Stride);
            c0 = V.FusedMultiplyAdd(d, V.Load(ref b, 0), c0);
            c1 = V.FusedMultiplyAdd(d, V.Load(ref b, V.Count), c1);
            c2 = V.FusedMultiplyAdd(d, V.Load(ref b, 2 * V.Count), c2);
            c3 = V.FusedMultiplyAdd(d, V.Load(ref b, 3 * V.Count), c3);
        }

        V.Store(c0, ref c, 0);
        V.Store(c1, ref c, V.Count);
        V.Store(c2, ref c, 2 * V.Count);
        V.Store(c3, ref c, 3 * V.Count);
    }

    [MethodImpl(Kernel)]
    private static void AddThree<V>(ulong bits, ref float dz, RowMajor w, ref float c)
        where V : struct, IFloats<V>
    {
        V c0 = V.Load(ref c, 0);
        V c1 = V.Load(ref c, V.Count);
        V c2 = V.Load(ref c, 2 * V.Count);
        for (; bits != 0; bits &= bits - 1)
        {
            int k = BitOperations.TrailingZeroCount(bits);
            V d = V.Splat(Unsafe.Add(ref dz, k));
            ref float b = ref Unsafe.Add(ref w.Start, k * w.Stride);
            c0 = V.FusedMultiplyAdd(d, V.Load(ref b, 0), c0);
            c1 = V.FusedMultiplyAdd(d, V.Load(ref b, V.Count), c1);
            c2 = V.FusedMultiplyAdd(d, V.Load(ref b, 2 * V.Count), c2);
        }

        V.Store(c0, ref c, 0);
        V.Store(c1, ref c, V.Count);
        V.Store(c2, ref c, 2 * V.Count);
    }

    [MethodImpl(Kernel)]
    private static void AddTwo<V>(ulong bits, ref float dz, RowMajor w, ref float c)
        where V : struct, IFloats<V>
    {
        V c0 = V.Load(ref c, 0);
        V c1 = V.Load(ref c, V.Count);
        for (; bits != 0; bits &= bits - 1)
        {
            int k = BitOperations.TrailingZeroCount(bits);
            V d = V.Splat(Unsafe.Add(ref dz, k));
            ref float b = ref Unsafe.Add(ref w.Start, k * w.Stride);
            c0 = V.FusedMultiplyAdd(d, V.Load(ref b, 0), c0);
            c1 = V.FusedMultiplyAdd(d, V.Load(ref b, V.Count), c1);
        }

        V.Store(c0, ref c, 0);
        V.Store(c1, ref c, V.Count);
    }

    [MethodImpl(Kernel)]
    private static void AddOne<V>(ulong bits, ref float dz, RowMajor w, ref float c)
        where V : struct, IFloats<V>
    {
        V c0 = V.Load(ref c, 0);
        for (; bits != 0; bits &= bits - 1)
        {
            int k = BitOperations.TrailingZeroCount(bits);
            V d = V.Splat(Unsafe.Add(ref dz, k));
            ref float b = ref Unsafe.Add(ref w.Start, k * w.Stride);
            c0 = V.FusedMultiplyAdd(d, V.Load(ref b, 0), c0);
        }

        V.Store(c0, ref c, 0);
    }

    [MethodImpl(Kernel)]
    private static void SpreadEight<V>(ulong bits, ref float dz, ref float x, RowMajor c)
        where V : struct, IFloats<V>
    {
        V x0 = V.Load(ref x, 0);
        V x1 = V.Load(ref x, V.Count);
        V x2 = V.Load(ref x, 2 * V.Count);
        V x3 = V.Load(ref x, 3 * V.Count);
        V x4 = V.Load(ref x, 4 * V.Count);
        V x5 = V.Load(ref x, 5 * V.Count);
        V x6 = V.Load(ref x, 6 * V.Count);
        V x7 = V.Load(ref x, 7 * V.Count);
        for (; bits != 0; bits &= bits - 1)
        {
            int k = BitOperations.TrailingZeroCount(bits);
            V d = V.Splat(Unsafe.Add(ref dz, k));
            ref float ck = ref Unsafe.Add(ref c.Start, k * c.Stride);
            V.Store(V.FusedMultiplyAdd(d, x0, V.Load(ref ck, 0)), ref ck, 0);
            V.Store(V.FusedMultiplyAdd(d, x1, V.Load(ref ck, V.Count)), ref ck, V.Count);
            V.Store(V.FusedMultiplyAdd(d, x2, V.Load(ref ck, 2 * V.Count)), ref ck, 2 * V.Count);
            V.Store(V.FusedMultiplyAdd(d, x3, V.Load(ref ck, 3 * V.Count)), ref ck, 3 * V.Count);
            V.Store(V.FusedMultiplyAdd(d, x4, V.Load(ref ck, 4 * V.Count)), ref ck, 4 * V.Count);
            V.Store(V.FusedMultiplyAdd(d, x5, V.Load(ref ck, 5 * V.Count)), ref ck, 5 * V.Count);
            V.Store(V.FusedMultiplyAdd(d, x6, V.Load(ref ck, 6 * V.Count)), ref ck, 6 * V.Count);
            V.Store(V.FusedMultiplyAdd(d, x7, V.Load(ref ck, 7 * V.Count)), ref ck, 7 * V.Count);
        }
    }

    [MethodImpl(Kernel)]
    private static void SpreadSix<V>(ulong bits, ref float dz, ref float x, RowMajor c)
        where V : struct, IFloats<V>
    {
        V x0 = V.Load(ref x, 0);
        V x1 = V.Load(ref x, V.Count);
        V x2 = V.Load(ref x, 2 * V.Count);
        V x3 = V.Load(ref x, 3 * V.Count);
        V x4 = V.Load(ref x, 4 * V.Count);
        V x5 = V.Load(ref x, 5 * V.Count);
        for (; bits != 0; bits &= bits - 1)
        {
            int k = BitOperations.TrailingZeroCount(bits);
            V d = V.Splat(Unsafe.Add(ref dz, k));
            ref float ck = ref Unsafe.Add(ref c.Start, k * c.Stride);
            V.Store(V.FusedMultiplyAdd(d, x0, V.Load(ref ck, 0)), ref ck, 0);
            V.Store(V.FusedMultiplyAdd(d, x1, V.Load(ref ck, V.Count)), ref ck, V.Count);
            V.Store(V.FusedMultiplyAdd(d, x2, V.Load(ref ck, 2 * V.Count)), ref ck, 2 * V.Count);
            V.Store(V.FusedMultiplyAdd(d, x3, V.Load(ref ck, 3 * V.Count)), ref ck, 3 * V.Count);
            V.Store(V.FusedMultiplyAdd(d, x4, V.Load(ref ck, 4 * V.Count)), ref ck, 4 * V.Count);
            V.Store(V.FusedMultiplyAdd(d, x5, V.Load(ref ck, 5 * V.Count)), ref ck, 5 * V.Count);
        }
    }

    [MethodImpl(Kernel)]
    private static void SpreadFour<V>(ulong bits, ref float dz, ref float x, RowMajor c)
        where V : struct, IFloats<V>
    {
        V x0 = V.Load(ref x, 0);
        V x1 = V.Load(ref x, V.Count);
        V x2 = V.Load(ref x, 2 * V.Count);
        V x3 = V.Load(ref x, 3 * V.Count);
        for (; bits != 0; bits &= bits - 1)
        {
            int k = BitOperations.TrailingZeroCount(bits);
            V d = V.Splat(Unsafe.Add(ref dz, k));
            ref float ck = ref Unsafe.Add(ref c.Start, k * c.Stride);
            V.Store(V.FusedMultiplyAdd(d, x0, V.Load(ref ck, 0)), ref ck, 0);
            V.Store(V.FusedMultiplyAdd(d, x1, V.Load(ref ck, V.Count)), ref ck, V.Count);
            V.Store(V.FusedMultiplyAdd(d, x2, V.Load(ref ck, 2 * V.Count)), ref ck, 2 * V.Count);
            V.Store(V.FusedMultiplyAdd(d, x3, V.Load(ref ck, 3 * V.Count)), ref ck, 3 * V.Count);
        }
    }

    [MethodImpl(Kernel)]
    private static void SpreadThree<V>(ulong bits, ref float dz, ref float x, RowMajor c)
        where V : struct, IFloats<V>
    {
        V x0 = V.Load(ref x, 0);
        V x1 = V.Load(ref x, V.Count);
        V x2 = V.Load(ref x, 2 * V.Count);
        for (; bits != 0; bits &= bits - 1)
        {
            int k = BitOperations.TrailingZeroCount(bits);
            V d = V.Splat(Unsafe.Add(ref dz, k));
            ref float ck = ref Unsafe.Add(ref c.Start, k * c.Stride);
            V.Store(V.FusedMultiplyAdd(d, x0, V.Load(ref ck, 0)), ref ck, 0);
            V.Store(V.FusedMultiplyAdd(d, x1, V.Load(ref ck, V.Count)), ref ck, V.Count);
            V.Store(V.FusedMultiplyAdd(d, x2, V.Load(ref ck, 2 * V.Count)), ref ck, 2 * V.Count);
        }
    }

    [MethodImpl(Kernel)]
    private static void SpreadTwo<V>(ulong bits, ref float dz, ref float x, RowMajor c)
        where V : struct, IFloats<V>
    {
        V x0 = V.Load(ref x, 0);
        V x1 = V.Load(ref x, V.Count);
        for (; bits != 0; bits &= bits - 1)
        {
            int k = BitOperations.TrailingZeroCount(bits);
            V d = V.Splat(Unsafe.Add(ref dz, k));
            ref float ck = ref Unsafe.Add(ref c.Start, k * c.Stride);
            V.Store(V.FusedMultiplyAdd(d, x0, V.Load(ref ck, 0)), ref ck, 0);
            V.Store(V.FusedMultiplyAdd(d, x1, V.Load(ref ck, V.Count)), ref ck, V.Count);
        }
    }

    [MethodImpl(Kernel)]
    private static void SpreadOne<V>(ulong bits, ref float dz, ref float x, RowMajor c)
        where V : struct, IFloats<V>
    {
        V x0 = V.Load(ref x, 0);
        for (; bits != 0; bits &= bits - 1)
        {
            int k = BitOperations.TrailingZeroCount(bits);
            V d = V.Splat(Unsafe.Add(ref dz, k));
            ref float ck = ref Unsafe.Add(ref c.Start, k * c.Stride);
            V.Store(V.FusedMultiplyAdd(d, x0, V.Load(ref ck, 0)), ref ck, 0);
        }
    }
}
