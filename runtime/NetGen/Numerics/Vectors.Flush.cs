using System.Runtime.CompilerServices;

namespace NetGen.CompilerServices;

/// <content>Numbers next to nothing become 0.</content>
public static partial class Vectors
{
    /// <summary>x, and exactly +0 where |x| &lt; 2^exponent; NaN stays NaN.</summary>
    /// <param name="x">What is flushed.</param>
    /// <param name="exponent">Of the least number that stays; −126 to 127.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Flush<V>(V x, int exponent)
        where V : struct, IFloats<V> =>
        V.AndNot(x, V.LessThan(V.Abs(x), V.Splat(BitConverter.Int32BitsToSingle((exponent + 127) << 23)))); // a comparison with NaN is false, so NaN passes
}
