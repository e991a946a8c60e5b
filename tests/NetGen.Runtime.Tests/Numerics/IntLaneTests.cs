using System.Runtime.InteropServices;
using NetGen.CompilerServices;

namespace NetGen.Tests.Numerics;

public class IntLaneTests512 : IntLaneTests<Floats16>;

public class IntLaneTests256 : IntLaneTests<Floats8>;

public class IntLaneTests128 : IntLaneTests<Floats4>;

/// <summary>The members of a vector that take its lanes for integers, one by one against the same in scalars.</summary>
public abstract class IntLaneTests<V>
    where V : struct, IFloats<V>
{
    private static readonly int[] Values =
    [
        0, 1, -1, 2, 127, -128, 65535, 65536, 16777217, -16777217, 123456789, -987654321, 0x3F800000, 0x7FC00000, int.MaxValue, int.MinValue,
    ];

    // All pairs of them.
    private static readonly int[] A = [.. Values.SelectMany(a => Values.Select(_ => a))], B = [.. Values.SelectMany(_ => Values)];

    [Fact]
    public void Sums_and_products_are_modulo_two_to_the_32()
    {
        AssertEach(V.AddInt, (a, b) => unchecked(a + b));
        AssertEach(V.SubtractInt, (a, b) => unchecked(a - b));
        AssertEach(V.MultiplyInt, (a, b) => unchecked(a * b));
    }

    [Fact]
    public void Comparisons_are_signed_and_set_all_bits_or_none()
    {
        AssertEach(V.MinInt, Math.Min);
        AssertEach(V.LessThanInt, (a, b) => a < b ? -1 : 0);
        AssertEach(V.AreEqualInt, (a, b) => a == b ? -1 : 0);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(8)]
    [InlineData(23)]
    [InlineData(31)]
    public void Shifts_move_in_zeros_or_the_sign(int bits)
    {
        AssertEach((a, _) => V.ShiftLeftInt(a, bits), (a, _) => a << bits);
        AssertEach((a, _) => V.ShiftRightInt(a, bits), (a, _) => a >> bits);
        AssertEach((a, _) => V.ShiftRightUnsigned(a, bits), (a, _) => a >>> bits);
    }

    [Fact]
    public void FromInt_rounds_to_the_nearest_float() =>
        AssertEach((a, _) => V.FromInt(a), (a, _) => BitConverter.SingleToInt32Bits(a));

    private static void AssertEach(Func<V, V, V> vector, Func<int, int, int> scalar)
    {
        float[] c = Lanes.Map(vector, Floats(A), Floats(B));
        Assert.Equal(A.Zip(B, scalar), MemoryMarshal.Cast<float, int>(c).ToArray());
    }

    private static float[] Floats(int[] bits) => MemoryMarshal.Cast<int, float>(bits).ToArray();
}
