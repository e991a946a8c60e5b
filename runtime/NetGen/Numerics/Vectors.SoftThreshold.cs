using System.Runtime.CompilerServices;

namespace NetGen.CompilerServices;

/// <content>The proximal operator of |x|.</content>
public static partial class Vectors
{
    /// <summary>sign(x)·max(|x| − t, 0): t nearer to 0, and exactly +0 where |x| ≤ t; NaN where x or t is.</summary>
    /// <param name="x">What is shrunk.</param>
    /// <param name="t">By how much; ≥ 0.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V SoftThreshold<V>(V x, V t)
        where V : struct, IFloats<V> =>
        V.AndNot(x - WithSignOf(x, t), V.LessThanOrEqual(V.Abs(x), t)); // a comparison with NaN is false, so NaN passes
}
