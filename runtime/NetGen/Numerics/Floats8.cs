using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace NetGen.CompilerServices;

/// <summary>8 floats in a 256-bit register. Unsafe: places and lengths are not checked.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly struct Floats8 : IFloats<Floats8>
{
    private readonly Vector256<float> _lanes;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal Floats8(Vector256<float> lanes) => _lanes = lanes;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Floats8(Vector256<int> lanes) => _lanes = lanes.AsSingle();

    /// <inheritdoc/>
    public static int Count => 8;

    /// <inheritdoc/>
    public static Floats8 Zero
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new(Vector256<float>.Zero);
    }

    /// <inheritdoc/>
    public static Floats8 IntIndices
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => new(Vector256<int>.Indices);
    }

    private Vector256<int> Ints
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => _lanes.AsInt32();
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats8 Load(ref float origin, int index) => new(Vector256.LoadUnsafe(ref origin, (nuint)(nint)index));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Floats8 v, ref float origin, int index) => v._lanes.StoreUnsafe(ref origin, (nuint)(nint)index);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats8 Splat(float value) => new(Vector256.Create(value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats8 SplatInt(int value) => new(Vector256.Create(value));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats8 operator +(Floats8 a, Floats8 b) => new(a._lanes + b._lanes);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats8 operator -(Floats8 a, Floats8 b) => new(a._lanes - b._lanes);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats8 operator -(Floats8 a) => new(-a._lanes);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats8 operator *(Floats8 a, Floats8 b) => new(a._lanes * b._lanes);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats8 operator *(float factor, Floats8 a) => new(Vector256.Create(factor) * a._lanes);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats8 operator /(Floats8 a, Floats8 b) => new(a._lanes / b._lanes);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats8 operator &(Floats8 a, Floats8 b) => new(a._lanes & b._lanes);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats8 operator |(Floats8 a, Floats8 b) => new(a._lanes | b._lanes);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats8 operator ^(Floats8 a, Floats8 b) => new(a._lanes ^ b._lanes);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats8 AndNot(Floats8 a, Floats8 mask) => new(Vector256.AndNot(a._lanes, mask._lanes));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats8 FusedMultiplyAdd(Floats8 a, Floats8 b, Floats8 c) => new(Vector256.FusedMultiplyAdd(a._lanes, b._lanes, c._lanes));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats8 Sqrt(Floats8 a) => new(Vector256.Sqrt(a._lanes));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats8 Abs(Floats8 a) => new(Vector256.Abs(a._lanes));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats8 MinNative(Floats8 a, Floats8 b) => new(Vector256.MinNative(a._lanes, b._lanes));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats8 MaxNative(Floats8 a, Floats8 b) => new(Vector256.MaxNative(a._lanes, b._lanes));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats8 LessThan(Floats8 a, Floats8 b) => new(Vector256.LessThan(a._lanes, b._lanes));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats8 LessThanOrEqual(Floats8 a, Floats8 b) => new(Vector256.LessThanOrEqual(a._lanes, b._lanes));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats8 AreEqual(Floats8 a, Floats8 b) => new(Vector256.Equals(a._lanes, b._lanes));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats8 Select(Floats8 mask, Floats8 a, Floats8 b) => new(Vector256.ConditionalSelect(mask._lanes, a._lanes, b._lanes));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float First(Floats8 v) => v._lanes.ToScalar();

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint NonZeros(Floats8 v) => (uint)Vector256.ExtractMostSignificantBits(~Vector256.Equals(v._lanes, Vector256<float>.Zero));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Max(Floats8 v) => Floats4.Max(new Floats4(Vector128.MaxNative(v._lanes.GetLower(), v._lanes.GetUpper())));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Sum(Floats8 v) => Floats4.Sum(new Floats4(v._lanes.GetLower() + v._lanes.GetUpper()));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats8 AddInt(Floats8 a, Floats8 b) => new(a.Ints + b.Ints);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats8 SubtractInt(Floats8 a, Floats8 b) => new(a.Ints - b.Ints);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats8 MultiplyInt(Floats8 a, Floats8 b) => new(a.Ints * b.Ints);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats8 MinInt(Floats8 a, Floats8 b) => new(Vector256.Min(a.Ints, b.Ints));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats8 LessThanInt(Floats8 a, Floats8 b) => new(Vector256.LessThan(a.Ints, b.Ints));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats8 AreEqualInt(Floats8 a, Floats8 b) => new(Vector256.Equals(a.Ints, b.Ints));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats8 ShiftLeftInt(Floats8 a, int bits) => new(a.Ints << bits);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats8 ShiftRightInt(Floats8 a, int bits) => new(a.Ints >> bits);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats8 ShiftRightUnsigned(Floats8 a, int bits) => new(a.Ints >>> bits);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats8 FromInt(Floats8 a) => new(Vector256.ConvertToSingle(a.Ints));

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Floats8 FromBytes(ref byte origin, int index)
    {
        Vector128<byte> bytes = Vector128.CreateScalarUnsafe(Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref origin, index))).AsByte();
        if (Avx2.IsSupported)
        {
            return FromInt(new Floats8(Avx2.ConvertToVector256Int32(bytes)));
        }

        (Vector128<uint> low, Vector128<uint> high) = Vector128.Widen(Vector128.WidenLower(bytes));
        return FromInt(new Floats8(Vector256.Create(low, high).AsInt32()));
    }
}
