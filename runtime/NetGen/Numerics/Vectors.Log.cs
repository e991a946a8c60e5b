using System.Runtime.CompilerServices;

namespace NetGen.CompilerServices;

/// <content>log x, log(1 + x) and softplus.</content>
public static partial class Vectors
{
    /// <summary>The natural logarithm: −∞ at 0, NaN below, +∞ at +∞, subnormal numbers included; NaN stays NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Log<V>(V x)
        where V : struct, IFloats<V>
    {
        // A subnormal is first multiplied by 2²³.
        V isSubnormal = V.LessThan(x, V.Splat(1.17549435e-38f));
        V normal = V.Select(isSubnormal, x * V.Splat(8388608f), x);
        V log = LogOfNormal(normal, isSubnormal & V.SplatInt(-23));

        V infinity = V.Splat(float.PositiveInfinity);
        log = V.Select(V.LessThan(x, infinity), log, x); // +∞ and NaN are their own logarithms
        log = V.Select(V.LessThan(x, V.Zero), V.Splat(float.NaN), log);
        return V.Select(V.AreEqual(x, V.Zero), -infinity, log);
    }

    /// <summary>log(1 + x) with full relative accuracy near 0: −∞ at −1, NaN below, +∞ at +∞; NaN stays NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V LogP1<V>(V x)
        where V : struct, IFloats<V>
    {
        // With s = fl(1 + x) and its rounding error c = x − (s − 1): log(1 + x) = log s + c/s + O(c²).
        V s = V.Splat(1f) + x;
        V c = (x - (s - V.Splat(1f))) / s;
        V isFinite = V.LessThan(V.Abs(c), V.Splat(1f)); // not at −1 and +∞, where c is NaN
        return Log(s) + (c & isFinite);
    }

    /// <summary>log(1 + eˣ) = max(x, 0) + log(1 + e^−|x|), a smooth ReLU; NaN stays NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Softplus<V>(V x)
        where V : struct, IFloats<V>
    {
        return Relu(x) + LogP1OfPositive(Exp(-V.Abs(x))); // a NaN comes through Relu
    }

    // log(1 + x) for 0 ≤ x < ∞, as LogP1 with no special cases; +∞ and NaN give NaN.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V LogP1OfPositive<V>(V x)
        where V : struct, IFloats<V>
    {
        V s = V.Splat(1f) + x;
        V c = (x - (s - V.Splat(1f))) / s;
        return LogOfNormal(s, V.Zero) + (c + (x - x));
    }

    // log(x·2ᵏ) for finite, normal x > 0. The polynomial is that of S. L. Moshier's Cephes library, logf.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static V LogOfNormal<V>(V x, V k)
        where V : struct, IFloats<V>
    {
        // x = 2ᵉ·(1 + m) with √½ ≤ 1 + m < √2.
        const int RootOfHalf = 0x3f3504f3;
        V exponent = V.ShiftRightInt(V.SubtractInt(x, V.SplatInt(RootOfHalf)), 23);
        V m = V.SubtractInt(x, V.ShiftLeftInt(exponent, 23)) - V.Splat(1f);
        V e = V.FromInt(V.AddInt(exponent, k));

        V p = Fma(V.Splat(7.0376836292e-2f), m, -1.1514610310e-1f);
        p = Fma(p, m, 1.1676998740e-1f);
        p = Fma(p, m, -1.2420140846e-1f);
        p = Fma(p, m, 1.4249322787e-1f);
        p = Fma(p, m, -1.6668057665e-1f);
        p = Fma(p, m, 2.0000714765e-1f);
        p = Fma(p, m, -2.4999993993e-1f);
        p = Fma(p, m, 3.3333331174e-1f);

        // e·ln 2 + m − m²/2 + m³·P(m), the small terms first; ln 2 in two parts, e times the first of which is exact.
        V square = m * m;
        V small = V.FusedMultiplyAdd(e, V.Splat(-2.12194440e-4f), p * m * square);
        small = V.FusedMultiplyAdd(square, V.Splat(-0.5f), small);
        return V.FusedMultiplyAdd(e, V.Splat(0.693359375f), m + small);
    }
}
