using System.Numerics;
using System.Runtime.CompilerServices;

namespace NetGen.CompilerServices;

/// <content>
/// The kernels: one row of c after another, 8, 7, 4, 2 or 1 vectors wide, in registers while the marked k run. Eight or seven sums hide the
/// time that a multiply-add takes.
/// </content>
public static partial class SparseTiles
{
    private const MethodImplOptions Kernel = MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining;

    // Computes a register row of at most so many columns; returns how many it was.
    private static int RegisterRows<V>(int columns, bool fromZero, int rows, RowMajor a, MarkWords marks, RowMajor b, RowMajor c)
        where V : struct, IFloats<V>
    {
        int vectors = columns / V.Count;
        switch (vectors)
        {
            case >= 8 when vectors % 7 != 0:
                Eight<V>(fromZero, rows, a, marks, b, c);
                return 8 * V.Count;
            case >= 7:
                Seven<V>(fromZero, rows, a, marks, b, c);
                return 7 * V.Count;
            case >= 4:
                Four<V>(fromZero, rows, a, marks, b, c);
                return 4 * V.Count;
            case >= 2:
                Two<V>(fromZero, rows, a, marks, b, c);
                return 2 * V.Count;
            default:
                One<V>(fromZero, rows, a, marks, b, c);
                return V.Count;
        }
    }

    [MethodImpl(Kernel)]
    private static void Eight<V>(bool fromZero, int rows, RowMajor left, MarkWords marks, RowMajor right, RowMajor output)
        where V : struct, IFloats<V>
    {
        ref float a = ref left.Start, b = ref right.Start, c = ref output.Start;
        ref ulong word = ref marks.Start;
        for (; rows > 0; rows--)
        {
            V c0 = V.Zero, c1 = V.Zero, c2 = V.Zero, c3 = V.Zero, c4 = V.Zero, c5 = V.Zero, c6 = V.Zero, c7 = V.Zero;
            if (!fromZero)
            {
                c0 = V.Load(ref c, 0);
                c1 = V.Load(ref c, V.Count);
                c2 = V.Load(ref c, 2 * V.Count);
                c3 = V.Load(ref c, 3 * V.Count);
                c4 = V.Load(ref c, 4 * V.Count);
                c5 = V.Load(ref c, 5 * V.Count);
                c6 = V.Load(ref c, 6 * V.Count);
                c7 = V.Load(ref c, 7 * V.Count);
            }

            for (ulong bits = word; bits != 0; bits &= bits - 1)
            {
                int k = BitOperations.TrailingZeroCount(bits);
                V x = V.Splat(Unsafe.Add(ref a, k));
                ref float bk = ref Unsafe.Add(ref b, k * right.Stride);
                c0 = V.FusedMultiplyAdd(x, V.Load(ref bk, 0), c0);
                c1 = V.FusedMultiplyAdd(x, V.Load(ref bk, V.Count), c1);
                c2 = V.FusedMultiplyAdd(x, V.Load(ref bk, 2 * V.Count), c2);
                c3 = V.FusedMultiplyAdd(x, V.Load(ref bk, 3 * V.Count), c3);
                c4 = V.FusedMultiplyAdd(x, V.Load(ref bk, 4 * V.Count), c4);
                c5 = V.FusedMultiplyAdd(x, V.Load(ref bk, 5 * V.Count), c5);
                c6 = V.FusedMultiplyAdd(x, V.Load(ref bk, 6 * V.Count), c6);
                c7 = V.FusedMultiplyAdd(x, V.Load(ref bk, 7 * V.Count), c7);
            }

            V.Store(c0, ref c, 0);
            V.Store(c1, ref c, V.Count);
            V.Store(c2, ref c, 2 * V.Count);
            V.Store(c3, ref c, 3 * V.Count);
            V.Store(c4, ref c, 4 * V.Count);
            V.Store(c5, ref c, 5 * V.Count);
            V.Store(c6, ref c, 6 * V.Count);
            V.Store(c7, ref c, 7 * V.Count);
            a = ref Unsafe.Add(ref a, left.Stride);
            word = ref Unsafe.Add(ref word, marks.Stride);
            c = ref Unsafe.Add(ref c, output.Stride);
        }
    }

    [MethodImpl(Kernel)]
    private static void Seven<V>(bool fromZero, int rows, RowMajor left, MarkWords marks, RowMajor right, RowMajor output)
        where V : struct, IFloats<V>
    {
        ref float a = ref left.Start, b = ref right.Start, c = ref output.Start;
        ref ulong word = ref marks.Start;
        for (; rows > 0; rows--)
        {
            V c0 = V.Zero, c1 = V.Zero, c2 = V.Zero, c3 = V.Zero, c4 = V.Zero, c5 = V.Zero, c6 = V.Zero;
            if (!fromZero)
            {
                c0 = V.Load(ref c, 0);
                c1 = V.Load(ref c, V.Count);
                c2 = V.Load(ref c, 2 * V.Count);
                c3 = V.Load(ref c, 3 * V.Count);
                c4 = V.Load(ref c, 4 * V.Count);
                c5 = V.Load(ref c, 5 * V.Count);
                c6 = V.Load(ref c, 6 * V.Count);
            }

            for (ulong bits = word; bits != 0; bits &= bits - 1)
            {
                int k = BitOperations.TrailingZeroCount(bits);
                V x = V.Splat(Unsafe.Add(ref a, k));
                ref float bk = ref Unsafe.Add(ref b, k * right.Stride);
                c0 = V.FusedMultiplyAdd(x, V.Load(ref bk, 0), c0);
                c1 = V.FusedMultiplyAdd(x, V.Load(ref bk, V.Count), c1);
                c2 = V.FusedMultiplyAdd(x, V.Load(ref bk, 2 * V.Count), c2);
                c3 = V.FusedMultiplyAdd(x, V.Load(ref bk, 3 * V.Count), c3);
                c4 = V.FusedMultiplyAdd(x, V.Load(ref bk, 4 * V.Count), c4);
                c5 = V.FusedMultiplyAdd(x, V.Load(ref bk, 5 * V.Count), c5);
                c6 = V.FusedMultiplyAdd(x, V.Load(ref bk, 6 * V.Count), c6);
            }

            V.Store(c0, ref c, 0);
            V.Store(c1, ref c, V.Count);
            V.Store(c2, ref c, 2 * V.Count);
            V.Store(c3, ref c, 3 * V.Count);
            V.Store(c4, ref c, 4 * V.Count);
            V.Store(c5, ref c, 5 * V.Count);
            V.Store(c6, ref c, 6 * V.Count);
            a = ref Unsafe.Add(ref a, left.Stride);
            word = ref Unsafe.Add(ref word, marks.Stride);
            c = ref Unsafe.Add(ref c, output.Stride);
        }
    }

    [MethodImpl(Kernel)]
    private static void Four<V>(bool fromZero, int rows, RowMajor left, MarkWords marks, RowMajor right, RowMajor output)
        where V : struct, IFloats<V>
    {
        ref float a = ref left.Start, b = ref right.Start, c = ref output.Start;
        ref ulong word = ref marks.Start;
        for (; rows > 0; rows--)
        {
            V c0 = V.Zero, c1 = V.Zero, c2 = V.Zero, c3 = V.Zero;
            if (!fromZero)
            {
                c0 = V.Load(ref c, 0);
                c1 = V.Load(ref c, V.Count);
                c2 = V.Load(ref c, 2 * V.Count);
                c3 = V.Load(ref c, 3 * V.Count);
            }

            for (ulong bits = word; bits != 0; bits &= bits - 1)
            {
                int k = BitOperations.TrailingZeroCount(bits);
                V x = V.Splat(Unsafe.Add(ref a, k));
                ref float bk = ref Unsafe.Add(ref b, k * right.Stride);
                c0 = V.FusedMultiplyAdd(x, V.Load(ref bk, 0), c0);
                c1 = V.FusedMultiplyAdd(x, V.Load(ref bk, V.Count), c1);
                c2 = V.FusedMultiplyAdd(x, V.Load(ref bk, 2 * V.Count), c2);
                c3 = V.FusedMultiplyAdd(x, V.Load(ref bk, 3 * V.Count), c3);
            }

            V.Store(c0, ref c, 0);
            V.Store(c1, ref c, V.Count);
            V.Store(c2, ref c, 2 * V.Count);
            V.Store(c3, ref c, 3 * V.Count);
            a = ref Unsafe.Add(ref a, left.Stride);
            word = ref Unsafe.Add(ref word, marks.Stride);
            c = ref Unsafe.Add(ref c, output.Stride);
        }
    }

    [MethodImpl(Kernel)]
    private static void Two<V>(bool fromZero, int rows, RowMajor left, MarkWords marks, RowMajor right, RowMajor output)
        where V : struct, IFloats<V>
    {
        ref float a = ref left.Start, b = ref right.Start, c = ref output.Start;
        ref ulong word = ref marks.Start;
        for (; rows > 0; rows--)
        {
            V c0 = V.Zero, c1 = V.Zero;
            if (!fromZero)
            {
                c0 = V.Load(ref c, 0);
                c1 = V.Load(ref c, V.Count);
            }

            for (ulong bits = word; bits != 0; bits &= bits - 1)
            {
                int k = BitOperations.TrailingZeroCount(bits);
                V x = V.Splat(Unsafe.Add(ref a, k));
                ref float bk = ref Unsafe.Add(ref b, k * right.Stride);
                c0 = V.FusedMultiplyAdd(x, V.Load(ref bk, 0), c0);
                c1 = V.FusedMultiplyAdd(x, V.Load(ref bk, V.Count), c1);
            }

            V.Store(c0, ref c, 0);
            V.Store(c1, ref c, V.Count);
            a = ref Unsafe.Add(ref a, left.Stride);
            word = ref Unsafe.Add(ref word, marks.Stride);
            c = ref Unsafe.Add(ref c, output.Stride);
        }
    }

    [MethodImpl(Kernel)]
    private static void One<V>(bool fromZero, int rows, RowMajor left, MarkWords marks, RowMajor right, RowMajor output)
        where V : struct, IFloats<V>
    {
        ref float a = ref left.Start, b = ref right.Start, c = ref output.Start;
        ref ulong word = ref marks.Start;
        for (; rows > 0; rows--)
        {
            V c0 = V.Zero;
            if (!fromZero)
            {
                c0 = V.Load(ref c, 0);
            }

            for (ulong bits = word; bits != 0; bits &= bits - 1)
            {
                int k = BitOperations.TrailingZeroCount(bits);
                V x = V.Splat(Unsafe.Add(ref a, k));
                ref float bk = ref Unsafe.Add(ref b, k * right.Stride);
                c0 = V.FusedMultiplyAdd(x, V.Load(ref bk, 0), c0);
            }

            V.Store(c0, ref c, 0);
            a = ref Unsafe.Add(ref a, left.Stride);
            word = ref Unsafe.Add(ref word, marks.Stride);
            c = ref Unsafe.Add(ref c, output.Stride);
        }
    }
}
