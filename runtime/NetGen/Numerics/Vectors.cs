using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace NetGen.CompilerServices;

/// <summary>
/// The functions of emitted code, on vectors of any width. Each is branch-free and lane-wise, so a lane has the same bits whatever
/// the number of lanes.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class Vectors
{
    /// <summary>All bits set in the first <paramref name="count"/> lanes, none in the others; every lane from V.Count on, none for 0 or less.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V FirstLanes<V>(int count)
        where V : struct, IFloats<V> => V.LessThanInt(V.IntIndices, V.SplatInt(count));

    /// <summary>The greater of two, and NaN where either is.</summary>
    /// <param name="x">A number.</param>
    /// <param name="greatest">The greatest so far, which stays where both are equal.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Greater<V>(V x, V greatest)
        where V : struct, IFloats<V> => V.Select(V.LessThan(greatest, x), x, V.Select(V.AreEqual(x, x), greatest, x));

    /// <summary>Stores the first <paramref name="count"/> lanes, all if there are fewer, and leaves the memory behind them alone.</summary>
    /// <param name="v">The vector.</param>
    /// <param name="count">How many lanes; none for 0 or less.</param>
    /// <param name="origin">The first float of a buffer.</param>
    /// <param name="index">Where in it the first lane goes.</param>
    public static void StoreFirst<V>(V v, int count, ref float origin, int index)
        where V : struct, IFloats<V>
    {
        if (count >= V.Count)
        {
            V.Store(v, ref origin, index);
            return;
        }

        Lanes16 lanes = default;
        V.Store(v, ref lanes[0], 0);
        for (int lane = 0; lane < count; lane++)
        {
            Unsafe.Add(ref origin, index + lane) = lanes[lane];
        }
    }

    /// <summary>The columns the lanes stand for, as integers: <paramref name="column"/>, <paramref name="column"/> + 1, ….</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V LaneIndex<V>(int column)
        where V : struct, IFloats<V> => V.AddInt(V.IntIndices, V.SplatInt(column));

    [InlineArray(16)]
    private struct Lanes16
    {
        private float _first;
    }
}
