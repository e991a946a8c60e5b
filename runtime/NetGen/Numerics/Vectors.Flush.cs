using System.Runtime.CompilerServices;

namespace NetGen.CompilerServices;

/// <content>Numbers next to nothing become 0, and numbers whose squares overflow ones whose do not.</content>
public static partial class Vectors
{
    /// <summary>x, and exactly +0 where |x| &lt; 2^exponent; NaN stays NaN.</summary>
    /// <param name="x">What is flushed.</param>
    /// <param name="exponent">Of the least number that stays; −126 to 127.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Flush<V>(V x, int exponent)
        where V : struct, IFloats<V> =>
        V.AndNot(x, V.LessThan(V.Abs(x), V.Splat(BitConverter.Int32BitsToSingle((exponent + 127) << 23)))); // a comparison with NaN is false, so NaN passes

    /// <summary>
    /// A gradient whose square, and sums of such squares with weights that add up to 1, are finite and normal numbers: 0 where |x| &lt; 2⁻⁵⁰, ±2⁶³
    /// beyond that, NaN for what is not finite, for that has diverged; every other x as it is.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Squarable<V>(V x)
        where V : struct, IFloats<V> => Clamp(Flush(x, -50), 9.223372e18f) + (x - x); // ∞ − ∞ is NaN
}
