using System.Runtime.CompilerServices;

namespace NetGen.CompilerServices;

public static partial class Vectors
{
    /// <summary>
    /// Smoothed targets of a sample, from column <paramref name="column"/>: 1 − ε at the label, ε/(k − 1) elsewhere
    /// (Deep Learning, §7.5.1). A label of −1 stands at no column.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V OneHot<V>(int label, int column, int classes, float epsilon)
        where V : struct, IFloats<V> => V.Select(
        V.AreEqualInt(LaneIndex<V>(column), V.SplatInt(label)),
        V.Splat(1f - epsilon),
        V.Splat(classes > 1 ? epsilon / (classes - 1) : 0f));
}
