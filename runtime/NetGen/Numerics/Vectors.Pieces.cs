using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetGen.Numerics;

/// <content>Functions in pieces: absolute value, sign, step, ReLU; and the square root.</content>
public static partial class Vectors
{
    /// <summary>|x|.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Abs(Vector512<float> x) => Vector512.Abs(x);

    /// <summary>√x, correctly rounded; NaN where x &lt; 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Sqrt(Vector512<float> x) => Vector512.Sqrt(x);

    /// <summary>max(x, 0): +0 for both zeros and everything below; NaN stays NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Relu(Vector512<float> x) =>
        Vector512.AndNot(x, Vector512.LessThanOrEqual(x, Vector512<float>.Zero)); // a comparison with NaN is false, so NaN passes

    /// <summary>The derivative of ReLU: 1 where x &gt; 0, 0 elsewhere (NaN included).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Step(Vector512<float> x) =>
        Vector512.GreaterThan(x, Vector512<float>.Zero) & Vector512<float>.One;

    /// <summary>−1, 0 or 1: the derivative of |x|, with 0 (of the sign it has) at 0; NaN stays NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Sign(Vector512<float> x) => Vector512.ConditionalSelect(
        Vector512.GreaterThan(Vector512.Abs(x), Vector512<float>.Zero), WithSignOf(x, Vector512<float>.One), x);

    // magnitude ≥ 0 with the sign bit of x.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> WithSignOf(Vector512<float> x, Vector512<float> magnitude) =>
        (x & Vector512.Create(-0f)) | magnitude;

    // min(x, limit) and max(x, limit) that hand a NaN on: given one, x86 returns the second operand, Arm the NaN.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> AtMost(Vector512<float> x, float limit) => Vector512.MinNative(Vector512.Create(limit), x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> AtLeast(Vector512<float> x, float limit) => Vector512.MaxNative(Vector512.Create(limit), x);

    // a·b + c with one rounding; c a constant: a step of Horner's scheme.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Fma(Vector512<float> a, Vector512<float> b, float c) =>
        Vector512.FusedMultiplyAdd(a, b, Vector512.Create(c));
}
