using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetGen.Numerics;

/// <content>eˣ and eˣ − 1.</content>
public static partial class Vectors
{
    /// <summary>eˣ. Overflows to +∞, underflows gradually to 0; NaN stays NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Exp(Vector512<float> x)
    {
        // Beyond these limits the result has already rounded to 0 or overflowed.
        Vector512<float> p = ReducedExpM1(AtLeast(AtMost(x, 89f), -104f), out Vector512<int> n);
        // 2ⁿ in two factors, for n from −150 to 128 is more than one exponent holds; only the last product can round.
        Vector512<int> half = n >> 1;
        return (Vector512<float>.One + p) * PowerOfTwo(half) * PowerOfTwo(n - half);
    }

    /// <summary>eˣ − 1 with full relative accuracy near 0. Overflows to +∞, tends to −1; NaN stays NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> ExpM1(Vector512<float> x)
    {
        Vector512<float> p = ReducedExpM1(AtLeast(AtMost(x, 89f), -20f), out Vector512<int> n);
        // 2¹²⁸ is no float: the last doubling comes after the sum.
        Vector512<int> m = Vector512.Min(n, Vector512.Create(127));
        Vector512<float> scale = PowerOfTwo(m);
        return Vector512.FusedMultiplyAdd(p, scale, scale - Vector512<float>.One) * PowerOfTwo(n - m);
    }

    // eˣ − 1 for −80 ≤ x ≤ 0, where nothing overflows.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> ExpM1OfNegative(Vector512<float> x)
    {
        Vector512<float> p = ReducedExpM1(x, out Vector512<int> n);
        Vector512<float> scale = PowerOfTwo(n);
        return Vector512.FusedMultiplyAdd(p, scale, scale - Vector512<float>.One);
    }

    // x = n·ln 2 + r with |r| ≤ ½ ln 2; returns eʳ − 1 = r + r²·P(r).
    // Cody–Waite reduction in two steps; P of S. L. Moshier's Cephes library, expf.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> ReducedExpM1(Vector512<float> x, out Vector512<int> n)
    {
        const float Magic = 12582912f; // 1.5·2²³: adding it rounds to an integer, which is then in the low bits
        Vector512<float> shifted = Fma(x, Vector512.Create(1.44269504f), Magic);
        Vector512<float> whole = shifted - Vector512.Create(Magic);
        n = shifted.AsInt32() - Vector512.Create(Magic).AsInt32();
        Vector512<float> r = Vector512.FusedMultiplyAdd(whole, Vector512.Create(-0.693145752f), x);
        r = Vector512.FusedMultiplyAdd(whole, Vector512.Create(-1.42860677e-6f), r);

        Vector512<float> p = Fma(Vector512.Create(1.9875691500e-4f), r, 1.3981999507e-3f);
        p = Fma(p, r, 8.3334519073e-3f);
        p = Fma(p, r, 4.1665795894e-2f);
        p = Fma(p, r, 1.6666665459e-1f);
        p = Fma(p, r, 5.0000001201e-1f);
        return Vector512.FusedMultiplyAdd(p, r * r, r);
    }

    // 2ⁿ through the exponent field, −126 ≤ n ≤ 127.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> PowerOfTwo(Vector512<int> n) => ((n + Vector512.Create(127)) << 23).AsSingle();
}
