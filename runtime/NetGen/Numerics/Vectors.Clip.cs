using System.Runtime.CompilerServices;

namespace NetGen.CompilerServices;

/// <content>Clipping to an interval that may differ from lane to lane.</content>
public static partial class Vectors
{
    /// <summary>x, but no less than <paramref name="low"/> and no more than <paramref name="high"/>, low ≤ high; a NaN in x stays.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Clip<V>(V x, V low, V high)
        where V : struct, IFloats<V> => V.MaxNative(low, V.MinNative(high, x));
}
