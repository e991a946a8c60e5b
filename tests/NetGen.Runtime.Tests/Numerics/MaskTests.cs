using NetGen.CompilerServices;

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
