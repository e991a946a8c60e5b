using System.ComponentModel;

namespace NetGen.CompilerServices;

/// <summary>
/// A vector of floats: 16, 8 or 4 of them, one register of 512, 256 or 128 bits. Emitted code and everything it calls is written once,
/// for any of the three; a network picks one, and the compiler makes the code for it. Unsafe: places and lengths are not checked.
/// </summary>
/// <remarks>
/// Every operation is lane-wise and rounds once, so each lane has the same bits whatever the number of lanes. A comparison gives all bits
/// set or none; members whose name says Int take the lanes for 32-bit integers.
/// </remarks>
/// <typeparam name="TSelf">The vector itself.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IFloats<TSelf>
    where TSelf : struct, IFloats<TSelf>
{
    /// <summary>Lanes: 16, 8 or 4.</summary>
    static abstract int Count { get; }

    /// <summary>0 in every lane.</summary>
    static abstract TSelf Zero { get; }

    /// <summary>The integers 0, 1, 2, … in the lanes.</summary>
    static abstract TSelf IntIndices { get; }

    /// <summary>The floats at <paramref name="origin"/>[<paramref name="index"/>…]; alignment is not needed.</summary>
    static abstract TSelf Load(ref float origin, int index);

    /// <summary>Writes <paramref name="v"/> to <paramref name="origin"/>[<paramref name="index"/>…].</summary>
    static abstract void Store(TSelf v, ref float origin, int index);

    /// <summary>The same float in every lane.</summary>
    static abstract TSelf Splat(float value);

    /// <summary>The same integer in every lane.</summary>
    static abstract TSelf SplatInt(int value);

    /// <summary>a + b.</summary>
    static abstract TSelf operator +(TSelf a, TSelf b);

    /// <summary>a − b.</summary>
    static abstract TSelf operator -(TSelf a, TSelf b);

    /// <summary>−a.</summary>
    static abstract TSelf operator -(TSelf a);

    /// <summary>a · b.</summary>
    static abstract TSelf operator *(TSelf a, TSelf b);

    /// <summary>factor · a.</summary>
    static abstract TSelf operator *(float factor, TSelf a);

    /// <summary>a / b, correctly rounded.</summary>
    static abstract TSelf operator /(TSelf a, TSelf b);

    /// <summary>The bits set in both.</summary>
    static abstract TSelf operator &(TSelf a, TSelf b);

    /// <summary>The bits set in either.</summary>
    static abstract TSelf operator |(TSelf a, TSelf b);

    /// <summary>The bits set in one of them.</summary>
    static abstract TSelf operator ^(TSelf a, TSelf b);

    /// <summary>The bits of <paramref name="a"/> that <paramref name="mask"/> has not.</summary>
    static abstract TSelf AndNot(TSelf a, TSelf mask);

    /// <summary>a · b + c, rounded once.</summary>
    static abstract TSelf FusedMultiplyAdd(TSelf a, TSelf b, TSelf c);

    /// <summary>√a, correctly rounded.</summary>
    static abstract TSelf Sqrt(TSelf a);

    /// <summary>|a|.</summary>
    static abstract TSelf Abs(TSelf a);

    /// <summary>The smaller; given a NaN in <paramref name="b"/>, that.</summary>
    static abstract TSelf MinNative(TSelf a, TSelf b);

    /// <summary>The larger; given a NaN in <paramref name="b"/>, that.</summary>
    static abstract TSelf MaxNative(TSelf a, TSelf b);

    /// <summary>a &lt; b.</summary>
    static abstract TSelf LessThan(TSelf a, TSelf b);

    /// <summary>a ≤ b.</summary>
    static abstract TSelf LessThanOrEqual(TSelf a, TSelf b);

    /// <summary>a = b.</summary>
    static abstract TSelf AreEqual(TSelf a, TSelf b);

    /// <summary><paramref name="a"/> where <paramref name="mask"/> has its bits set, else <paramref name="b"/>.</summary>
    static abstract TSelf Select(TSelf mask, TSelf a, TSelf b);

    /// <summary>The first lane.</summary>
    static abstract float First(TSelf v);

    /// <summary>A bit for each lane, the first the lowest: whether it is not 0, as NaN is not.</summary>
    static abstract uint NonZeros(TSelf v);

    /// <summary>The largest lane, when none is NaN.</summary>
    static abstract float Max(TSelf v);

    /// <summary>The sum of the lanes by halves: first those half the width apart, last neighbors.</summary>
    static abstract float Sum(TSelf v);

    /// <summary>a + b of integers, modulo 2³².</summary>
    static abstract TSelf AddInt(TSelf a, TSelf b);

    /// <summary>a − b of integers, modulo 2³².</summary>
    static abstract TSelf SubtractInt(TSelf a, TSelf b);

    /// <summary>a · b of integers, modulo 2³².</summary>
    static abstract TSelf MultiplyInt(TSelf a, TSelf b);

    /// <summary>The smaller of signed integers.</summary>
    static abstract TSelf MinInt(TSelf a, TSelf b);

    /// <summary>a &lt; b of signed integers.</summary>
    static abstract TSelf LessThanInt(TSelf a, TSelf b);

    /// <summary>a = b of integers.</summary>
    static abstract TSelf AreEqualInt(TSelf a, TSelf b);

    /// <summary>Integers shifted toward the high end.</summary>
    static abstract TSelf ShiftLeftInt(TSelf a, int bits);

    /// <summary>Integers shifted toward the low end, the sign moving in.</summary>
    static abstract TSelf ShiftRightInt(TSelf a, int bits);

    /// <summary>Integers shifted toward the low end, zeros moving in.</summary>
    static abstract TSelf ShiftRightUnsigned(TSelf a, int bits);

    /// <summary>Integers as floats.</summary>
    static abstract TSelf FromInt(TSelf a);

    /// <summary>The bytes at <paramref name="origin"/>[<paramref name="index"/>…] as floats, 0 to 255, one in each lane.</summary>
    static abstract TSelf FromBytes(ref byte origin, int index);
}
