using NetGen.CompilerServices;

namespace NetGen.Tests.Numerics;

public class TargetTests
{
    [Fact]
    public void A_negative_label_is_missing()
    {
        int[] labels = [3, -1, 0, -7, 9, -1];
        float[] present = [8f, 8f, 8f, 8f, 8f, 8f];

        int count = Targets.Present(ref labels[0], 5, ref present[0]);

        Assert.Equal(3, count);
        Assert.Equal([1f, 0f, 1f, 0f, 1f, 8f], present);
    }

    [Fact]
    public void A_row_with_any_NaN_is_missing_and_becomes_zero()
    {
        float[] target =
        [
            1f, 2f, 3f, 99f,
            4f, float.NaN, 6f, 99f,
            float.PositiveInfinity, 8f, 9f, float.NaN,
            float.NaN, float.NaN, -float.NaN, 99f,
        ];
        float[] present = [8f, 8f, 8f, 8f, 8f];

        int count = Targets.Present(ref target[0], 4, 3, 4, ref present[0]);

        Assert.Equal(2, count);
        Assert.Equal([1f, 0f, 1f, 0f, 8f], present);
        Assert.Equal([1f, 2f, 3f, 99f, 0f, 0f, 0f, 99f, float.PositiveInfinity, 8f, 9f, float.NaN, 0f, 0f, 0f, 99f], target);
    }
}
