using System.Runtime.CompilerServices;

namespace NetGen.Benchmarks.Harness;

/// <summary>
/// Loops of nothing but independent multiply-adds, a ← ½a + ½, in 12, 16 or 24 registers. A core starts two a cycle and finishes each after
/// four or five: it needs eight to ten under way. Which count is fastest is found by trying.
/// </summary>
internal static class MultiplyAdds
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static T Twelve<T>(int rounds)
        where T : struct, ILanes<T>
    {
        T x = T.Splat(0.5f), y = T.Splat(0.5f);
        T a0 = y, a1 = y, a2 = y, a3 = y;
        T a4 = y, a5 = y, a6 = y, a7 = y;
        T a8 = y, a9 = y, a10 = y, a11 = y;
        for (int round = 0; round < rounds; round++)
        {
            a0 = T.MultiplyAdd(a0, x, y); a1 = T.MultiplyAdd(a1, x, y); a2 = T.MultiplyAdd(a2, x, y); a3 = T.MultiplyAdd(a3, x, y);
            a4 = T.MultiplyAdd(a4, x, y); a5 = T.MultiplyAdd(a5, x, y); a6 = T.MultiplyAdd(a6, x, y); a7 = T.MultiplyAdd(a7, x, y);
            a8 = T.MultiplyAdd(a8, x, y); a9 = T.MultiplyAdd(a9, x, y); a10 = T.MultiplyAdd(a10, x, y); a11 = T.MultiplyAdd(a11, x, y);
        }

        // Every accumulator is part of the result, so that none is optimized away.
        T sum = a0;
        sum = T.MultiplyAdd(sum, a1, a2); sum = T.MultiplyAdd(sum, a3, a4); sum = T.MultiplyAdd(sum, a5, a6);
        sum = T.MultiplyAdd(sum, a7, a8); sum = T.MultiplyAdd(sum, a9, a10); sum = T.MultiplyAdd(sum, a11, a0);
        return sum;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static T Sixteen<T>(int rounds)
        where T : struct, ILanes<T>
    {
        T x = T.Splat(0.5f), y = T.Splat(0.5f);
        T a0 = y, a1 = y, a2 = y, a3 = y;
        T a4 = y, a5 = y, a6 = y, a7 = y;
        T a8 = y, a9 = y, a10 = y, a11 = y;
        T a12 = y, a13 = y, a14 = y, a15 = y;
        for (int round = 0; round < rounds; round++)
        {
            a0 = T.MultiplyAdd(a0, x, y); a1 = T.MultiplyAdd(a1, x, y); a2 = T.MultiplyAdd(a2, x, y); a3 = T.MultiplyAdd(a3, x, y);
            a4 = T.MultiplyAdd(a4, x, y); a5 = T.MultiplyAdd(a5, x, y); a6 = T.MultiplyAdd(a6, x, y); a7 = T.MultiplyAdd(a7, x, y);
            a8 = T.MultiplyAdd(a8, x, y); a9 = T.MultiplyAdd(a9, x, y); a10 = T.MultiplyAdd(a10, x, y); a11 = T.MultiplyAdd(a11, x, y);
            a12 = T.MultiplyAdd(a12, x, y); a13 = T.MultiplyAdd(a13, x, y); a14 = T.MultiplyAdd(a14, x, y); a15 = T.MultiplyAdd(a15, x, y);
        }

        // Every accumulator is part of the result, so that none is optimized away.
        T sum = a0;
        sum = T.MultiplyAdd(sum, a1, a2); sum = T.MultiplyAdd(sum, a3, a4); sum = T.MultiplyAdd(sum, a5, a6);
        sum = T.MultiplyAdd(sum, a7, a8); sum = T.MultiplyAdd(sum, a9, a10); sum = T.MultiplyAdd(sum, a11, a12);
        sum = T.MultiplyAdd(sum, a13, a14); sum = T.MultiplyAdd(sum, a15, a0);
        return sum;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static T TwentyFour<T>(int rounds)
        where T : struct, ILanes<T>
    {
        T x = T.Splat(0.5f), y = T.Splat(0.5f);
        T a0 = y, a1 = y, a2 = y, a3 = y;
        T a4 = y, a5 = y, a6 = y, a7 = y;
        T a8 = y, a9 = y, a10 = y, a11 = y;
        T a12 = y, a13 = y, a14 = y, a15 = y;
        T a16 = y, a17 = y, a18 = y, a19 = y;
        T a20 = y, a21 = y, a22 = y, a23 = y;
        for (int round = 0; round < rounds; round++)
        {
            a0 = T.MultiplyAdd(a0, x, y); a1 = T.MultiplyAdd(a1, x, y); a2 = T.MultiplyAdd(a2, x, y); a3 = T.MultiplyAdd(a3, x, y);
            a4 = T.MultiplyAdd(a4, x, y); a5 = T.MultiplyAdd(a5, x, y); a6 = T.MultiplyAdd(a6, x, y); a7 = T.MultiplyAdd(a7, x, y);
            a8 = T.MultiplyAdd(a8, x, y); a9 = T.MultiplyAdd(a9, x, y); a10 = T.MultiplyAdd(a10, x, y); a11 = T.MultiplyAdd(a11, x, y);
            a12 = T.MultiplyAdd(a12, x, y); a13 = T.MultiplyAdd(a13, x, y); a14 = T.MultiplyAdd(a14, x, y); a15 = T.MultiplyAdd(a15, x, y);
            a16 = T.MultiplyAdd(a16, x, y); a17 = T.MultiplyAdd(a17, x, y); a18 = T.MultiplyAdd(a18, x, y); a19 = T.MultiplyAdd(a19, x, y);
            a20 = T.MultiplyAdd(a20, x, y); a21 = T.MultiplyAdd(a21, x, y); a22 = T.MultiplyAdd(a22, x, y); a23 = T.MultiplyAdd(a23, x, y);
        }

        // Every accumulator is part of the result, so that none is optimized away.
        T sum = a0;
        sum = T.MultiplyAdd(sum, a1, a2); sum = T.MultiplyAdd(sum, a3, a4); sum = T.MultiplyAdd(sum, a5, a6);
        sum = T.MultiplyAdd(sum, a7, a8); sum = T.MultiplyAdd(sum, a9, a10); sum = T.MultiplyAdd(sum, a11, a12);
        sum = T.MultiplyAdd(sum, a13, a14); sum = T.MultiplyAdd(sum, a15, a16); sum = T.MultiplyAdd(sum, a17, a18);
        sum = T.MultiplyAdd(sum, a19, a20); sum = T.MultiplyAdd(sum, a21, a22); sum = T.MultiplyAdd(sum, a23, a0);
        return sum;
    }
}
