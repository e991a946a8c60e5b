using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetGen.Numerics;

/// <summary>
/// The 16-lane vocabulary of emitted code. Where the machine has narrower vectors .NET splits each operation in two or four;
/// every function is branch-free and lane-wise, and every reduction has one fixed order, so the bits are the same everywhere.
/// </summary>
public static partial class Vectors
{
    /// <summary>The 16 floats at <paramref name="origin"/>[<paramref name="index"/>…]; alignment is not needed.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Load(ref float origin, int index) => Vector512.LoadUnsafe(ref origin, (nuint)(nint)index);

    /// <summary>Writes <paramref name="v"/> to the 16 floats at <paramref name="origin"/>[<paramref name="index"/>…].</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector512<float> v, ref float origin, int index) => v.StoreUnsafe(ref origin, (nuint)(nint)index);

    /// <summary>16 copies of <paramref name="value"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Splat(float value) => Vector512.Create(value);

    /// <summary>All bits set in the first <paramref name="count"/> lanes, none in the others; 16 or more sets every lane, 0 or less none.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> FirstLanes(int count) =>
        Vector512.LessThan(Vector512<int>.Indices, Vector512.Create(count)).AsSingle();

    /// <summary>The columns the lanes stand for: <paramref name="column"/>, <paramref name="column"/> + 1, …, <paramref name="column"/> + 15.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<int> LaneIndex(int column) => Vector512<int>.Indices + Vector512.Create(column);

    /// <summary>The sum of the lanes by the fixed tree of halves: lanes 8 apart are added first, then 4, 2 and 1 apart.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Sum(Vector512<float> v)
    {
        Vector256<float> eight = v.GetLower() + v.GetUpper();
        Vector128<float> four = eight.GetLower() + eight.GetUpper();
        four += Vector128.Shuffle(four, Vector128.Create(2, 3, 0, 1));
        return four.ToScalar() + four.GetElement(1);
    }

    /// <summary>The largest lane; NaN if any lane is NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Max(Vector512<float> v)
    {
        Vector256<float> eight = Vector256.Max(v.GetLower(), v.GetUpper());
        Vector128<float> four = Vector128.Max(eight.GetLower(), eight.GetUpper());
        four = Vector128.Max(four, Vector128.Shuffle(four, Vector128.Create(2, 3, 0, 1)));
        return float.Max(four.ToScalar(), four.GetElement(1));
    }
}
