using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetGen.Numerics;

/// <content>log x, log(1 + x) and softplus.</content>
public static partial class Vectors
{
    /// <summary>The natural logarithm: −∞ at 0, NaN below, +∞ at +∞, subnormal numbers included; NaN stays NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Log(Vector512<float> x)
    {
        // A subnormal is first multiplied by 2²³.
        Vector512<float> isSubnormal = Vector512.LessThan(x, Vector512.Create(1.17549435e-38f));
        Vector512<float> normal = Vector512.ConditionalSelect(isSubnormal, x * Vector512.Create(8388608f), x);
        Vector512<float> log = LogOfNormal(normal, isSubnormal.AsInt32() & Vector512.Create(-23));

        Vector512<float> infinity = Vector512.Create(float.PositiveInfinity);
        log = Vector512.ConditionalSelect(Vector512.LessThan(x, infinity), log, x); // +∞ and NaN are their own logarithms
        log = Vector512.ConditionalSelect(Vector512.LessThan(x, Vector512<float>.Zero), Vector512.Create(float.NaN), log);
        return Vector512.ConditionalSelect(Vector512.Equals(x, Vector512<float>.Zero), -infinity, log);
    }

    /// <summary>log(1 + x) with full relative accuracy near 0: −∞ at −1, NaN below, +∞ at +∞; NaN stays NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> LogP1(Vector512<float> x)
    {
        // With s = fl(1 + x) and its rounding error c = x − (s − 1): log(1 + x) = log s + c/s + O(c²).
        Vector512<float> s = Vector512<float>.One + x;
        Vector512<float> c = (x - (s - Vector512<float>.One)) / s;
        Vector512<float> isFinite = Vector512.LessThan(Vector512.Abs(c), Vector512<float>.One); // not at −1 and +∞, where c is NaN
        return Log(s) + (c & isFinite);
    }

    /// <summary>log(1 + eˣ) = max(x, 0) + log(1 + e^−|x|), a smooth ReLU; NaN stays NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Softplus(Vector512<float> x)
    {
        // As LogP1, but 1 + e is in [1, 2]; a NaN comes through Relu.
        Vector512<float> e = Exp(-Vector512.Abs(x)), s = Vector512<float>.One + e;
        Vector512<float> c = (e - (s - Vector512<float>.One)) / s;
        return Relu(x) + (LogOfNormal(s, Vector512<int>.Zero) + c);
    }

    // log(x·2ᵏ) for finite, normal x > 0. The polynomial is that of S. L. Moshier's Cephes library, logf.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> LogOfNormal(Vector512<float> x, Vector512<int> k)
    {
        // x = 2ᵉ·(1 + m) with √½ ≤ 1 + m < √2.
        const int RootOfHalf = 0x3f3504f3;
        Vector512<int> exponent = (x.AsInt32() - Vector512.Create(RootOfHalf)) >> 23;
        Vector512<float> m = (x.AsInt32() - (exponent << 23)).AsSingle() - Vector512<float>.One;
        Vector512<float> e = Vector512.ConvertToSingle(exponent + k);

        Vector512<float> p = Fma(Vector512.Create(7.0376836292e-2f), m, -1.1514610310e-1f);
        p = Fma(p, m, 1.1676998740e-1f);
        p = Fma(p, m, -1.2420140846e-1f);
        p = Fma(p, m, 1.4249322787e-1f);
        p = Fma(p, m, -1.6668057665e-1f);
        p = Fma(p, m, 2.0000714765e-1f);
        p = Fma(p, m, -2.4999993993e-1f);
        p = Fma(p, m, 3.3333331174e-1f);

        // e·ln 2 + m − m²/2 + m³·P(m), the small terms first; ln 2 in two parts, e times the first of which is exact.
        Vector512<float> square = m * m;
        Vector512<float> small = Vector512.FusedMultiplyAdd(e, Vector512.Create(-2.12194440e-4f), p * m * square);
        small = Vector512.FusedMultiplyAdd(square, Vector512.Create(-0.5f), small);
        return Vector512.FusedMultiplyAdd(e, Vector512.Create(0.693359375f), m + small);
    }
}
