using System.Runtime.Intrinsics;
using NetGen.Numerics;

namespace NetGen.Tests.Numerics;

public class VectorTests
{
    private static readonly Vector512<float> Ramp = Vector512.ConvertToSingle(Vectors.LaneIndex(0));

    [Fact]
    public void Load_and_Store_take_sixteen_floats_at_an_index_and_touch_no_other()
    {
        float[] source = [.. Enumerable.Range(0, 40).Select(i => (float)i)], target = new float[40];

        Vectors.Store(Vectors.Load(ref source[2], 5), ref target[1], 10);

        Assert.Equal([.. new float[11], .. source[7..23], .. new float[13]], target);
    }

    [Theory]
    [InlineData(-3, 0)]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(10, 10)]
    [InlineData(16, 16)]
    [InlineData(1000, 16)]
    public void FirstLanes_selects_that_many(int count, int selected)
    {
        Vector512<float> lanes = Vectors.FirstLanes(count) & Vectors.Splat(1f);

        Assert.Equal(selected, Enumerable.Range(0, 16).TakeWhile(i => lanes[i] == 1f).Count());
        Assert.Equal(selected, Vectors.Sum(lanes));
    }

    [Fact]
    public void LaneIndex_counts_columns() => Assert.Equal(47, Vectors.LaneIndex(32)[15]);

    [Fact]
    public void Sum_adds_by_halves()
    {
        float[] v = [1e8f, 3.14f, -7e7f, 2.5e-3f, 11f, 1e8f, 0.3f, -9f, -1e8f, 2.72f, 7e7f, 1f, 13f, -1e8f, 0.7f, 5e5f];
        float[] tree = v;
        for (int half = 8; half > 0; half /= 2)
        {
            tree = [.. Enumerable.Range(0, half).Select(i => tree[i] + tree[i + half])];
        }

        Assert.Equal(tree[0], Vectors.Sum(Vector512.Create(v)));
    }

    [Fact]
    public void Max_is_the_largest_lane_wherever_it_lies()
    {
        for (int lane = 0; lane < 16; lane++)
        {
            Assert.Equal(-0.5f, Vectors.Max((-Ramp - Vectors.Splat(1f)).WithElement(lane, -0.5f)));
            Assert.Equal(float.NaN, Vectors.Max(Ramp.WithElement(lane, float.NaN)));
        }
    }

    [Theory]
    [InlineData(2.5f, 2.5f, 1f, 1f, 2.5f)]
    [InlineData(-2.5f, 0f, 0f, -1f, 2.5f)]
    [InlineData(0f, 0f, 0f, 0f, 0f)]
    [InlineData(1e-45f, 1e-45f, 1f, 1f, 1e-45f)]
    [InlineData(-1e-45f, 0f, 0f, -1f, 1e-45f)]
    [InlineData(float.PositiveInfinity, float.PositiveInfinity, 1f, 1f, float.PositiveInfinity)]
    [InlineData(float.NegativeInfinity, 0f, 0f, -1f, float.PositiveInfinity)]
    [InlineData(float.NaN, float.NaN, 0f, float.NaN, float.NaN)]
    public void Functions_in_pieces_are_exact(float x, float relu, float step, float sign, float abs)
    {
        Vector512<float> v = Vectors.Splat(x);

        AssertSame(relu, Vectors.Relu(v)[3]);
        AssertSame(step, Vectors.Step(v)[3]);
        AssertSame(sign, Vectors.Sign(v)[3]);
        AssertSame(abs, Vectors.Abs(v)[3]);
    }

    [Fact]
    public void Functions_in_pieces_know_the_negative_zero()
    {
        Vector512<float> v = Vectors.Splat(-0f);

        AssertSame(0f, Vectors.Relu(v)[3]);
        AssertSame(0f, Vectors.Step(v)[3]);
        AssertSame(-0f, Vectors.Sign(v)[3]);
        AssertSame(0f, Vectors.Abs(v)[3]);
    }

    // The sign of a zero counts, the payload of a NaN does not.
    private static void AssertSame(float expected, float actual)
    {
        Assert.Equal(expected, actual);
        Assert.True(float.IsNaN(expected) || float.IsNegative(expected) == float.IsNegative(actual));
    }
}
