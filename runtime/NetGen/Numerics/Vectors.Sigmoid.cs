using System.Runtime.CompilerServices;

namespace NetGen.CompilerServices;

/// <content>The sigmoid and the hyperbolic tangent.</content>
public static partial class Vectors
{
    /// <summary>1/(1 + e^−x), with full relative accuracy in the left tail too; NaN stays NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Sigmoid<V>(V x)
        where V : struct, IFloats<V>
    {
        // With e = e^−|x| ≤ 1: 1/(1 + e) on the right, e/(1 + e) on the left.
        V one = V.Splat(1f);
        V e = Exp(-V.Abs(x));
        return V.Select(V.LessThan(x, V.Zero), e, one) / (one + e);
    }

    /// <summary>σ′(x) = σ(x)·σ(−x), with full relative accuracy in both tails; NaN stays NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V SigmoidSlope<V>(V x)
        where V : struct, IFloats<V>
    {
        // With e = e^−|x|: e/(1 + e)².
        V e = Exp(-V.Abs(x)), sum = V.Splat(1f) + e;
        return e / (sum * sum);
    }

    /// <summary>tanh x, with full relative accuracy near 0; NaN stays NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Tanh<V>(V x)
        where V : struct, IFloats<V>
    {
        // With u = e^−2|x| − 1, in (−1, 0]: tanh |x| = −u/(2 + u). Beyond 10 it has rounded to 1.
        V magnitude = AtMost(V.Abs(x), 10f);
        V u = ExpM1OfNegative(magnitude * V.Splat(-2f));
        return WithSignOf(x, V.Abs(u / (V.Splat(2f) + u)));
    }
    /// <summary>tanh′(x) = 1/cosh²x, with full relative accuracy in both tails; NaN stays NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V TanhSlope<V>(V x)
        where V : struct, IFloats<V>
    {
        // With e = e^−2|x|: 4e/(1 + e)².
        V e = Exp(V.Abs(x) * V.Splat(-2f)), sum = V.Splat(1f) + e;
        return V.Splat(4f) * e / (sum * sum);
    }
}
