using System.Runtime.CompilerServices;

namespace NetGen.CompilerServices;

/// <content>ELU and its derivative.</content>
public static partial class Vectors
{
    /// <summary>x where x ≥ 0, else α(eˣ − 1), with full relative accuracy near 0; NaN stays NaN. Clevert, Unterthiner &amp; Hochreiter 2016.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Elu<V>(V x, float alpha)
        where V : struct, IFloats<V> => V.Select(V.LessThan(x, V.Zero), V.Splat(alpha) * ExpM1OfNegative(AtLeast(x, -20f)), x);

    /// <summary>The derivative of ELU: 1 where x ≥ 0, else α·eˣ; NaN stays NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V EluSlope<V>(V x, float alpha)
        where V : struct, IFloats<V> => V.Select(V.LessThanOrEqual(V.Zero, x), V.Splat(1f), V.Splat(alpha) * Exp(x));
}
