using System.Runtime.CompilerServices;

namespace NetGen.CompilerServices;

/// <content>
/// The kernels: 12, 8, 6, 4, 2 or 1 register rows, summed in registers while k runs. Every row of a is one address of the form
/// a + s·{1, 2, 4, 8}, with s and its odd multiples, in bytes, made before the loop: address arithmetic within it would take the very
/// ports that multiply-adds need. They take a's strides one by one: in a struct both would share a register, which costs a small network
/// one percent.
/// </content>
public static partial class Tiles
{
    private const MethodImplOptions Kernel = MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining;

    // The block in tiles of TRow's width. The tallest, 12 or 6 rows, has as many register rows as the registers hold; how the block is
    // cut does not change its bits, for no sum crosses a tile.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Cover<TRow, TStart>(float beta, int tallest, ProductShape shape, Strided a, RowMajor b, RowMajor c)
        where TRow : struct, IRegisterRow<TRow>
        where TStart : struct, IStart
    {
        for (int j = 0; j < shape.Width; j += TRow.Width)
        {
            RowMajor bj = b.From(0, j);
            for (int i = 0, height; i < shape.Height; i += height)
            {
                height = Height(tallest, shape.Height - i);
                ref float ai = ref a.Row(i);
                RowMajor cij = c.From(i, j);
                switch (height)
                {
                    case 12:
                        Twelve<TRow, TStart>(beta, shape.Depth, ref ai, a.RowStride, a.ColumnStride, bj, cij);
                        break;
                    case 8:
                        Eight<TRow, TStart>(beta, shape.Depth, ref ai, a.RowStride, a.ColumnStride, bj, cij);
                        break;
                    case 6:
                        Six<TRow, TStart>(beta, shape.Depth, ref ai, a.RowStride, a.ColumnStride, bj, cij);
                        break;
                    case 4:
                        Four<TRow, TStart>(beta, shape.Depth, ref ai, a.RowStride, a.ColumnStride, bj, cij);
                        break;
                    case 2:
                        Two<TRow, TStart>(beta, shape.Depth, ref ai, a.RowStride, a.ColumnStride, bj, cij);
                        break;
                    default:
                        One<TRow, TStart>(beta, shape.Depth, ref ai, a.ColumnStride, bj, cij);
                        break;
                }
            }
        }
    }

    // The next tile's rows: the most that fit, but of 16 and of 8 rows two equal halves, which leaves no thin tile over.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Height(int tallest, int rows) => tallest == 12
        ? rows switch { 16 => 8, >= 12 => 12, >= 8 => 8, >= 4 => 4, >= 2 => 2, _ => 1 }
        : rows switch { 8 => 4, >= 6 => 6, >= 4 => 4, >= 2 => 2, _ => 1 };

    [MethodImpl(Kernel)]
    private static void Twelve<TRow, TStart>(float beta, int depth, ref float a, nint aRow, nint aStep, RowMajor right, RowMajor output)
        where TRow : struct, IRegisterRow<TRow>
        where TStart : struct, IStart
    {
        ref float b = ref right.Start, c = ref output.Start;
        nint cRow = output.Stride;
        TRow c0 = TStart.Of<TRow>(beta, ref c);
        TRow c1 = TStart.Of<TRow>(beta, ref Unsafe.Add(ref c, cRow));
        TRow c2 = TStart.Of<TRow>(beta, ref Unsafe.Add(ref c, 2 * cRow));
        TRow c3 = TStart.Of<TRow>(beta, ref Unsafe.Add(ref c, 3 * cRow));
        TRow c4 = TStart.Of<TRow>(beta, ref Unsafe.Add(ref c, 4 * cRow));
        TRow c5 = TStart.Of<TRow>(beta, ref Unsafe.Add(ref c, 5 * cRow));
        TRow c6 = TStart.Of<TRow>(beta, ref Unsafe.Add(ref c, 6 * cRow));
        TRow c7 = TStart.Of<TRow>(beta, ref Unsafe.Add(ref c, 7 * cRow));
        TRow c8 = TStart.Of<TRow>(beta, ref Unsafe.Add(ref c, 8 * cRow));
        TRow c9 = TStart.Of<TRow>(beta, ref Unsafe.Add(ref c, 9 * cRow));
        TRow c10 = TStart.Of<TRow>(beta, ref Unsafe.Add(ref c, 10 * cRow));
        TRow c11 = TStart.Of<TRow>(beta, ref Unsafe.Add(ref c, 11 * cRow));
        nint s = sizeof(float) * aRow, s3 = 3 * s, s5 = 5 * s, s7 = 7 * s, s9 = 9 * s, s11 = 11 * s, aNext = sizeof(float) * aStep, bNext = right.RowBytes;
        for (; depth > 0; depth--)
        {
            TRow x = TRow.Load(ref b);
            c0.Add(ref a, x);
            c1.Add(ref Unsafe.AddByteOffset(ref a, s), x);
            c2.Add(ref Unsafe.AddByteOffset(ref a, 2 * s), x);
            c3.Add(ref Unsafe.AddByteOffset(ref a, s3), x);
            c4.Add(ref Unsafe.AddByteOffset(ref a, 4 * s), x);
            c5.Add(ref Unsafe.AddByteOffset(ref a, s5), x);
            c6.Add(ref Unsafe.AddByteOffset(ref a, 2 * s3), x);
            c7.Add(ref Unsafe.AddByteOffset(ref a, s7), x);
            c8.Add(ref Unsafe.AddByteOffset(ref a, 8 * s), x);
            c9.Add(ref Unsafe.AddByteOffset(ref a, s9), x);
            c10.Add(ref Unsafe.AddByteOffset(ref a, 2 * s5), x);
            c11.Add(ref Unsafe.AddByteOffset(ref a, s11), x);
            a = ref Unsafe.AddByteOffset(ref a, aNext);
            b = ref Unsafe.AddByteOffset(ref b, bNext);
        }

        TRow.Store(c0, ref c);
        TRow.Store(c1, ref Unsafe.Add(ref c, cRow));
        TRow.Store(c2, ref Unsafe.Add(ref c, 2 * cRow));
        TRow.Store(c3, ref Unsafe.Add(ref c, 3 * cRow));
        TRow.Store(c4, ref Unsafe.Add(ref c, 4 * cRow));
        TRow.Store(c5, ref Unsafe.Add(ref c, 5 * cRow));
        TRow.Store(c6, ref Unsafe.Add(ref c, 6 * cRow));
        TRow.Store(c7, ref Unsafe.Add(ref c, 7 * cRow));
        TRow.Store(c8, ref Unsafe.Add(ref c, 8 * cRow));
        TRow.Store(c9, ref Unsafe.Add(ref c, 9 * cRow));
        TRow.Store(c10, ref Unsafe.Add(ref c, 10 * cRow));
        TRow.Store(c11, ref Unsafe.Add(ref c, 11 * cRow));
    }

    [MethodImpl(Kernel)]
    private static void Eight<TRow, TStart>(float beta, int depth, ref float a, nint aRow, nint aStep, RowMajor right, RowMajor output)
        where TRow : struct, IRegisterRow<TRow>
        where TStart : struct, IStart
    {
        ref float b = ref right.Start, c = ref output.Start;
        nint cRow = output.Stride;
        TRow c0 = TStart.Of<TRow>(beta, ref c);
        TRow c1 = TStart.Of<TRow>(beta, ref Unsafe.Add(ref c, cRow));
        TRow c2 = TStart.Of<TRow>(beta, ref Unsafe.Add(ref c, 2 * cRow));
        TRow c3 = TStart.Of<TRow>(beta, ref Unsafe.Add(ref c, 3 * cRow));
        TRow c4 = TStart.Of<TRow>(beta, ref Unsafe.Add(ref c, 4 * cRow));
        TRow c5 = TStart.Of<TRow>(beta, ref Unsafe.Add(ref c, 5 * cRow));
        TRow c6 = TStart.Of<TRow>(beta, ref Unsafe.Add(ref c, 6 * cRow));
        TRow c7 = TStart.Of<TRow>(beta, ref Unsafe.Add(ref c, 7 * cRow));
        nint s = sizeof(float) * aRow, s3 = 3 * s, s5 = 5 * s, s7 = 7 * s, aNext = sizeof(float) * aStep, bNext = right.RowBytes;
        for (; depth > 0; depth--)
        {
            TRow x = TRow.Load(ref b);
            c0.Add(ref a, x);
            c1.Add(ref Unsafe.AddByteOffset(ref a, s), x);
            c2.Add(ref Unsafe.AddByteOffset(ref a, 2 * s), x);
            c3.Add(ref Unsafe.AddByteOffset(ref a, s3), x);
            c4.Add(ref Unsafe.AddByteOffset(ref a, 4 * s), x);
            c5.Add(ref Unsafe.AddByteOffset(ref a, s5), x);
            c6.Add(ref Unsafe.AddByteOffset(ref a, 2 * s3), x);
            c7.Add(ref Unsafe.AddByteOffset(ref a, s7), x);
            a = ref Unsafe.AddByteOffset(ref a, aNext);
            b = ref Unsafe.AddByteOffset(ref b, bNext);
        }

        TRow.Store(c0, ref c);
        TRow.Store(c1, ref Unsafe.Add(ref c, cRow));
        TRow.Store(c2, ref Unsafe.Add(ref c, 2 * cRow));
        TRow.Store(c3, ref Unsafe.Add(ref c, 3 * cRow));
        TRow.Store(c4, ref Unsafe.Add(ref c, 4 * cRow));
        TRow.Store(c5, ref Unsafe.Add(ref c, 5 * cRow));
        TRow.Store(c6, ref Unsafe.Add(ref c, 6 * cRow));
        TRow.Store(c7, ref Unsafe.Add(ref c, 7 * cRow));
    }

    [MethodImpl(Kernel)]
    private static void Six<TRow, TStart>(float beta, int depth, ref float a, nint aRow, nint aStep, RowMajor right, RowMajor output)
        where TRow : struct, IRegisterRow<TRow>
        where TStart : struct, IStart
    {
        ref float b = ref right.Start, c = ref output.Start;
        nint cRow = output.Stride;
        TRow c0 = TStart.Of<TRow>(beta, ref c);
        TRow c1 = TStart.Of<TRow>(beta, ref Unsafe.Add(ref c, cRow));
        TRow c2 = TStart.Of<TRow>(beta, ref Unsafe.Add(ref c, 2 * cRow));
        TRow c3 = TStart.Of<TRow>(beta, ref Unsafe.Add(ref c, 3 * cRow));
        TRow c4 = TStart.Of<TRow>(beta, ref Unsafe.Add(ref c, 4 * cRow));
        TRow c5 = TStart.Of<TRow>(beta, ref Unsafe.Add(ref c, 5 * cRow));
        nint s = sizeof(float) * aRow, s3 = 3 * s, s5 = 5 * s, aNext = sizeof(float) * aStep, bNext = right.RowBytes;
        for (; depth > 0; depth--)
        {
            TRow x = TRow.Load(ref b);
            c0.Add(ref a, x);
            c1.Add(ref Unsafe.AddByteOffset(ref a, s), x);
            c2.Add(ref Unsafe.AddByteOffset(ref a, 2 * s), x);
            c3.Add(ref Unsafe.AddByteOffset(ref a, s3), x);
            c4.Add(ref Unsafe.AddByteOffset(ref a, 4 * s), x);
            c5.Add(ref Unsafe.AddByteOffset(ref a, s5), x);
            a = ref Unsafe.AddByteOffset(ref a, aNext);
            b = ref Unsafe.AddByteOffset(ref b, bNext);
        }

        TRow.Store(c0, ref c);
        TRow.Store(c1, ref Unsafe.Add(ref c, cRow));
        TRow.Store(c2, ref Unsafe.Add(ref c, 2 * cRow));
        TRow.Store(c3, ref Unsafe.Add(ref c, 3 * cRow));
        TRow.Store(c4, ref Unsafe.Add(ref c, 4 * cRow));
        TRow.Store(c5, ref Unsafe.Add(ref c, 5 * cRow));
    }

    [MethodImpl(Kernel)]
    private static void Four<TRow, TStart>(float beta, int depth, ref float a, nint aRow, nint aStep, RowMajor right, RowMajor output)
        where TRow : struct, IRegisterRow<TRow>
        where TStart : struct, IStart
    {
        ref float b = ref right.Start, c = ref output.Start;
        nint cRow = output.Stride;
        TRow c0 = TStart.Of<TRow>(beta, ref c);
        TRow c1 = TStart.Of<TRow>(beta, ref Unsafe.Add(ref c, cRow));
        TRow c2 = TStart.Of<TRow>(beta, ref Unsafe.Add(ref c, 2 * cRow));
        TRow c3 = TStart.Of<TRow>(beta, ref Unsafe.Add(ref c, 3 * cRow));
        nint s = sizeof(float) * aRow, s3 = 3 * s, aNext = sizeof(float) * aStep, bNext = right.RowBytes;
        for (; depth > 0; depth--)
        {
            TRow x = TRow.Load(ref b);
            c0.Add(ref a, x);
            c1.Add(ref Unsafe.AddByteOffset(ref a, s), x);
            c2.Add(ref Unsafe.AddByteOffset(ref a, 2 * s), x);
            c3.Add(ref Unsafe.AddByteOffset(ref a, s3), x);
            a = ref Unsafe.AddByteOffset(ref a, aNext);
            b = ref Unsafe.AddByteOffset(ref b, bNext);
        }

        TRow.Store(c0, ref c);
        TRow.Store(c1, ref Unsafe.Add(ref c, cRow));
        TRow.Store(c2, ref Unsafe.Add(ref c, 2 * cRow));
        TRow.Store(c3, ref Unsafe.Add(ref c, 3 * cRow));
    }

    [MethodImpl(Kernel)]
    private static void Two<TRow, TStart>(float beta, int depth, ref float a, nint aRow, nint aStep, RowMajor right, RowMajor output)
        where TRow : struct, IRegisterRow<TRow>
        where TStart : struct, IStart
    {
        ref float b = ref right.Start, c = ref output.Start;
        nint cRow = output.Stride;
        TRow c0 = TStart.Of<TRow>(beta, ref c);
        TRow c1 = TStart.Of<TRow>(beta, ref Unsafe.Add(ref c, cRow));
        nint s = sizeof(float) * aRow, aNext = sizeof(float) * aStep, bNext = right.RowBytes;
        for (; depth > 0; depth--)
        {
            TRow x = TRow.Load(ref b);
            c0.Add(ref a, x);
            c1.Add(ref Unsafe.AddByteOffset(ref a, s), x);
            a = ref Unsafe.AddByteOffset(ref a, aNext);
            b = ref Unsafe.AddByteOffset(ref b, bNext);
        }

        TRow.Store(c0, ref c);
        TRow.Store(c1, ref Unsafe.Add(ref c, cRow));
    }

    [MethodImpl(Kernel)]
    private static void One<TRow, TStart>(float beta, int depth, ref float a, nint aStep, RowMajor right, RowMajor output)
        where TRow : struct, IRegisterRow<TRow>
        where TStart : struct, IStart
    {
        ref float b = ref right.Start, c = ref output.Start;
        TRow sum = TStart.Of<TRow>(beta, ref c);
        nint aNext = sizeof(float) * aStep, bNext = right.RowBytes;
        for (; depth > 0; depth--)
        {
            sum.Add(ref a, TRow.Load(ref b));
            a = ref Unsafe.AddByteOffset(ref a, aNext);
            b = ref Unsafe.AddByteOffset(ref b, bNext);
        }

        TRow.Store(sum, ref c);
    }
}
