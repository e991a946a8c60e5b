using NetGen.CompilerServices;

namespace NetGen.Tests.Numerics;

public class NormTests512 : NormTests<Floats16>;

public class NormTests256 : NormTests<Floats8>;

public class NormTests128 : NormTests<Floats4>;

public abstract class NormTests<V>
    where V : struct, IFloats<V>
{
    private const float Inf = float.PositiveInfinity;

    /// <summary>Two rows of three, four floats apart; what lies between them does not count.</summary>
    private static readonly float[] Matrix = [1, -2, 3, float.NaN, -4, 5, 6, float.NaN];

    [Fact]
    public void HalfSquared_is_half_the_sum_of_squares() => Assert.Equal(45.5, Norms.HalfSquared(ref Matrix[0], 2, 3, 4));

    [Fact]
    public void Absolute_is_the_sum_of_magnitudes() => Assert.Equal(21, Norms.Absolute(ref Matrix[0], 2, 3, 4));

    [Fact]
    public void OfRows_is_the_sum_of_the_rows_lengths() => Assert.Equal(Math.Sqrt(14) + Math.Sqrt(77), Norms.OfRows(ref Matrix[0], 2, 3, 4));

    [Fact]
    public void InverseOfRows_is_one_over_the_length_and_zero_for_a_row_of_zeros()
    {
        float[] w = new float[3 * 48], inverse = [9, 9, 9];
        (w[48], w[48 + 31], w[2 * 48]) = (3, -4, 8);
        Norms.InverseOfRows<V>(ref w[0], columns: 32, stride: 48, first: 0, last: 2, ref inverse[0]);
        Assert.Equal([0, 0.2f, 9], inverse);
    }

    [Fact]
    public void LimitColumns_shortens_what_is_too_long_and_leaves_the_rest_to_the_bit()
    {
        float[] w = Ramp(4 * 32), before = [.. w], sums = new float[32];
        w[16] = before[16] = 1e-3f;
        Norms.LimitColumns<V>(ref w[0], rows: 4, stride: 32, first: 16, last: 32, limit: 2, ref sums[0]);
        for (int c = 0; c < 32; c++)
        {
            double norm = Norm(before, c), now = Norm(w, c);
            Assert.Equal(c >= 16 && norm > 2 ? 2 : norm, now, 1e-6);
            Assert.True((c >= 16 && norm > 2) || w[c] == before[c]);
        }

        Assert.Contains(Enumerable.Range(16, 16), c => Norm(before, c) < 2);

        static double Norm(float[] w, int column) => Math.Sqrt(Enumerable.Range(0, 4).Sum(row => (double)w[row * 32 + column] * w[row * 32 + column]));
    }

    [Theory]
    [InlineData(1e20f)]
    [InlineData(3e38f)]
    [InlineData(1e-25f)]
    public void InverseOfRows_sums_in_double_what_floats_cannot_square(float size)
    {
        float[] w = new float[32], inverse = new float[2];
        (w[0], w[7], w[16]) = (3 * (size / 5), 4 * (size / 5), 1);
        Norms.InverseOfRows<V>(ref w[0], columns: 16, stride: 16, first: 0, last: 2, ref inverse[0]);
        Assert.Equal(1, inverse[0] * (double)size, 1e-6);
        Assert.Equal(1, inverse[1]);
    }

    [Fact]
    public void InverseOfRows_of_next_to_nothing_is_finite()
    {
        float[] w = new float[16], inverse = new float[1];
        w[3] = 1e-42f;
        Norms.InverseOfRows<V>(ref w[0], columns: 16, stride: 16, first: 0, last: 1, ref inverse[0]);
        Assert.Equal(float.MaxValue, inverse[0]);
    }

    [Theory]
    [InlineData(1e20f)]
    [InlineData(3e38f)]
    public void LimitColumns_shortens_what_floats_cannot_square(float size)
    {
        float[] w = Ramp(2 * 16), sums = new float[16];
        (w[5], w[16 + 5]) = (3 * (size / 5), -4 * (size / 5));
        Norms.LimitColumns<V>(ref w[0], rows: 2, stride: 16, first: 0, last: 16, limit: 2, ref sums[0]);
        Assert.Equal(1.2, w[5], 1e-6);
        Assert.Equal(-1.6, w[16 + 5], 1e-6);
        Assert.All(w, x => Assert.True(float.IsFinite(x)));
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(Inf)]
    public void LimitColumns_does_not_hide_what_has_diverged(float diverged)
    {
        float[] w = Ramp(2 * 16), sums = new float[16];
        w[16 + 5] = diverged;
        Norms.LimitColumns<V>(ref w[0], rows: 2, stride: 16, first: 0, last: 16, limit: 2, ref sums[0]);
        Assert.All(Enumerable.Range(0, 32), i => Assert.Equal(i % 16 == 5, float.IsNaN(w[i])));
    }

    [Fact]
    public void LimitColumns_leaves_everything_as_it_is_when_the_limit_is_infinite()
    {
        float[] w = Ramp(2 * 16), sums = new float[16];
        (w[0], w[1], w[2]) = (float.NaN, Inf, 1e20f);
        float[] before = [.. w];
        Norms.LimitColumns<V>(ref w[0], rows: 2, stride: 16, first: 0, last: 16, limit: Inf, ref sums[0]);
        Assert.Equal(before, w);
    }

    [Theory]
    [InlineData(8)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NaN)]
    public void ClippingFactor_is_1_when_the_limit_is_infinite(double norm) => Assert.Equal(1, Norms.ClippingFactor(norm, limit: Inf));

    [Fact]
    public void The_norm_of_an_arena_is_that_of_all_its_blocks()
    {
        float[] x = Ramp(2 * Norms.BlockFloats + 48), sums = new float[3];
        Norms.SquaresOfBlocks<V>(ref x[0], x.Length, first: 0, last: 2, ref sums[0]);
        Norms.SquaresOfBlocks<V>(ref x[0], x.Length, first: 2, last: 3, ref sums[0]);
        Assert.Equal(Math.Sqrt(x.Sum(v => (double)v * v)), Norms.OfBlocks(ref sums[0], 3, ref x[0], x.Length), 1e-3);
    }

    [Theory]
    [InlineData(1e20f)]
    [InlineData(3e38f)]
    public void The_norm_of_an_arena_is_finite_where_squares_are_not(float size)
    {
        float[] x = Ramp(2 * Norms.BlockFloats), sums = new float[2];
        (x[3], x[Norms.BlockFloats + 1]) = (3 * (size / 5), 4 * (size / 5));
        Norms.SquaresOfBlocks<V>(ref x[0], x.Length, first: 0, last: 2, ref sums[0]);
        Assert.Equal(1, Norms.OfBlocks(ref sums[0], 2, ref x[0], x.Length) / size, 1e-6);
    }

    [Theory]
    [InlineData(Inf)]
    [InlineData(float.NaN)]
    public void The_norm_of_an_arena_hides_no_divergence(float diverged)
    {
        float[] x = Ramp(32), sums = new float[1];
        x[3] = diverged;
        Norms.SquaresOfBlocks<V>(ref x[0], x.Length, first: 0, last: 1, ref sums[0]);
        Assert.False(double.IsFinite(Norms.OfBlocks(ref sums[0], 1, ref x[0], x.Length)));
    }

    [Theory]
    [InlineData(1.5f, 1.5f)]
    [InlineData(-1e-16f, 0f)]
    [InlineData(1e20f, 9.223372e18f)]
    [InlineData(-3e38f, -9.223372e18f)]
    [InlineData(Inf, float.NaN)]
    [InlineData(-Inf, float.NaN)]
    [InlineData(float.NaN, float.NaN)]
    public void Squarable_has_a_square_that_is_neither_subnormal_nor_infinite(float x, float expected)
    {
        float y = Lanes.Of(Vectors.Squarable(V.Splat(x)))[^1];
        Assert.Equal(expected, y);
        Assert.True(!(y * y > 0) || float.IsNormal(y * y));
    }

    [Theory]
    [InlineData(0.5, 1f)]
    [InlineData(2, 1f)]
    [InlineData(8, 0.25f)]
    [InlineData(0, 1f)]
    [InlineData(double.PositiveInfinity, float.NaN)]
    [InlineData(double.NaN, float.NaN)]
    public void ClippingFactor_shortens_to_the_limit_and_hides_no_divergence(double norm, float expected) =>
        Assert.Equal(expected, Norms.ClippingFactor(norm, limit: 2));

    [Theory]
    [InlineData(0.5f, 0.5f)]
    [InlineData(3f, 2f)]
    [InlineData(-3f, -2f)]
    [InlineData(Inf, 2f)]
    [InlineData(float.NaN, float.NaN)]
    public void Clamp_to_a_vector_of_limits_keeps_NaN(float x, float expected) =>
        Assert.All(Lanes.Of(Vectors.Clamp(V.Splat(x), V.Splat(2f))), y => Lanes.AssertSame(expected, y));

    /// <summary>Numbers of both signs, some small and some large.</summary>
    private static float[] Ramp(int length) => [.. Enumerable.Range(0, length).Select(i => (i % 7 - 3) * (i % 16) / 16f)];
}
