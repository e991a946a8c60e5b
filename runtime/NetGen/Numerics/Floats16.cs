using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace NetGen.CompilerServices;

/// <summary>16 floats in a 512-bit register. Unsafe: places and lengths are not checked.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct Floats16 : IFloats<Floats16>
{
    private readonly Vector512<float> _lanes;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Floats16(Vector512<float> lanes) => _lanes = lanes;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Floats16(Vector512<int> lanes) => _lanes = lanes.AsSingle();

    /// <inheritdoc/>
    public static int Count => 16;

    /// <inheritdoc/>
    public static Floats16 Zero
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new(Vector512<float>.Zero);
    }

    /// <inheritdoc/>
    public static Floats16 IntIndices
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new(Vector512<int>.Indices);
    }

    private Vector512<int> Ints
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _lanes.AsInt32();
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats16 Load(ref float origin, int index) => new(Vector512.LoadUnsafe(ref origin, (nuint)(nint)index));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Floats16 v, ref float origin, int index) => v._lanes.StoreUnsafe(ref origin, (nuint)(nint)index);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats16 Splat(float value) => new(Vector512.Create(value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats16 SplatInt(int value) => new(Vector512.Create(value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats16 operator +(Floats16 a, Floats16 b) => new(a._lanes + b._lanes);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats16 operator -(Floats16 a, Floats16 b) => new(a._lanes - b._lanes);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats16 operator -(Floats16 a) => new(-a._lanes);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats16 operator *(Floats16 a, Floats16 b) => new(a._lanes * b._lanes);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats16 operator *(float factor, Floats16 a) => new(Vector512.Create(factor) * a._lanes);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats16 operator /(Floats16 a, Floats16 b) => new(a._lanes / b._lanes);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats16 operator &(Floats16 a, Floats16 b) => new(a._lanes & b._lanes);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats16 operator |(Floats16 a, Floats16 b) => new(a._lanes | b._lanes);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats16 operator ^(Floats16 a, Floats16 b) => new(a._lanes ^ b._lanes);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats16 AndNot(Floats16 a, Floats16 mask) => new(Vector512.AndNot(a._lanes, mask._lanes));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats16 FusedMultiplyAdd(Floats16 a, Floats16 b, Floats16 c) => new(Vector512.FusedMultiplyAdd(a._lanes, b._lanes, c._lanes));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats16 Sqrt(Floats16 a) => new(Vector512.Sqrt(a._lanes));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats16 Abs(Floats16 a) => new(Vector512.Abs(a._lanes));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats16 MinNative(Floats16 a, Floats16 b) => new(Vector512.MinNative(a._lanes, b._lanes));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats16 MaxNative(Floats16 a, Floats16 b) => new(Vector512.MaxNative(a._lanes, b._lanes));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats16 LessThan(Floats16 a, Floats16 b) => new(Vector512.LessThan(a._lanes, b._lanes));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats16 LessThanOrEqual(Floats16 a, Floats16 b) => new(Vector512.LessThanOrEqual(a._lanes, b._lanes));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats16 AreEqual(Floats16 a, Floats16 b) => new(Vector512.Equals(a._lanes, b._lanes));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats16 Select(Floats16 mask, Floats16 a, Floats16 b) => new(Vector512.ConditionalSelect(mask._lanes, a._lanes, b._lanes));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float First(Floats16 v) => v._lanes.ToScalar();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint NonZeros(Floats16 v) => (uint)Vector512.ExtractMostSignificantBits(~Vector512.Equals(v._lanes, Vector512<float>.Zero));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Max(Floats16 v) => Floats8.Max(new Floats8(Vector256.MaxNative(v._lanes.GetLower(), v._lanes.GetUpper())));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Sum(Floats16 v) => Floats8.Sum(new Floats8(v._lanes.GetLower() + v._lanes.GetUpper()));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats16 AddInt(Floats16 a, Floats16 b) => new(a.Ints + b.Ints);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats16 SubtractInt(Floats16 a, Floats16 b) => new(a.Ints - b.Ints);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats16 MultiplyInt(Floats16 a, Floats16 b) => new(a.Ints * b.Ints);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats16 MinInt(Floats16 a, Floats16 b) => new(Vector512.Min(a.Ints, b.Ints));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats16 LessThanInt(Floats16 a, Floats16 b) => new(Vector512.LessThan(a.Ints, b.Ints));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats16 AreEqualInt(Floats16 a, Floats16 b) => new(Vector512.Equals(a.Ints, b.Ints));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats16 ShiftLeftInt(Floats16 a, int bits) => new(a.Ints << bits);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats16 ShiftRightInt(Floats16 a, int bits) => new(a.Ints >> bits);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats16 ShiftRightUnsigned(Floats16 a, int bits) => new(a.Ints >>> bits);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats16 FromInt(Floats16 a) => new(Vector512.ConvertToSingle(a.Ints));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats16 FromBytes(ref byte origin, int index)
    {
        Vector128<byte> bytes = Vector128.LoadUnsafe(ref origin, (nuint)(nint)index);
        if (Avx512F.IsSupported)
        {
            return FromInt(new Floats16(Avx512F.ConvertToVector512Int32(bytes)));
        }

        (Vector128<ushort> low, Vector128<ushort> high) = Vector128.Widen(bytes);
        (Vector128<uint> first, Vector128<uint> second) = Vector128.Widen(low);
        (Vector128<uint> third, Vector128<uint> fourth) = Vector128.Widen(high);
        return FromInt(new Floats16(Vector512.Create(Vector256.Create(first, second), Vector256.Create(third, fourth)).AsInt32()));
    }
}
