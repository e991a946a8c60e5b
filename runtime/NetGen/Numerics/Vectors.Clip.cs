using System.Runtime.CompilerServices;

namespace NetGen.CompilerServices;

/// <content>Clipping to an interval that may differ from lane to lane, and to the neighborhood of a number.</content>
public static partial class Vectors
{
    /// <summary>x, but no less than <paramref name="low"/> and no more than <paramref name="high"/>, low ≤ high; a NaN in x stays.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Clip<V>(V x, V low, V high)
        where V : struct, IFloats<V> => V.MaxNative(low, V.MinNative(high, x));

    /// <summary>
    /// <paramref name="moved"/>, but no farther than <paramref name="epsilon"/> ≥ 0 from <paramref name="x"/>, exactly: x ± ε where they are
    /// floats, else the floats next to them on the side of x; a NaN in <paramref name="moved"/> stays.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Project<V>(V moved, V x, V epsilon)
        where V : struct, IFloats<V> => Clip(moved, -SumTowardsFirst(-x, epsilon), SumTowardsFirst(x, epsilon));

    // x + ε, rounded down to a float, ε ≥ 0: the sum and its rounding error (Knuth's TwoSum); where the error took it up, the float before.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V SumTowardsFirst<V>(V x, V epsilon)
        where V : struct, IFloats<V>
    {
        V sum = x + epsilon, added = sum - x;
        V error = x - (sum - added) + (epsilon - added);
        V down = V.Select(V.LessThan(sum, V.Zero), V.SplatInt(1), V.SplatInt(-1)); // a float of the other sign comes before by the next larger integer
        return V.Select(V.LessThan(error, V.Zero), V.AddInt(sum, down), sum); // a sum of 0 has no error
    }
}
