using System.Runtime.CompilerServices;

namespace NetGen.Numerics;

/// <content>The kernels: 8, 4, 2 or 1 rows of strips, summed in registers while k runs.</content>
public static partial class Tiles
{
    private const MethodImplOptions Kernel = MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining;

    // The tile in pieces of TStrip's width. The tallest piece, 8 or 4 rows, is as many strips as the registers hold; how
    // the tile is cut does not change its bits, for no sum crosses a piece.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Cover<TStrip>(
        int tallest, int rows, int columns, int depth, ref float a, int aRow, int aStep, ref float b, int bRow, ref float c, int cRow)
        where TStrip : struct, IStrip<TStrip>
    {
        for (int j = 0; j < columns; j += TStrip.Width)
        {
            ref float bj = ref Unsafe.Add(ref b, j);
            ref float cj = ref Unsafe.Add(ref c, j);
            if (rows == 8 && tallest == 8)
            {
                Eight<TStrip>(depth, ref a, aRow, aStep, ref bj, bRow, ref cj, cRow);
                continue;
            }

            int i = 0;
            for (; i + 4 <= rows; i += 4)
            {
                Four<TStrip>(depth, ref Unsafe.Add(ref a, i * aRow), aRow, aStep, ref bj, bRow, ref Unsafe.Add(ref cj, i * cRow), cRow);
            }

            for (; i + 2 <= rows; i += 2)
            {
                Two<TStrip>(depth, ref Unsafe.Add(ref a, i * aRow), aRow, aStep, ref bj, bRow, ref Unsafe.Add(ref cj, i * cRow), cRow);
            }

            if (i < rows)
            {
                One<TStrip>(depth, ref Unsafe.Add(ref a, i * aRow), aStep, ref bj, bRow, ref Unsafe.Add(ref cj, i * cRow));
            }
        }
    }

    [MethodImpl(Kernel)]
    private static void Eight<TStrip>(int depth, ref float a, nint aRow, nint aStep, ref float b, nint bRow, ref float c, nint cRow)
        where TStrip : struct, IStrip<TStrip>
    {
        TStrip c0 = default, c1 = default, c2 = default, c3 = default, c4 = default, c5 = default, c6 = default, c7 = default;
        for (; depth > 0; depth--)
        {
            TStrip x = TStrip.Load(ref b);
            c0 = TStrip.MultiplyAdd(ref a, x, c0);
            c1 = TStrip.MultiplyAdd(ref Unsafe.Add(ref a, aRow), x, c1);
            c2 = TStrip.MultiplyAdd(ref Unsafe.Add(ref a, 2 * aRow), x, c2);
            c3 = TStrip.MultiplyAdd(ref Unsafe.Add(ref a, 3 * aRow), x, c3);
            c4 = TStrip.MultiplyAdd(ref Unsafe.Add(ref a, 4 * aRow), x, c4);
            c5 = TStrip.MultiplyAdd(ref Unsafe.Add(ref a, 5 * aRow), x, c5);
            c6 = TStrip.MultiplyAdd(ref Unsafe.Add(ref a, 6 * aRow), x, c6);
            c7 = TStrip.MultiplyAdd(ref Unsafe.Add(ref a, 7 * aRow), x, c7);
            a = ref Unsafe.Add(ref a, aStep);
            b = ref Unsafe.Add(ref b, bRow);
        }

        TStrip.Store(c0, ref c);
        TStrip.Store(c1, ref Unsafe.Add(ref c, cRow));
        TStrip.Store(c2, ref Unsafe.Add(ref c, 2 * cRow));
        TStrip.Store(c3, ref Unsafe.Add(ref c, 3 * cRow));
        TStrip.Store(c4, ref Unsafe.Add(ref c, 4 * cRow));
        TStrip.Store(c5, ref Unsafe.Add(ref c, 5 * cRow));
        TStrip.Store(c6, ref Unsafe.Add(ref c, 6 * cRow));
        TStrip.Store(c7, ref Unsafe.Add(ref c, 7 * cRow));
    }

    [MethodImpl(Kernel)]
    private static void Four<TStrip>(int depth, ref float a, nint aRow, nint aStep, ref float b, nint bRow, ref float c, nint cRow)
        where TStrip : struct, IStrip<TStrip>
    {
        TStrip c0 = default, c1 = default, c2 = default, c3 = default;
        for (; depth > 0; depth--)
        {
            TStrip x = TStrip.Load(ref b);
            c0 = TStrip.MultiplyAdd(ref a, x, c0);
            c1 = TStrip.MultiplyAdd(ref Unsafe.Add(ref a, aRow), x, c1);
            c2 = TStrip.MultiplyAdd(ref Unsafe.Add(ref a, 2 * aRow), x, c2);
            c3 = TStrip.MultiplyAdd(ref Unsafe.Add(ref a, 3 * aRow), x, c3);
            a = ref Unsafe.Add(ref a, aStep);
            b = ref Unsafe.Add(ref b, bRow);
        }

        TStrip.Store(c0, ref c);
        TStrip.Store(c1, ref Unsafe.Add(ref c, cRow));
        TStrip.Store(c2, ref Unsafe.Add(ref c, 2 * cRow));
        TStrip.Store(c3, ref Unsafe.Add(ref c, 3 * cRow));
    }

    [MethodImpl(Kernel)]
    private static void Two<TStrip>(int depth, ref float a, nint aRow, nint aStep, ref float b, nint bRow, ref float c, nint cRow)
        where TStrip : struct, IStrip<TStrip>
    {
        TStrip c0 = default, c1 = default;
        for (; depth > 0; depth--)
        {
            TStrip x = TStrip.Load(ref b);
            c0 = TStrip.MultiplyAdd(ref a, x, c0);
            c1 = TStrip.MultiplyAdd(ref Unsafe.Add(ref a, aRow), x, c1);
            a = ref Unsafe.Add(ref a, aStep);
            b = ref Unsafe.Add(ref b, bRow);
        }

        TStrip.Store(c0, ref c);
        TStrip.Store(c1, ref Unsafe.Add(ref c, cRow));
    }

    [MethodImpl(Kernel)]
    private static void One<TStrip>(int depth, ref float a, nint aStep, ref float b, nint bRow, ref float c)
        where TStrip : struct, IStrip<TStrip>
    {
        TStrip sum = default;
        for (; depth > 0; depth--)
        {
            sum = TStrip.MultiplyAdd(ref a, TStrip.Load(ref b), sum);
            a = ref Unsafe.Add(ref a, aStep);
            b = ref Unsafe.Add(ref b, bRow);
        }

        TStrip.Store(sum, ref c);
    }
}
