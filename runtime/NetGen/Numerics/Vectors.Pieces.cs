using System.Runtime.CompilerServices;

namespace NetGen.CompilerServices;

/// <content>Functions in pieces: absolute value, sign, step, ReLU; and the square root.</content>
public static partial class Vectors
{
    /// <summary>|x|.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Abs<V>(V x)
        where V : struct, IFloats<V> => V.Abs(x);

    /// <summary>√x, correctly rounded; NaN where x &lt; 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Sqrt<V>(V x)
        where V : struct, IFloats<V> => V.Sqrt(x);

    /// <summary>max(x, 0): +0 for both zeros and everything below; NaN stays NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Relu<V>(V x)
        where V : struct, IFloats<V> =>
        V.AndNot(x, V.LessThanOrEqual(x, V.Zero)); // a comparison with NaN is false, so NaN passes

    /// <summary>The derivative of ReLU: 1 where x &gt; 0, 0 elsewhere (NaN included).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Step<V>(V x)
        where V : struct, IFloats<V> =>
        V.LessThan(V.Zero, x) & V.Splat(1f);

    /// <summary>−1, 0 or 1: the derivative of |x|, with 0 (of the sign it has) at 0; NaN stays NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Sign<V>(V x)
        where V : struct, IFloats<V> => V.Select(
        V.LessThan(V.Zero, V.Abs(x)), WithSignOf(x, V.Splat(1f)), x);

    // magnitude ≥ 0 with the sign bit of x.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V WithSignOf<V>(V x, V magnitude)
        where V : struct, IFloats<V> =>
        (x & V.Splat(-0f)) | magnitude;

    // min(x, limit) and max(x, limit) that hand a NaN on: given one, x86 returns the second operand, Arm the NaN.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V AtMost<V>(V x, float limit)
        where V : struct, IFloats<V> => V.MinNative(V.Splat(limit), x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V AtLeast<V>(V x, float limit)
        where V : struct, IFloats<V> => V.MaxNative(V.Splat(limit), x);

    // a·b + c with one rounding; c a constant: a step of Horner's scheme.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Fma<V>(V a, V b, float c)
        where V : struct, IFloats<V> =>
        V.FusedMultiplyAdd(a, b, V.Splat(c));
}
