using NetGen.CompilerServices;

namespace NetGen.Tests.Numerics;

public class NoiseTests512 : NoiseTests<Floats16>;

public class NoiseTests256 : NoiseTests<Floats8>;

public class NoiseTests128 : NoiseTests<Floats4>;

/// <summary>Each number against Box and Muller's formula in double.</summary>
public abstract class NoiseTests<V>
    where V : struct, IFloats<V>
{
    [Fact]
    public void Every_unit_has_the_number_that_its_uniform_numbers_make()
    {
        foreach (ulong key in new[] { 0ul, ulong.MaxValue, Masks.Key(1, -2, 3), Masks.Key(-9, -1, long.MaxValue) })
        {
            for (int row = 0; row < 40; row++)
            {
                foreach (int column in new[] { 0, 16, 4080, int.MaxValue - 15 })
                {
                    float[] noise = NoiseStatisticsTests.Sixteen<V>(key, row, column);
                    for (int j = 0; j < 16; j++)
                    {
                        (double u, double v) = Noise.Uniforms(key, row, column + j);
                        Assert.Equal(Math.Sqrt(-2 * Math.Log(u)) * Math.Cos(2 * Math.PI * v), noise[j], 2e-6);
                    }
                }
            }
        }
    }

    [Fact]
    public void Has_the_bits_of_the_widest_vectors()
    {
        for (int row = 0; row < 100; row++)
        {
            Lanes.AssertSameBits(NoiseStatisticsTests.Sixteen<Floats16>(Masks.Key(1, -1, 2), row, 48), NoiseStatisticsTests.Sixteen<V>(Masks.Key(1, -1, 2), row, 48));
        }
    }
}

/// <summary>
/// Noise as a fit draws it, rows × columns for many steps, against N(0, 1): moments and tails in standard deviations z, of which |z| below 4.5
/// leaves true noise a chance below 1 in 1,000 to fail; and the numbers are fixed.
/// </summary>
public class NoiseStatisticsTests
{
    private const int RowCount = 64, ColumnCount = 256, StepCount = 30;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(-7)]
    public void Moments_are_those_of_the_normal_distribution(int seed)
    {
        float[] all = [.. Enumerable.Range(0, StepCount).SelectMany(step => Step(seed, layer: 0, step))];
        double n = all.Length;

        // E xᵏ and the variance of xᵏ: E x²ᵏ − (E xᵏ)², with E x² = 1, E x⁴ = 3, E x⁶ = 15, E x⁸ = 105.
        foreach ((int k, double mean, double variance) in new[] { (1, 0.0, 1.0), (2, 1.0, 2.0), (3, 0.0, 15.0), (4, 3.0, 96.0) })
        {
            double z = (all.Average(x => Math.Pow(x, k)) - mean) / Math.Sqrt(variance / n);
            Assert.True(Math.Abs(z) < 4.5, $"moment {k}: {z} standard deviations off");
        }

        // The shares beyond 1, 2, 3 and 4 standard deviations.
        foreach ((double limit, double share) in new[] { (1, 0.31731051), (2, 0.04550026), (3, 0.00269980), (4, 6.334e-5) })
        {
            double z = (all.Count(x => Math.Abs(x) > limit) - n * share) / Math.Sqrt(n * share * (1 - share));
            Assert.True(Math.Abs(z) < 4.5, $"beyond {limit}: {z} standard deviations off");
        }
    }

    [Fact]
    public void Neighbors_steps_layers_and_masks_are_uncorrelated()
    {
        float[] here = Step(3, layer: 0, 0), later = Step(3, layer: 0, 1), other = Step(3, layer: 1, 0);
        foreach (int lag in new[] { 1, 2, 3, 4, 8, 16, 64, ColumnCount, ColumnCount + 1, 8 * ColumnCount })
        {
            AssertUncorrelated(here[lag..], here[..^lag], $"{lag} apart");
        }

        AssertUncorrelated(here, later, "steps");
        AssertUncorrelated(here, other, "layers");
        ulong mask = Masks.Key(3, 0, 0);
        AssertUncorrelated(here, [.. Enumerable.Range(0, here.Length).Select(i => Masks.IsKept(mask, i / ColumnCount, i % ColumnCount, 1 << 23) ? 1f : -1f)], "masks");
    }

    internal static float[] Sixteen<V>(ulong key, int row, int column)
        where V : struct, IFloats<V>
    {
        float[] noise = new float[16];
        for (int j = 0; j < 16; j += V.Count)
        {
            V.Store(Noise.Normal<V>(key, row, column + j), ref noise[0], j);
        }

        return noise;
    }

    /// <summary>The noise of one layer in one step.</summary>
    private static float[] Step(int seed, int layer, int step)
    {
        ulong key = Masks.Key(seed, -1 - layer, step);
        return [.. Enumerable.Range(0, RowCount * ColumnCount / 16).SelectMany(block => Sixteen<Floats16>(key, block * 16 / ColumnCount, block * 16 % ColumnCount))];
    }

    /// <summary>The mean product of independent numbers of deviation 1 has the deviation 1/√n; so have their squares, centerd and scaled.</summary>
    private static void AssertUncorrelated(float[] a, float[] b, string what)
    {
        double n = a.Length;
        double z = a.Zip(b, (x, y) => (double)x * y).Sum() / Math.Sqrt(n);
        double squares = a.Zip(b, (x, y) => ((double)x * x - 1) * ((double)y * y - 1) / 2).Sum() / Math.Sqrt(n);
        Assert.True(Math.Abs(z) < 4.5 && Math.Abs(squares) < 4.5, $"{what}: {z} and, of the squares, {squares} standard deviations");
    }
}
