using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetGen.CompilerServices;

/// <summary>4 floats in a 128-bit register. Unsafe: places and lengths are not checked.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct Floats4 : IFloats<Floats4>
{
    private readonly Vector128<float> _lanes;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal Floats4(Vector128<float> lanes) => _lanes = lanes;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Floats4(Vector128<int> lanes) => _lanes = lanes.AsSingle();

    /// <inheritdoc/>
    public static int Count => 4;

    /// <inheritdoc/>
    public static Floats4 Zero
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new(Vector128<float>.Zero);
    }

    /// <inheritdoc/>
    public static Floats4 IntIndices
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new(Vector128<int>.Indices);
    }

    private Vector128<int> Ints
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _lanes.AsInt32();
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats4 Load(ref float origin, int index) => new(Vector128.LoadUnsafe(ref origin, (nuint)(nint)index));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Floats4 v, ref float origin, int index) => v._lanes.StoreUnsafe(ref origin, (nuint)(nint)index);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats4 Splat(float value) => new(Vector128.Create(value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats4 SplatInt(int value) => new(Vector128.Create(value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats4 operator +(Floats4 a, Floats4 b) => new(a._lanes + b._lanes);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats4 operator -(Floats4 a, Floats4 b) => new(a._lanes - b._lanes);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats4 operator -(Floats4 a) => new(-a._lanes);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats4 operator *(Floats4 a, Floats4 b) => new(a._lanes * b._lanes);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats4 operator *(float factor, Floats4 a) => new(Vector128.Create(factor) * a._lanes);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats4 operator /(Floats4 a, Floats4 b) => new(a._lanes / b._lanes);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats4 operator &(Floats4 a, Floats4 b) => new(a._lanes & b._lanes);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats4 operator |(Floats4 a, Floats4 b) => new(a._lanes | b._lanes);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats4 operator ^(Floats4 a, Floats4 b) => new(a._lanes ^ b._lanes);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats4 AndNot(Floats4 a, Floats4 mask) => new(Vector128.AndNot(a._lanes, mask._lanes));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats4 FusedMultiplyAdd(Floats4 a, Floats4 b, Floats4 c) => new(Vector128.FusedMultiplyAdd(a._lanes, b._lanes, c._lanes));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats4 Sqrt(Floats4 a) => new(Vector128.Sqrt(a._lanes));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats4 Abs(Floats4 a) => new(Vector128.Abs(a._lanes));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats4 MinNative(Floats4 a, Floats4 b) => new(Vector128.MinNative(a._lanes, b._lanes));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats4 MaxNative(Floats4 a, Floats4 b) => new(Vector128.MaxNative(a._lanes, b._lanes));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats4 LessThan(Floats4 a, Floats4 b) => new(Vector128.LessThan(a._lanes, b._lanes));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats4 LessThanOrEqual(Floats4 a, Floats4 b) => new(Vector128.LessThanOrEqual(a._lanes, b._lanes));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats4 AreEqual(Floats4 a, Floats4 b) => new(Vector128.Equals(a._lanes, b._lanes));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats4 Select(Floats4 mask, Floats4 a, Floats4 b) => new(Vector128.ConditionalSelect(mask._lanes, a._lanes, b._lanes));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float First(Floats4 v) => v._lanes.ToScalar();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint NonZeros(Floats4 v) => (uint)Vector128.ExtractMostSignificantBits(~Vector128.Equals(v._lanes, Vector128<float>.Zero));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Max(Floats4 v)
    {
        Vector128<float> pairs = Vector128.MaxNative(v._lanes, Vector128.Shuffle(v._lanes, Vector128.Create(2, 3, 0, 1)));
        return Vector128.MaxNative(pairs, Vector128.Shuffle(pairs, Vector128.Create(1, 0, 3, 2))).ToScalar();
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Sum(Floats4 v)
    {
        Vector128<float> pairs = v._lanes + Vector128.Shuffle(v._lanes, Vector128.Create(2, 3, 0, 1));
        return pairs.ToScalar() + pairs.GetElement(1);
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats4 AddInt(Floats4 a, Floats4 b) => new(a.Ints + b.Ints);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats4 SubtractInt(Floats4 a, Floats4 b) => new(a.Ints - b.Ints);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats4 MultiplyInt(Floats4 a, Floats4 b) => new(a.Ints * b.Ints);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats4 MinInt(Floats4 a, Floats4 b) => new(Vector128.Min(a.Ints, b.Ints));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats4 LessThanInt(Floats4 a, Floats4 b) => new(Vector128.LessThan(a.Ints, b.Ints));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats4 AreEqualInt(Floats4 a, Floats4 b) => new(Vector128.Equals(a.Ints, b.Ints));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats4 ShiftLeftInt(Floats4 a, int bits) => new(a.Ints << bits);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats4 ShiftRightInt(Floats4 a, int bits) => new(a.Ints >> bits);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats4 ShiftRightUnsigned(Floats4 a, int bits) => new(a.Ints >>> bits);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats4 FromInt(Floats4 a) => new(Vector128.ConvertToSingle(a.Ints));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats4 FromBytes(ref byte origin, int index)
    {
        uint four = Unsafe.ReadUnaligned<uint>(ref Unsafe.Add(ref origin, index));
        Vector128<ushort> eight = Vector128.WidenLower(Vector128.CreateScalarUnsafe(four).AsByte());
        return FromInt(new Floats4(Vector128.WidenLower(eight).AsInt32()));
    }
}
