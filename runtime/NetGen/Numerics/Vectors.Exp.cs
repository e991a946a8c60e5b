using System.Runtime.CompilerServices;

namespace NetGen.CompilerServices;

/// <content>eˣ and eˣ − 1.</content>
public static partial class Vectors
{
    /// <summary>eˣ. Overflows to +∞, underflows gradually to 0; NaN stays NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Exp<V>(V x)
        where V : struct, IFloats<V>
    {
        // Beyond these limits the result has already rounded to 0 or overflowed.
        V p = ReducedExpM1(AtLeast(AtMost(x, 89f), -104f), out V n);
        // 2ⁿ in two factors, for n from −150 to 128 is more than one exponent holds; only the last product can round.
        V half = V.ShiftRightInt(n, 1);
        return (V.Splat(1f) + p) * PowerOfTwo(half) * PowerOfTwo(V.SubtractInt(n, half));
    }

    /// <summary>eˣ − 1 with full relative accuracy near 0. Overflows to +∞, tends to −1; NaN stays NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V ExpM1<V>(V x)
        where V : struct, IFloats<V>
    {
        V p = ReducedExpM1(AtLeast(AtMost(x, 89f), -20f), out V n);
        // 2¹²⁸ is no float: the last doubling comes after the sum.
        V m = V.MinInt(n, V.SplatInt(127));
        V scale = PowerOfTwo(m);
        return V.FusedMultiplyAdd(p, scale, scale - V.Splat(1f)) * PowerOfTwo(V.SubtractInt(n, m));
    }

    // eˣ − 1 for −80 ≤ x ≤ 0, where nothing overflows.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V ExpM1OfNegative<V>(V x)
        where V : struct, IFloats<V>
    {
        V p = ReducedExpM1(x, out V n);
        V scale = PowerOfTwo(n);
        return V.FusedMultiplyAdd(p, scale, scale - V.Splat(1f));
    }

    // x = n·ln 2 + r with |r| ≤ ½ ln 2; returns eʳ − 1 = r + r²·P(r).
    // Cody–Waite reduction in two steps; P of S. L. Moshier's Cephes library, expf.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V ReducedExpM1<V>(V x, out V n)
        where V : struct, IFloats<V>
    {
        const float Magic = 12582912f; // 1.5·2²³: adding it rounds to an integer, which is then in the low bits
        V shifted = Fma(x, V.Splat(1.44269504f), Magic);
        V whole = shifted - V.Splat(Magic);
        n = V.SubtractInt(shifted, V.Splat(Magic));
        V r = V.FusedMultiplyAdd(whole, V.Splat(-0.693145752f), x);
        r = V.FusedMultiplyAdd(whole, V.Splat(-1.42860677e-6f), r);

        V p = Fma(V.Splat(1.9875691500e-4f), r, 1.3981999507e-3f);
        p = Fma(p, r, 8.3334519073e-3f);
        p = Fma(p, r, 4.1665795894e-2f);
        p = Fma(p, r, 1.6666665459e-1f);
        p = Fma(p, r, 5.0000001201e-1f);
        return V.FusedMultiplyAdd(p, r * r, r);
    }

    // 2ⁿ through the exponent field, −126 ≤ n ≤ 127.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V PowerOfTwo<V>(V n)
        where V : struct, IFloats<V> => V.ShiftLeftInt(V.AddInt(n, V.SplatInt(127)), 23);
}
