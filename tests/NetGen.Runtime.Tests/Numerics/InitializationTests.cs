using NetGen.CompilerServices;

namespace NetGen.Tests.Numerics;

public class InitializationTests
{
    private const int Rows = 200, Columns = 250, Stride = 272, Offset = 32;

    [Theory]
    [InlineData(1, 0)]
    [InlineData(2, 5)]
    [InlineData(-3, 1)]
    public void A_normal_parameter_has_its_mean_deviation_and_tails(int seed, int stream)
    {
        double[] values = [.. Values(Initializer.Normal(0.5f), seed, stream).Select(v => v / 0.5)];

        // 50,000 draws: four standard errors of each moment, and of the share beyond one and two deviations.
        Assert.Equal(0, values.Average(), 0.018);
        Assert.Equal(1, values.Average(v => v * v), 0.026);
        Assert.Equal(0, values.Average(v => v * v * v), 0.07);
        Assert.Equal(3, values.Average(v => v * v * v * v), 0.18);
        Assert.Equal(0.3173, values.Average(v => Math.Abs(v) > 1 ? 1 : 0), 0.0084);
        Assert.Equal(0.0455, values.Average(v => Math.Abs(v) > 2 ? 1 : 0), 0.0038);
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(2, 5)]
    public void A_uniform_parameter_fills_its_interval_evenly(int seed, int stream)
    {
        float[] values = Values(Initializer.Uniform(0.25f), seed, stream);

        Assert.All(values, v => Assert.True(v is >= -0.25f and < 0.25f));
        Assert.Equal(0, values.Average(), 0.0026);
        Assert.Equal(0.25 * 0.25 / 3, values.Average(v => (double)v * v), 0.00034);
        double expected = values.Length / 32.0;
        double chiSquare = values.CountBy(v => (int)((v + 0.25f) * 64)).Sum(bin => Math.Pow(bin.Value - expected, 2) / expected);
        Assert.InRange(chiSquare, 8, 67); // 31 degrees of freedom: 1 in 10,000 on each side
    }

    [Fact]
    public void A_constant_parameter_is_that_constant() =>
        Assert.All(Values(new Initializer(InitializerKind.Constant, 0.125f), 1, 0), v => Assert.Equal(0.125f, v));

    [Fact]
    public void Values_depend_on_seed_and_stream_and_not_on_the_layout()
    {
        float[] values = Values(Initializer.Normal(1f), 7, 3);

        Assert.Equal(values, Values(Initializer.Normal(1f), 7, 3));
        Assert.Equal(values, Values(Initializer.Normal(1f), 7, 3, stride: 250, offset: 0));
        Assert.NotEqual(values, Values(Initializer.Normal(1f), 8, 3));
        Assert.NotEqual(values, Values(Initializer.Normal(1f), 7, 4));
    }

    [Fact]
    public void Streams_are_not_shifted_or_correlated_copies()
    {
        float[] one = Values(Initializer.Normal(1f), 7, 3), two = Values(Initializer.Normal(1f), 7, 4);
        foreach (int shift in new[] { 0, 1, 2, 250 })
        {
            Assert.Equal(0, one.Skip(shift).Zip(two, (x, y) => (double)x * y).Average(), 0.018);
            Assert.Equal(0, one.Skip(shift + 1).Zip(one, (x, y) => (double)x * y).Average(), 0.018);
        }
    }

    [Fact]
    public void Padding_is_not_touched()
    {
        float[] arena = new float[Offset + Rows * Stride];
        Array.Fill(arena, float.MinValue);

        Initialization.Fill(arena, Parameter(Initializer.Normal(1f), Stride, Offset), 1, 0);

        Assert.All(Enumerable.Range(0, arena.Length), i =>
            Assert.Equal(i < Offset || (i - Offset) % Stride >= Columns, arena[i] == float.MinValue));
    }

    // From a separate implementation of Philox and Box–Muller (Python).
    [Fact]
    public void The_first_values_are_the_recorded_ones()
    {
        Assert.Equal([0.75227934f, -0.83688104f, -1.0267155f, -1.7838174f], Values(Initializer.Normal(1f), 42, 0)[..4]);
        Assert.Equal([0.170151f, 0.7588855f, -0.44082606f, -0.32436824f], Values(Initializer.Uniform(1f), 42, 0)[..4]);
    }

    private static ParameterInfo Parameter(Initializer initializer, int stride, int offset) =>
        new("Hidden", "weight", [Rows, Columns], offset, stride, initializer);

    // The elements in row-major order, without padding.
    private static float[] Values(Initializer initializer, int seed, int stream, int stride = Stride, int offset = Offset)
    {
        float[] arena = new float[offset + Rows * stride];
        Initialization.Fill(arena, Parameter(initializer, stride, offset), seed, stream);
        return [.. Enumerable.Range(0, Rows).SelectMany(r => arena.AsSpan(offset + r * stride, Columns).ToArray())];
    }
}
