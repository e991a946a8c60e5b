using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetGen.Numerics;

/// <content>The sigmoid and the hyperbolic tangent.</content>
public static partial class Vectors
{
    /// <summary>1/(1 + e^−x), with full relative accuracy in the left tail too; NaN stays NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Sigmoid(Vector512<float> x)
    {
        // With e = e^−|x| ≤ 1: 1/(1 + e) on the right, e/(1 + e) on the left.
        Vector512<float> one = Vector512<float>.One;
        Vector512<float> e = Exp(-Vector512.Abs(x));
        return Vector512.ConditionalSelect(Vector512.LessThan(x, Vector512<float>.Zero), e, one) / (one + e);
    }

    /// <summary>tanh x, with full relative accuracy near 0; NaN stays NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Tanh(Vector512<float> x)
    {
        // With u = e^−2|x| − 1, in (−1, 0]: tanh |x| = −u/(2 + u). Beyond 10 it has rounded to 1.
        Vector512<float> magnitude = AtMost(Vector512.Abs(x), 10f);
        Vector512<float> u = ExpM1OfNegative(magnitude * Vector512.Create(-2f));
        return WithSignOf(x, Vector512.Abs(u / (Vector512.Create(2f) + u)));
    }
}
