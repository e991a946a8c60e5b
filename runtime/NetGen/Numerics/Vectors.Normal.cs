using System.Runtime.CompilerServices;

namespace NetGen.CompilerServices;

/// <content>The normal distribution N(0, 1).</content>
public static partial class Vectors
{
    /// <summary>Φ(x) = ½·(1 + erf(x/√2)), the distribution function of N(0, 1), with full relative accuracy in the left tail too; NaN stays NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V NormalCdf<V>(V x)
        where V : struct, IFloats<V>
    {
        // Φ(−t) = exp(−½t²)·g(t), and g(t)·(t + 2½) is smooth in u = (t − 2½)/(t + 2½): a polynomial through the Chebyshev points of
        // 0 ≤ t ≤ 14½, off by 2·10⁻⁸ at most. Beyond, Φ(−t) has rounded to 0.
        V t = AtMost(V.Abs(x), 15f), w = V.Splat(1f) / (t + V.Splat(2.5f));
        V u = Fma(w, V.Splat(-5f), 1f);
        V p = Fma(V.Splat(-1.58118832e-4f), u, -3.13274935e-4f);
        p = Fma(p, u, 6.83511828e-4f);
        p = Fma(p, u, 2.52552608e-3f);
        p = Fma(p, u, -1.59968821e-3f);
        p = Fma(p, u, -1.63866664e-2f);
        p = Fma(p, u, 9.23553745e-3f);
        p = Fma(p, u, 1.31987027e-1f);
        p = Fma(p, u, -4.33691988e-1f);
        p = Fma(p, u, 7.06656659e-1f);
        V tail = p * w * ExpOfHalfSquare(t);
        return V.Select(V.LessThan(V.Zero, x), V.Splat(1f) - tail, tail);
    }

    /// <summary>φ(x) = exp(−½x²)/√(2π), the density of N(0, 1) and the derivative of <see cref="NormalCdf"/>; NaN stays NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V NormalPdf<V>(V x)
        where V : struct, IFloats<V> => V.Splat(0.398942280f) * ExpOfHalfSquare(AtMost(V.Abs(x), 15f));

    // exp(−½t²), 0 ≤ t ≤ 15. A t² of 200 is rounded by up to 8·10⁻⁶: what that lost is put back.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V ExpOfHalfSquare<V>(V t)
        where V : struct, IFloats<V>
    {
        V square = t * t, lost = V.FusedMultiplyAdd(t, t, -square);
        return Exp(V.Splat(-0.5f) * square) * Fma(lost, V.Splat(-0.5f), 1f);
    }
}
