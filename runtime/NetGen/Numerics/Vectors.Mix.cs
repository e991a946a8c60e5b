using System.Runtime.CompilerServices;

namespace NetGen.CompilerServices;

/// <content>Blends.</content>
public static partial class Vectors
{
    /// <summary>share·a + (1 − share)·b, as b + share·(a − b): exactly a where the two are equal.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static V Mix<V>(V share, V a, V b)
        where V : struct, IFloats<V> => V.FusedMultiplyAdd(share, a - b, b);
}
