using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetGen.Numerics;

public static partial class Vectors
{
    /// <summary>
    /// 16 smoothed targets of a sample, from column <paramref name="column"/>: 1 − ε at the label, ε/(k − 1) elsewhere
    /// (Deep Learning, §7.5.1). A label of −1 stands at no column.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> OneHot(int label, int column, int classes, float epsilon) => Vector512.ConditionalSelect(
        Vector512.Equals(LaneIndex(column), Vector512.Create(label)).AsSingle(),
        Splat(1f - epsilon),
        Splat(classes > 1 ? epsilon / (classes - 1) : 0f));
}
