using System.Runtime.Intrinsics;
using NetGen.Numerics;

namespace NetGen.Tests.Numerics;

public class MaskTests
{
    // From a separate implementation of the documented hash (Python integers).
    [Theory]
    [InlineData(0, 0, 0L, 0xa706dd2f4d197e6ful)]
    [InlineData(1, 2, 3L, 0x969a355f9ffebee5ul)]
    [InlineData(-1, 7, 1L << 40, 0xc2d72b44101a687dul)]
    public void A_key_has_its_recorded_value(int seed, int layer, long step, ulong key) =>
        Assert.Equal(key, Masks.Key(seed, layer, step));

    // Bit j says whether unit column + j is kept; by the same separate implementation.
    [Theory]
    [InlineData(0xa706dd2f4d197e6ful, 0, 0, 0.5f, 0xeeae)]
    [InlineData(0xa706dd2f4d197e6ful, 5, 48, 0.8f, 0xbfff)]
    [InlineData(0x969a355f9ffebee5ul, 0, 0, 0.5f, 0x43b9)]
    [InlineData(0x969a355f9ffebee5ul, 1023, 4080, 0.1f, 0x0002)]
    [InlineData(0xc2d72b44101a687dul, 0, 0, 0.5f, 0xdaec)]
    [InlineData(0xc2d72b44101a687dul, 5, 48, 0.8f, 0xbe6f)]
    public void A_mask_has_its_recorded_bits(ulong key, int row, int column, float keep, int bits)
    {
        Vector512<float> mask = Masks.Keep(key, row, column, Masks.Threshold(keep), 1f);
        Assert.Equal(bits, Enumerable.Range(0, 16).Sum(j => (int)mask[j] << j));
    }

    [Theory]
    [InlineData(0f)]
    [InlineData(0.1f)]
    [InlineData(0.5f)]
    [InlineData(0.8f)]
    [InlineData(1f)]
    public void The_scalar_twin_keeps_the_same_units(float keep)
    {
        int threshold = Masks.Threshold(keep);
        foreach (ulong key in new[] { 0ul, ulong.MaxValue, Masks.Key(1, 2, 3), Masks.Key(-9, 0, long.MaxValue) })
        {
            for (int row = 0; row < 70; row++)
            {
                foreach (int column in new[] { 0, 16, 4080, int.MaxValue - 15 })
                {
                    Vector512<float> mask = Masks.Keep(key, row, column, threshold, 1.25f);
                    for (int j = 0; j < 16; j++)
                    {
                        Assert.Equal(Masks.IsKept(key, row, column + j, threshold) ? 1.25f : 0f, mask[j]);
                    }
                }
            }
        }
    }

    [Fact]
    public void A_block_may_start_at_any_column()
    {
        ulong key = Masks.Key(3, 1, 4);
        Vector512<float> mask = Masks.Keep(key, 6, 32, 1 << 23, 1f), shifted = Masks.Keep(key, 6, 37, 1 << 23, 1f);
        for (int j = 5; j < 16; j++)
        {
            Assert.Equal(mask[j], shifted[j - 5]);
        }
    }

    [Theory]
    [InlineData(0f, 0)]
    [InlineData(0.5f, 1 << 23)]
    [InlineData(0.8f, 13421773)]
    [InlineData(1f, 1 << 24)]
    public void A_threshold_is_the_probability_in_units_of_2_to_the_minus_24(float keep, int threshold) =>
        Assert.Equal(threshold, Masks.Threshold(keep));

    [Theory]
    [InlineData(-0.001f)]
    [InlineData(1.001f)]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    public void A_probability_outside_its_range_is_refused(float keep)
    {
        var e = Assert.Throws<ArgumentOutOfRangeException>(() => Masks.Threshold(keep));
        Assert.Equal(("keep", (object)keep), (e.ParamName!, e.ActualValue));
    }
}
