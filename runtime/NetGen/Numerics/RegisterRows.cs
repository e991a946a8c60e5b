using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace NetGen.CompilerServices;

/// <summary>A few vectors side by side: one row of a register tile. Its size is chosen to fill the machine's registers.</summary>
internal interface IRegisterRow<TSelf>
    where TSelf : struct, IRegisterRow<TSelf>
{
    /// <summary>Floats in a row.</summary>
    static abstract int Width { get; }

    /// <summary>The floats at <paramref name="origin"/>.</summary>
    static abstract TSelf Load(ref float origin);

    /// <summary>Adds a·b, fused, in every lane. In place, so that the compiler overwrites the sum and copies no register.</summary>
    void Add(ref float a, TSelf b);

    /// <summary>Writes <paramref name="row"/> to <paramref name="origin"/>.</summary>
    static abstract void Store(TSelf row, ref float origin);
}

/// <summary>64 floats in four 512-bit vectors; 6 rows of it fill 24 of the 32 registers, and read least for each multiply-add.</summary>
internal struct Wide64(Vector512<float> first, Vector512<float> second, Vector512<float> third, Vector512<float> fourth) : IRegisterRow<Wide64>
{
    private Vector512<float> _first = first, _second = second, _third = third, _fourth = fourth;

    public static int Width => 64;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide64 Load(ref float origin) => new(
        Vector512.LoadUnsafe(ref origin), Vector512.LoadUnsafe(ref origin, 16), Vector512.LoadUnsafe(ref origin, 32), Vector512.LoadUnsafe(ref origin, 48));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(ref float a, Wide64 b)
    {
        Vector512<float> splat = Vector512.Create(a);
        _first = Vector512.FusedMultiplyAdd(splat, b._first, _first);
        _second = Vector512.FusedMultiplyAdd(splat, b._second, _second);
        _third = Vector512.FusedMultiplyAdd(splat, b._third, _third);
        _fourth = Vector512.FusedMultiplyAdd(splat, b._fourth, _fourth);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Wide64 row, ref float origin)
    {
        row._first.StoreUnsafe(ref origin);
        row._second.StoreUnsafe(ref origin, 16);
        row._third.StoreUnsafe(ref origin, 32);
        row._fourth.StoreUnsafe(ref origin, 48);
    }
}

/// <summary>32 floats in two 512-bit vectors; 12 rows of it fill 24 of the 32 registers.</summary>
internal struct Wide32(Vector512<float> left, Vector512<float> right) : IRegisterRow<Wide32>
{
    private Vector512<float> _left = left, _right = right;

    public static int Width => 32;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide32 Load(ref float origin) => new(Vector512.LoadUnsafe(ref origin), Vector512.LoadUnsafe(ref origin, 16));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(ref float a, Wide32 b)
    {
        Vector512<float> splat = Vector512.Create(a);
        _left = Vector512.FusedMultiplyAdd(splat, b._left, _left);
        _right = Vector512.FusedMultiplyAdd(splat, b._right, _right);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Wide32 row, ref float origin)
    {
        row._left.StoreUnsafe(ref origin);
        row._right.StoreUnsafe(ref origin, 16);
    }
}

/// <summary>16 floats in one 512-bit vector: for a head of up to 16 outputs.</summary>
internal struct Wide16(Vector512<float> lanes) : IRegisterRow<Wide16>
{
    private Vector512<float> _lanes = lanes;

    public static int Width => 16;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Wide16 Load(ref float origin) => new(Vector512.LoadUnsafe(ref origin));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(ref float a, Wide16 b) => _lanes = Vector512.FusedMultiplyAdd(Vector512.Create(a), b._lanes, _lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Wide16 row, ref float origin) => row._lanes.StoreUnsafe(ref origin);
}

/// <summary>16 floats in two 256-bit vectors; 6 rows of it fill 12 of the 16 registers.</summary>
internal struct Middle16(Vector256<float> left, Vector256<float> right) : IRegisterRow<Middle16>
{
    private Vector256<float> _left = left, _right = right;

    public static int Width => 16;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Middle16 Load(ref float origin) => new(Vector256.LoadUnsafe(ref origin), Vector256.LoadUnsafe(ref origin, 8));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(ref float a, Middle16 b)
    {
        Vector256<float> splat = Vector256.Create(a);
        _left = Vector256.FusedMultiplyAdd(splat, b._left, _left);
        _right = Vector256.FusedMultiplyAdd(splat, b._right, _right);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Middle16 row, ref float origin)
    {
        row._left.StoreUnsafe(ref origin);
        row._right.StoreUnsafe(ref origin, 8);
    }
}

/// <summary>8 floats in two 128-bit vectors; 6 rows of it fill 12 registers.</summary>
internal struct Narrow8(Vector128<float> left, Vector128<float> right) : IRegisterRow<Narrow8>
{
    private Vector128<float> _left = left, _right = right;

    public static int Width => 8;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Narrow8 Load(ref float origin) => new(Vector128.LoadUnsafe(ref origin), Vector128.LoadUnsafe(ref origin, 4));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(ref float a, Narrow8 b)
    {
        Vector128<float> splat = Vector128.Create(a);
        _left = Vector128.FusedMultiplyAdd(splat, b._left, _left);
        _right = Vector128.FusedMultiplyAdd(splat, b._right, _right);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Narrow8 row, ref float origin)
    {
        row._left.StoreUnsafe(ref origin);
        row._right.StoreUnsafe(ref origin, 4);
    }
}

/// <summary>8 floats in one 256-bit vector: for tiles of more rows than there are registers for two.</summary>
internal struct Middle8(Vector256<float> lanes) : IRegisterRow<Middle8>
{
    private Vector256<float> _lanes = lanes;

    public static int Width => 8;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Middle8 Load(ref float origin) => new(Vector256.LoadUnsafe(ref origin));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(ref float a, Middle8 b) => _lanes = Vector256.FusedMultiplyAdd(Vector256.Create(a), b._lanes, _lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Middle8 row, ref float origin) => row._lanes.StoreUnsafe(ref origin);
}

/// <summary>4 floats in one 128-bit vector.</summary>
internal struct Narrow4(Vector128<float> lanes) : IRegisterRow<Narrow4>
{
    private Vector128<float> _lanes = lanes;

    public static int Width => 4;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Narrow4 Load(ref float origin) => new(Vector128.LoadUnsafe(ref origin));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(ref float a, Narrow4 b) => _lanes = Vector128.FusedMultiplyAdd(Vector128.Create(a), b._lanes, _lanes);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Narrow4 row, ref float origin) => row._lanes.StoreUnsafe(ref origin);
}
