using System.Runtime.CompilerServices;

namespace NetGen.CompilerServices;

/// <content>
/// The kernels: 14 to 1 register rows, summed in registers while three loops run. As in <see cref="Tiles"/>, every row of a is one address of
/// the form a + s·{1, 2, 4, 8}, with s and its odd multiples, in bytes, made before the loops.
/// </content>
public static partial class WindowTiles
{
    private const MethodImplOptions Kernel = MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining;

    [MethodImpl(Kernel)]
    private static void Fourteen<TRow, TStart>(in TermLoops loops, ref float a, nint aRow, ref float b, RowMajor output)
        where TRow : struct, IRegisterRow<TRow>
        where TStart : struct, IStart
    {
        ref float c = ref output.Start;
        nint cRow = output.Stride;
        TRow c0 = TStart.Of<TRow>(1, ref c);
        TRow c1 = TStart.Of<TRow>(1, ref Unsafe.Add(ref c, cRow));
        TRow c2 = TStart.Of<TRow>(1, ref Unsafe.Add(ref c, 2 * cRow));
        TRow c3 = TStart.Of<TRow>(1, ref Unsafe.Add(ref c, 3 * cRow));
        TRow c4 = TStart.Of<TRow>(1, ref Unsafe.Add(ref c, 4 * cRow));
        TRow c5 = TStart.Of<TRow>(1, ref Unsafe.Add(ref c, 5 * cRow));
        TRow c6 = TStart.Of<TRow>(1, ref Unsafe.Add(ref c, 6 * cRow));
        TRow c7 = TStart.Of<TRow>(1, ref Unsafe.Add(ref c, 7 * cRow));
        TRow c8 = TStart.Of<TRow>(1, ref Unsafe.Add(ref c, 8 * cRow));
        TRow c9 = TStart.Of<TRow>(1, ref Unsafe.Add(ref c, 9 * cRow));
        TRow c10 = TStart.Of<TRow>(1, ref Unsafe.Add(ref c, 10 * cRow));
        TRow c11 = TStart.Of<TRow>(1, ref Unsafe.Add(ref c, 11 * cRow));
        TRow c12 = TStart.Of<TRow>(1, ref Unsafe.Add(ref c, 12 * cRow));
        TRow c13 = TStart.Of<TRow>(1, ref Unsafe.Add(ref c, 13 * cRow));
        nint s = sizeof(float) * aRow, s3 = 3 * s, s5 = 5 * s, s7 = 7 * s, s9 = 9 * s, s11 = 11 * s, s13 = 13 * s, aNext = loops.ANext, bNext = loops.BNext;
        for (int i = loops.OuterCount; i > 0; i--)
        {
            for (int j = loops.MiddleCount; j > 0; j--)
            {
                for (int k = loops.InnerCount; k > 0; k--)
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
                    c12.Add(ref Unsafe.AddByteOffset(ref a, 4 * s3), x);
                    c13.Add(ref Unsafe.AddByteOffset(ref a, s13), x);
                    a = ref Unsafe.AddByteOffset(ref a, aNext);
                    b = ref Unsafe.AddByteOffset(ref b, bNext);
                }

                a = ref Unsafe.AddByteOffset(ref a, loops.AMiddle);
                b = ref Unsafe.AddByteOffset(ref b, loops.BMiddle);
            }

            a = ref Unsafe.AddByteOffset(ref a, loops.AOuter);
            b = ref Unsafe.AddByteOffset(ref b, loops.BOuter);
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
        TRow.Store(c12, ref Unsafe.Add(ref c, 12 * cRow));
        TRow.Store(c13, ref Unsafe.Add(ref c, 13 * cRow));
    }

    [MethodImpl(Kernel)]
    private static void Twelve<TRow, TStart>(in TermLoops loops, ref float a, nint aRow, ref float b, RowMajor output)
        where TRow : struct, IRegisterRow<TRow>
        where TStart : struct, IStart
    {
        ref float c = ref output.Start;
        nint cRow = output.Stride;
        TRow c0 = TStart.Of<TRow>(1, ref c);
        TRow c1 = TStart.Of<TRow>(1, ref Unsafe.Add(ref c, cRow));
        TRow c2 = TStart.Of<TRow>(1, ref Unsafe.Add(ref c, 2 * cRow));
        TRow c3 = TStart.Of<TRow>(1, ref Unsafe.Add(ref c, 3 * cRow));
        TRow c4 = TStart.Of<TRow>(1, ref Unsafe.Add(ref c, 4 * cRow));
        TRow c5 = TStart.Of<TRow>(1, ref Unsafe.Add(ref c, 5 * cRow));
        TRow c6 = TStart.Of<TRow>(1, ref Unsafe.Add(ref c, 6 * cRow));
        TRow c7 = TStart.Of<TRow>(1, ref Unsafe.Add(ref c, 7 * cRow));
        TRow c8 = TStart.Of<TRow>(1, ref Unsafe.Add(ref c, 8 * cRow));
        TRow c9 = TStart.Of<TRow>(1, ref Unsafe.Add(ref c, 9 * cRow));
        TRow c10 = TStart.Of<TRow>(1, ref Unsafe.Add(ref c, 10 * cRow));
        TRow c11 = TStart.Of<TRow>(1, ref Unsafe.Add(ref c, 11 * cRow));
        nint s = sizeof(float) * aRow, s3 = 3 * s, s5 = 5 * s, s7 = 7 * s, s9 = 9 * s, s11 = 11 * s, aNext = loops.ANext, bNext = loops.BNext;
        for (int i = loops.OuterCount; i > 0; i--)
        {
            for (int j = loops.MiddleCount; j > 0; j--)
            {
                for (int k = loops.InnerCount; k > 0; k--)
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

                a = ref Unsafe.AddByteOffset(ref a, loops.AMiddle);
                b = ref Unsafe.AddByteOffset(ref b, loops.BMiddle);
            }

            a = ref Unsafe.AddByteOffset(ref a, loops.AOuter);
            b = ref Unsafe.AddByteOffset(ref b, loops.BOuter);
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
    private static void Nine<TRow, TStart>(in TermLoops loops, ref float a, nint aRow, ref float b, RowMajor output)
        where TRow : struct, IRegisterRow<TRow>
        where TStart : struct, IStart
    {
        ref float c = ref output.Start;
        nint cRow = output.Stride;
        TRow c0 = TStart.Of<TRow>(1, ref c);
        TRow c1 = TStart.Of<TRow>(1, ref Unsafe.Add(ref c, cRow));
        TRow c2 = TStart.Of<TRow>(1, ref Unsafe.Add(ref c, 2 * cRow));
        TRow c3 = TStart.Of<TRow>(1, ref Unsafe.Add(ref c, 3 * cRow));
        TRow c4 = TStart.Of<TRow>(1, ref Unsafe.Add(ref c, 4 * cRow));
        TRow c5 = TStart.Of<TRow>(1, ref Unsafe.Add(ref c, 5 * cRow));
        TRow c6 = TStart.Of<TRow>(1, ref Unsafe.Add(ref c, 6 * cRow));
        TRow c7 = TStart.Of<TRow>(1, ref Unsafe.Add(ref c, 7 * cRow));
        TRow c8 = TStart.Of<TRow>(1, ref Unsafe.Add(ref c, 8 * cRow));
        nint s = sizeof(float) * aRow, s3 = 3 * s, s5 = 5 * s, s7 = 7 * s, aNext = loops.ANext, bNext = loops.BNext;
        for (int i = loops.OuterCount; i > 0; i--)
        {
            for (int j = loops.MiddleCount; j > 0; j--)
            {
                for (int k = loops.InnerCount; k > 0; k--)
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
                    a = ref Unsafe.AddByteOffset(ref a, aNext);
                    b = ref Unsafe.AddByteOffset(ref b, bNext);
                }

                a = ref Unsafe.AddByteOffset(ref a, loops.AMiddle);
                b = ref Unsafe.AddByteOffset(ref b, loops.BMiddle);
            }

            a = ref Unsafe.AddByteOffset(ref a, loops.AOuter);
            b = ref Unsafe.AddByteOffset(ref b, loops.BOuter);
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
    }

    [MethodImpl(Kernel)]
    private static void Eight<TRow, TStart>(in TermLoops loops, ref float a, nint aRow, ref float b, RowMajor output)
        where TRow : struct, IRegisterRow<TRow>
        where TStart : struct, IStart
    {
        ref float c = ref output.Start;
        nint cRow = output.Stride;
        TRow c0 = TStart.Of<TRow>(1, ref c);
        TRow c1 = TStart.Of<TRow>(1, ref Unsafe.Add(ref c, cRow));
        TRow c2 = TStart.Of<TRow>(1, ref Unsafe.Add(ref c, 2 * cRow));
        TRow c3 = TStart.Of<TRow>(1, ref Unsafe.Add(ref c, 3 * cRow));
        TRow c4 = TStart.Of<TRow>(1, ref Unsafe.Add(ref c, 4 * cRow));
        TRow c5 = TStart.Of<TRow>(1, ref Unsafe.Add(ref c, 5 * cRow));
        TRow c6 = TStart.Of<TRow>(1, ref Unsafe.Add(ref c, 6 * cRow));
        TRow c7 = TStart.Of<TRow>(1, ref Unsafe.Add(ref c, 7 * cRow));
        nint s = sizeof(float) * aRow, s3 = 3 * s, s5 = 5 * s, s7 = 7 * s, aNext = loops.ANext, bNext = loops.BNext;
        for (int i = loops.OuterCount; i > 0; i--)
        {
            for (int j = loops.MiddleCount; j > 0; j--)
            {
                for (int k = loops.InnerCount; k > 0; k--)
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

                a = ref Unsafe.AddByteOffset(ref a, loops.AMiddle);
                b = ref Unsafe.AddByteOffset(ref b, loops.BMiddle);
            }

            a = ref Unsafe.AddByteOffset(ref a, loops.AOuter);
            b = ref Unsafe.AddByteOffset(ref b, loops.BOuter);
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
    private static void Seven<TRow, TStart>(in TermLoops loops, ref float a, nint aRow, ref float b, RowMajor output)
        where TRow : struct, IRegisterRow<TRow>
        where TStart : struct, IStart
    {
        ref float c = ref output.Start;
        nint cRow = output.Stride;
        TRow c0 = TStart.Of<TRow>(1, ref c);
        TRow c1 = TStart.Of<TRow>(1, ref Unsafe.Add(ref c, cRow));
        TRow c2 = TStart.Of<TRow>(1, ref Unsafe.Add(ref c, 2 * cRow));
        TRow c3 = TStart.Of<TRow>(1, ref Unsafe.Add(ref c, 3 * cRow));
        TRow c4 = TStart.Of<TRow>(1, ref Unsafe.Add(ref c, 4 * cRow));
        TRow c5 = TStart.Of<TRow>(1, ref Unsafe.Add(ref c, 5 * cRow));
        TRow c6 = TStart.Of<TRow>(1, ref Unsafe.Add(ref c, 6 * cRow));
        nint s = sizeof(float) * aRow, s3 = 3 * s, s5 = 5 * s, aNext = loops.ANext, bNext = loops.BNext;
        for (int i = loops.OuterCount; i > 0; i--)
        {
            for (int j = loops.MiddleCount; j > 0; j--)
            {
                for (int k = loops.InnerCount; k > 0; k--)
                {
                    TRow x = TRow.Load(ref b);
                    c0.Add(ref a, x);
                    c1.Add(ref Unsafe.AddByteOffset(ref a, s), x);
                    c2.Add(ref Unsafe.AddByteOffset(ref a, 2 * s), x);
                    c3.Add(ref Unsafe.AddByteOffset(ref a, s3), x);
                    c4.Add(ref Unsafe.AddByteOffset(ref a, 4 * s), x);
                    c5.Add(ref Unsafe.AddByteOffset(ref a, s5), x);
                    c6.Add(ref Unsafe.AddByteOffset(ref a, 2 * s3), x);
                    a = ref Unsafe.AddByteOffset(ref a, aNext);
                    b = ref Unsafe.AddByteOffset(ref b, bNext);
                }

                a = ref Unsafe.AddByteOffset(ref a, loops.AMiddle);
                b = ref Unsafe.AddByteOffset(ref b, loops.BMiddle);
            }

            a = ref Unsafe.AddByteOffset(ref a, loops.AOuter);
            b = ref Unsafe.AddByteOffset(ref b, loops.BOuter);
        }

        TRow.Store(c0, ref c);
        TRow.Store(c1, ref Unsafe.Add(ref c, cRow));
        TRow.Store(c2, ref Unsafe.Add(ref c, 2 * cRow));
        TRow.Store(c3, ref Unsafe.Add(ref c, 3 * cRow));
        TRow.Store(c4, ref Unsafe.Add(ref c, 4 * cRow));
        TRow.Store(c5, ref Unsafe.Add(ref c, 5 * cRow));
        TRow.Store(c6, ref Unsafe.Add(ref c, 6 * cRow));
    }

    [MethodImpl(Kernel)]
    private static void Six<TRow, TStart>(in TermLoops loops, ref float a, nint aRow, ref float b, RowMajor output)
        where TRow : struct, IRegisterRow<TRow>
        where TStart : struct, IStart
    {
        ref float c = ref output.Start;
        nint cRow = output.Stride;
        TRow c0 = TStart.Of<TRow>(1, ref c);
        TRow c1 = TStart.Of<TRow>(1, ref Unsafe.Add(ref c, cRow));
        TRow c2 = TStart.Of<TRow>(1, ref Unsafe.Add(ref c, 2 * cRow));
        TRow c3 = TStart.Of<TRow>(1, ref Unsafe.Add(ref c, 3 * cRow));
        TRow c4 = TStart.Of<TRow>(1, ref Unsafe.Add(ref c, 4 * cRow));
        TRow c5 = TStart.Of<TRow>(1, ref Unsafe.Add(ref c, 5 * cRow));
        nint s = sizeof(float) * aRow, s3 = 3 * s, s5 = 5 * s, aNext = loops.ANext, bNext = loops.BNext;
        for (int i = loops.OuterCount; i > 0; i--)
        {
            for (int j = loops.MiddleCount; j > 0; j--)
            {
                for (int k = loops.InnerCount; k > 0; k--)
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

                a = ref Unsafe.AddByteOffset(ref a, loops.AMiddle);
                b = ref Unsafe.AddByteOffset(ref b, loops.BMiddle);
            }

            a = ref Unsafe.AddByteOffset(ref a, loops.AOuter);
            b = ref Unsafe.AddByteOffset(ref b, loops.BOuter);
        }

        TRow.Store(c0, ref c);
        TRow.Store(c1, ref Unsafe.Add(ref c, cRow));
        TRow.Store(c2, ref Unsafe.Add(ref c, 2 * cRow));
        TRow.Store(c3, ref Unsafe.Add(ref c, 3 * cRow));
        TRow.Store(c4, ref Unsafe.Add(ref c, 4 * cRow));
        TRow.Store(c5, ref Unsafe.Add(ref c, 5 * cRow));
    }

    [MethodImpl(Kernel)]
    private static void Four<TRow, TStart>(in TermLoops loops, ref float a, nint aRow, ref float b, RowMajor output)
        where TRow : struct, IRegisterRow<TRow>
        where TStart : struct, IStart
    {
        ref float c = ref output.Start;
        nint cRow = output.Stride;
        TRow c0 = TStart.Of<TRow>(1, ref c);
        TRow c1 = TStart.Of<TRow>(1, ref Unsafe.Add(ref c, cRow));
        TRow c2 = TStart.Of<TRow>(1, ref Unsafe.Add(ref c, 2 * cRow));
        TRow c3 = TStart.Of<TRow>(1, ref Unsafe.Add(ref c, 3 * cRow));
        nint s = sizeof(float) * aRow, s3 = 3 * s, aNext = loops.ANext, bNext = loops.BNext;
        for (int i = loops.OuterCount; i > 0; i--)
        {
            for (int j = loops.MiddleCount; j > 0; j--)
            {
                for (int k = loops.InnerCount; k > 0; k--)
                {
                    TRow x = TRow.Load(ref b);
                    c0.Add(ref a, x);
                    c1.Add(ref Unsafe.AddByteOffset(ref a, s), x);
                    c2.Add(ref Unsafe.AddByteOffset(ref a, 2 * s), x);
                    c3.Add(ref Unsafe.AddByteOffset(ref a, s3), x);
                    a = ref Unsafe.AddByteOffset(ref a, aNext);
                    b = ref Unsafe.AddByteOffset(ref b, bNext);
                }

                a = ref Unsafe.AddByteOffset(ref a, loops.AMiddle);
                b = ref Unsafe.AddByteOffset(ref b, loops.BMiddle);
            }

            a = ref Unsafe.AddByteOffset(ref a, loops.AOuter);
            b = ref Unsafe.AddByteOffset(ref b, loops.BOuter);
        }

        TRow.Store(c0, ref c);
        TRow.Store(c1, ref Unsafe.Add(ref c, cRow));
        TRow.Store(c2, ref Unsafe.Add(ref c, 2 * cRow));
        TRow.Store(c3, ref Unsafe.Add(ref c, 3 * cRow));
    }

    [MethodImpl(Kernel)]
    private static void Three<TRow, TStart>(in TermLoops loops, ref float a, nint aRow, ref float b, RowMajor output)
        where TRow : struct, IRegisterRow<TRow>
        where TStart : struct, IStart
    {
        ref float c = ref output.Start;
        nint cRow = output.Stride;
        TRow c0 = TStart.Of<TRow>(1, ref c);
        TRow c1 = TStart.Of<TRow>(1, ref Unsafe.Add(ref c, cRow));
        TRow c2 = TStart.Of<TRow>(1, ref Unsafe.Add(ref c, 2 * cRow));
        nint s = sizeof(float) * aRow, aNext = loops.ANext, bNext = loops.BNext;
        for (int i = loops.OuterCount; i > 0; i--)
        {
            for (int j = loops.MiddleCount; j > 0; j--)
            {
                for (int k = loops.InnerCount; k > 0; k--)
                {
                    TRow x = TRow.Load(ref b);
                    c0.Add(ref a, x);
                    c1.Add(ref Unsafe.AddByteOffset(ref a, s), x);
                    c2.Add(ref Unsafe.AddByteOffset(ref a, 2 * s), x);
                    a = ref Unsafe.AddByteOffset(ref a, aNext);
                    b = ref Unsafe.AddByteOffset(ref b, bNext);
                }

                a = ref Unsafe.AddByteOffset(ref a, loops.AMiddle);
                b = ref Unsafe.AddByteOffset(ref b, loops.BMiddle);
            }

            a = ref Unsafe.AddByteOffset(ref a, loops.AOuter);
            b = ref Unsafe.AddByteOffset(ref b, loops.BOuter);
        }

        TRow.Store(c0, ref c);
        TRow.Store(c1, ref Unsafe.Add(ref c, cRow));
        TRow.Store(c2, ref Unsafe.Add(ref c, 2 * cRow));
    }

    [MethodImpl(Kernel)]
    private static void Two<TRow, TStart>(in TermLoops loops, ref float a, nint aRow, ref float b, RowMajor output)
        where TRow : struct, IRegisterRow<TRow>
        where TStart : struct, IStart
    {
        ref float c = ref output.Start;
        nint cRow = output.Stride;
        TRow c0 = TStart.Of<TRow>(1, ref c);
        TRow c1 = TStart.Of<TRow>(1, ref Unsafe.Add(ref c, cRow));
        nint s = sizeof(float) * aRow, aNext = loops.ANext, bNext = loops.BNext;
        for (int i = loops.OuterCount; i > 0; i--)
        {
            for (int j = loops.MiddleCount; j > 0; j--)
            {
                for (int k = loops.InnerCount; k > 0; k--)
                {
                    TRow x = TRow.Load(ref b);
                    c0.Add(ref a, x);
                    c1.Add(ref Unsafe.AddByteOffset(ref a, s), x);
                    a = ref Unsafe.AddByteOffset(ref a, aNext);
                    b = ref Unsafe.AddByteOffset(ref b, bNext);
                }

                a = ref Unsafe.AddByteOffset(ref a, loops.AMiddle);
                b = ref Unsafe.AddByteOffset(ref b, loops.BMiddle);
            }

            a = ref Unsafe.AddByteOffset(ref a, loops.AOuter);
            b = ref Unsafe.AddByteOffset(ref b, loops.BOuter);
        }

        TRow.Store(c0, ref c);
        TRow.Store(c1, ref Unsafe.Add(ref c, cRow));
    }

    [MethodImpl(Kernel)]
    private static void One<TRow, TStart>(in TermLoops loops, ref float a, ref float b, RowMajor output)
        where TRow : struct, IRegisterRow<TRow>
        where TStart : struct, IStart
    {
        ref float c = ref output.Start;
        TRow c0 = TStart.Of<TRow>(1, ref c);
        nint aNext = loops.ANext, bNext = loops.BNext;
        for (int i = loops.OuterCount; i > 0; i--)
        {
            for (int j = loops.MiddleCount; j > 0; j--)
            {
                for (int k = loops.InnerCount; k > 0; k--)
                {
                    TRow x = TRow.Load(ref b);
                    c0.Add(ref a, x);
                    a = ref Unsafe.AddByteOffset(ref a, aNext);
                    b = ref Unsafe.AddByteOffset(ref b, bNext);
                }

                a = ref Unsafe.AddByteOffset(ref a, loops.AMiddle);
                b = ref Unsafe.AddByteOffset(ref b, loops.BMiddle);
            }

            a = ref Unsafe.AddByteOffset(ref a, loops.AOuter);
            b = ref Unsafe.AddByteOffset(ref b, loops.BOuter);
        }

        TRow.Store(c0, ref c);
    }

    /// <summary>Nine rows of which three lie side by side: the window of three lines of three positions, one number each.</summary>
    [MethodImpl(Kernel)]
    private static void ThreeByThree<TRow>(in TermLoops loops, ref float a, nint lineStride, ref float b, RowMajor output)
        where TRow : struct, IRegisterRow<TRow>
    {
        ref float c = ref output.Start;
        nint cRow = output.Stride;
        TRow c0 = TRow.Load(ref c);
        TRow c1 = TRow.Load(ref Unsafe.Add(ref c, cRow));
        TRow c2 = TRow.Load(ref Unsafe.Add(ref c, 2 * cRow));
        TRow c3 = TRow.Load(ref Unsafe.Add(ref c, 3 * cRow));
        TRow c4 = TRow.Load(ref Unsafe.Add(ref c, 4 * cRow));
        TRow c5 = TRow.Load(ref Unsafe.Add(ref c, 5 * cRow));
        TRow c6 = TRow.Load(ref Unsafe.Add(ref c, 6 * cRow));
        TRow c7 = TRow.Load(ref Unsafe.Add(ref c, 7 * cRow));
        TRow c8 = TRow.Load(ref Unsafe.Add(ref c, 8 * cRow));
        nint aNext = loops.ANext, bNext = loops.BNext, next = sizeof(float) * lineStride;
        for (int j = loops.MiddleCount; j > 0; j--)
        {
            for (int k = loops.InnerCount; k > 0; k--)
            {
                TRow x = TRow.Load(ref b);
                ref float second = ref Unsafe.AddByteOffset(ref a, next), third = ref Unsafe.AddByteOffset(ref a, 2 * next);
                c0.Add(ref a, x);
                c1.Add(ref Unsafe.Add(ref a, 1), x);
                c2.Add(ref Unsafe.Add(ref a, 2), x);
                c3.Add(ref second, x);
                c4.Add(ref Unsafe.Add(ref second, 1), x);
                c5.Add(ref Unsafe.Add(ref second, 2), x);
                c6.Add(ref third, x);
                c7.Add(ref Unsafe.Add(ref third, 1), x);
                c8.Add(ref Unsafe.Add(ref third, 2), x);
                a = ref Unsafe.AddByteOffset(ref a, aNext);
                b = ref Unsafe.AddByteOffset(ref b, bNext);
            }

            a = ref Unsafe.AddByteOffset(ref a, loops.AMiddle);
            b = ref Unsafe.AddByteOffset(ref b, loops.BMiddle);
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
    }
}
