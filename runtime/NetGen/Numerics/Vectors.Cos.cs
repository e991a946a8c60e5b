using System.Runtime.CompilerServices;

namespace NetGen.CompilerServices;

/// <content>The cosine.</content>
public static partial class Vectors
{
    /// <summary>cos 2πt for |t| ≤ ½: t in turns, so that no multiple of π is rounded away.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V CosOfTurns<V>(V t)
        where V : struct, IFloats<V>
    {
        // cos 2πt = sin 2πq with q = ¼ − |t|, |q| ≤ ¼: exact wherever the result is small. Then Taylor's series of the sine in q: the first
        // term left out is below 10⁻⁹.
        V q = V.Splat(0.25f) - V.Abs(t), square = q * q;
        V p = Fma(V.Splat(3.81995258f), square, -15.0946426f);
        p = Fma(p, square, 42.0586939f);
        p = Fma(p, square, -76.7058598f);
        p = Fma(p, square, 81.6052493f);
        p = Fma(p, square, -41.3417022f);
        p = Fma(p, square, 6.28318531f);
        return p * q;
    }
}
