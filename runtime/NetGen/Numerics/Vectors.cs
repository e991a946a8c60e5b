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

    /// <summary>The columns the lanes stand for, as integers: <paramref name="column"/>, <paramref name="column"/> + 1, ….</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V LaneIndex<V>(int column)
        where V : struct, IFloats<V> => V.AddInt(V.IntIndices, V.SplatInt(column));
}
