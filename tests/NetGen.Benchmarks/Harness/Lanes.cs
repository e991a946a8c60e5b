using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetGen.Benchmarks.Harness;

/// <summary>A vector of floats of one width, as the calibration uses it.</summary>
internal interface ILanes<TSelf>
    where TSelf : struct, ILanes<TSelf>
{
    /// <summary>Floats in the vector.</summary>
    static abstract int Count { get; }

    static abstract TSelf Splat(float value);

    /// <summary>a·x + y, rounded once.</summary>
    static abstract TSelf MultiplyAdd(TSelf a, TSelf x, TSelf y);
}

internal readonly struct Lanes16(Vector512<float> lanes) : ILanes<Lanes16>
{
    private readonly Vector512<float> _lanes = lanes;

    public static int Count => Vector512<float>.Count;

    public static Lanes16 Splat(float value) => new(Vector512.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes16 MultiplyAdd(Lanes16 a, Lanes16 x, Lanes16 y) => new(Vector512.FusedMultiplyAdd(a._lanes, x._lanes, y._lanes));
}

internal readonly struct Lanes8(Vector256<float> lanes) : ILanes<Lanes8>
{
    private readonly Vector256<float> _lanes = lanes;

    public static int Count => Vector256<float>.Count;

    public static Lanes8 Splat(float value) => new(Vector256.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes8 MultiplyAdd(Lanes8 a, Lanes8 x, Lanes8 y) => new(Vector256.FusedMultiplyAdd(a._lanes, x._lanes, y._lanes));
}

internal readonly struct Lanes4(Vector128<float> lanes) : ILanes<Lanes4>
{
    private readonly Vector128<float> _lanes = lanes;

    public static int Count => Vector128<float>.Count;

    public static Lanes4 Splat(float value) => new(Vector128.Create(value));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Lanes4 MultiplyAdd(Lanes4 a, Lanes4 x, Lanes4 y) => new(Vector128.FusedMultiplyAdd(a._lanes, x._lanes, y._lanes));
}
