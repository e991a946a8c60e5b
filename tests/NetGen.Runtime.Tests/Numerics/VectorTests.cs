using NetGen.CompilerServices;

namespace NetGen.Tests.Numerics;

public class VectorTests512 : VectorTests<Floats16>;

public class VectorTests256 : VectorTests<Floats8>;

public class VectorTests128 : VectorTests<Floats4>;

public abstract class VectorTests<V>
    where V : struct, IFloats<V>
{
    [Theory]
    [InlineData(int.MinValue)]
    [InlineData(-3)]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(10)]
    [InlineData(16)]
    [InlineData(1000)]
    [InlineData(int.MaxValue)]
    public void FirstLanes_selects_that_many(int count) =>
        Assert.Equal(Enumerable.Range(0, V.Count).Select(i => i < count ? -1 : 0), Lanes.IntsOf(Vectors.FirstLanes<V>(count)));

    [Fact]
    public void LaneIndex_counts_columns() =>
        Assert.Equal(Enumerable.Range(32, V.Count), Lanes.IntsOf(Vectors.LaneIndex<V>(32)));

    [Theory]
    [InlineData(-3)]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(15)]
    [InlineData(16)]
    [InlineData(1000)]
    public void StoreFirst_leaves_what_lies_behind_alone(int count)
    {
        float[] memory = [.. Enumerable.Repeat(9f, 40)];
        Vectors.StoreFirst(V.Splat(2), count, ref memory[0], 5);
        int stored = Math.Clamp(count, 0, V.Count);
        Assert.Equal([.. Enumerable.Repeat(9f, 5), .. Enumerable.Repeat(2f, stored), .. Enumerable.Repeat(9f, 35 - stored)], memory);
    }

    [Theory]
    [InlineData(2.5f, 1f, 1.5f)]
    [InlineData(-2.5f, 1f, -1.5f)]
    [InlineData(1f, 1f, 0f)]
    [InlineData(-1f, 1f, 0f)]
    [InlineData(-0.5f, 1f, 0f)]
    [InlineData(2.5f, 0f, 2.5f)]
    [InlineData(float.NegativeInfinity, 1f, float.NegativeInfinity)]
    [InlineData(2.5f, float.PositiveInfinity, 0f)]
    [InlineData(float.NaN, 1f, float.NaN)]
    [InlineData(2.5f, float.NaN, float.NaN)]
    public void SoftThreshold_shrinks_to_exactly_zero_and_hides_no_NaN(float x, float t, float expected) =>
        Assert.All(Lanes.Of(Vectors.SoftThreshold(V.Splat(x), V.Splat(t))), y => Lanes.AssertSame(expected, y));

    [Theory]
    [InlineData(1f, -100, 1f)]
    [InlineData(7.888609e-31f, -100, 7.888609e-31f)] // 2⁻¹⁰⁰
    [InlineData(-7.888609e-31f, -100, -7.888609e-31f)]
    [InlineData(7.8886086e-31f, -100, 0f)] // the next one below
    [InlineData(-1e-40f, -100, 0f)]
    [InlineData(1e-36f, -120, 1e-36f)]
    [InlineData(7e-37f, -120, 0f)]
    [InlineData(0f, -50, 0f)]
    [InlineData(float.NaN, -100, float.NaN)]
    [InlineData(float.NegativeInfinity, -100, float.NegativeInfinity)]
    public void Flush_makes_what_is_next_to_nothing_exactly_zero_and_hides_no_NaN(float x, int exponent, float expected) =>
        Assert.All(Lanes.Of(Vectors.Flush(V.Splat(x), exponent)), y => Lanes.AssertSame(expected, y));

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
        V v = V.Splat(x);

        Assert.All(Lanes.Of(Vectors.Relu(v)), y => Lanes.AssertSame(relu, y));
        Assert.All(Lanes.Of(Vectors.Step(v)), y => Lanes.AssertSame(step, y));
        Assert.All(Lanes.Of(Vectors.Sign(v)), y => Lanes.AssertSame(sign, y));
        Assert.All(Lanes.Of(Vectors.Abs(v)), y => Lanes.AssertSame(abs, y));
    }

    [Fact]
    public void Functions_in_pieces_know_the_negative_zero()
    {
        V v = V.Splat(-0f);

        Assert.All(Lanes.Of(Vectors.Relu(v)), y => Lanes.AssertSame(0f, y));
        Assert.All(Lanes.Of(Vectors.Step(v)), y => Lanes.AssertSame(0f, y));
        Assert.All(Lanes.Of(Vectors.Sign(v)), y => Lanes.AssertSame(-0f, y));
        Assert.All(Lanes.Of(Vectors.Abs(v)), y => Lanes.AssertSame(0f, y));
    }

    [Theory]
    [InlineData(0.5f, 0.5f, 0.125f)]
    [InlineData(-0.5f, -0.5f, 0.125f)]
    [InlineData(1.5f, 1.5f, 1.125f)]
    [InlineData(4f, 1.5f, 4.875f)]
    [InlineData(-4f, -1.5f, 4.875f)]
    [InlineData(float.NegativeInfinity, -1.5f, float.PositiveInfinity)]
    [InlineData(float.NaN, float.NaN, float.NaN)]
    public void Clamp_and_Huber_bend_at_their_limit(float x, float clamped, float huber)
    {
        Assert.All(Lanes.Of(Vectors.Clamp(V.Splat(x), 1.5f)), y => Lanes.AssertSame(clamped, y));
        Assert.All(Lanes.Of(Vectors.Huber(V.Splat(x), 1.5f)), y => Lanes.AssertSame(huber, y));
    }

    [Theory]
    [InlineData(0.3f)]
    [InlineData(1e-3f)]
    [InlineData(0.999f)]
    public void Binary_cross_entropy_and_its_derivative_are_those_of_a_soft_target(float t)
    {
        for (float z = -90; z <= 90; z += 0.37f)
        {
            float loss = Lanes.Of(Vectors.BinaryCrossEntropy(V.Splat(z), V.Splat(t)))[^1], error = Lanes.Of(Vectors.SigmoidMinusTarget(V.Splat(z), V.Splat(t)))[^1];
            double p = Reference.Sigmoid(z), exact = t * Reference.Softplus(-z) + (1.0 - t) * Reference.Softplus(z);
            Assert.InRange(Math.Abs(loss - exact), 0, 3e-7 * exact);
            Assert.InRange(Math.Abs(error - ((1.0 - t) * p - t * Reference.Sigmoid(-z))), 0, 3e-7 * (p + t));
        }
    }

    [Theory]
    [InlineData(0.5f)]
    [InlineData(2f)]
    public void Elu_and_its_slope_are_scaled_on_the_left_alone(float alpha)
    {
        Assert.Equal(alpha * MathF.Exp(-3) - alpha, Lanes.Of(Vectors.Elu(V.Splat(-3), alpha))[^1], 1e-6f);
        Assert.Equal(alpha * MathF.Exp(-3), Lanes.Of(Vectors.EluSlope(V.Splat(-3), alpha))[^1], 1e-6f);
        Assert.Equal((3f, 1f), (Lanes.Of(Vectors.Elu(V.Splat(3), alpha))[^1], Lanes.Of(Vectors.EluSlope(V.Splat(3), alpha))[^1]));
    }

    [Fact]
    public void Project_goes_to_the_last_float_within_epsilon_and_no_further()
    {
        var random = new Random(1);
        for (int i = 0; i < 20_000; i++)
        {
            float x = (random.NextSingle() - 0.5f) * MathF.ScaleB(1, random.Next(-9, 9)), epsilon = random.NextSingle() * MathF.ScaleB(1, random.Next(-9, 5));
            float above = Lanes.Of(Vectors.Project(V.Splat(float.PositiveInfinity), V.Splat(x), V.Splat(epsilon)))[^1];
            float below = Lanes.Of(Vectors.Project(V.Splat(float.NegativeInfinity), V.Splat(x), V.Splat(epsilon)))[0];
            // The difference of two floats this near to each other is exact in double.
            Assert.True((double)above - x <= epsilon && (double)MathF.BitIncrement(above) - x > epsilon, $"{x:R} + {epsilon:R}: {above:R}");
            Assert.True((double)x - below <= epsilon && x - (double)MathF.BitDecrement(below) > epsilon, $"{x:R} − {epsilon:R}: {below:R}");
        }
    }

    [Fact]
    public void Project_leaves_what_is_within_epsilon_and_what_is_no_number()
    {
        Assert.All(Lanes.Of(Vectors.Project(V.Splat(1.25f), V.Splat(1f), V.Splat(0.5f))), y => Lanes.AssertSame(1.25f, y));
        Assert.All(Lanes.Of(Vectors.Project(V.Splat(2f), V.Splat(1f), V.Splat(0f))), y => Lanes.AssertSame(1f, y));
        Assert.All(Lanes.Of(Vectors.Project(V.Splat(-2f), V.Splat(-0f), V.Splat(0.5f))), y => Lanes.AssertSame(-0.5f, y));
        Assert.All(Lanes.Of(Vectors.Project(V.Splat(float.NaN), V.Splat(1f), V.Splat(0.5f))), y => Lanes.AssertSame(float.NaN, y));
    }
}
