using NetGen.CompilerServices;

namespace NetGen.Tests.Numerics;

public class LearningRateTests
{
    [Theory]
    [InlineData(1, 0.8f)]
    [InlineData(10, 0.8f)]
    [InlineData(11, 0.4f)]
    [InlineData(20, 0.4f)]
    [InlineData(21, 0.2f)]
    [InlineData(1_000_000_000_000, 0f)]
    public void Step_drops_after_each_so_many_updates(long step, float expected) =>
        Assert.Equal(expected, LearningRates.Step(0.8f, step, 10, 0.5f));

    [Theory]
    [InlineData(1, 0.5)]
    [InlineData(26, 0.05 + 0.45 * 0.85355339059327378)]
    [InlineData(51, 0.275)]
    [InlineData(76, 0.05 + 0.45 * 0.14644660940672624)]
    [InlineData(101, 0.05)]
    [InlineData(102, 0.05)]
    [InlineData(long.MaxValue, 0.05)]
    public void Cosine_falls_along_half_a_wave_and_stays(long step, double expected) =>
        Assert.Equal(expected, LearningRates.Cosine(0.5f, step, 101, 0.1f), 1e-8);

    [Fact]
    public void Cosine_over_one_update_is_at_its_end_at_once() => Assert.Equal(0.25f, LearningRates.Cosine(0.5f, 1, 1, 0.5f));

    [Fact]
    public void Cosine_never_rises()
    {
        float[] rates = [.. Enumerable.Range(1, 5000).Select(step => LearningRates.Cosine(1f, step, 4000, 0f))];
        Assert.Equal(rates.OrderDescending(), rates);
        Assert.Equal((1f, 0f), (rates[0], rates[3999]));
    }

    [Theory]
    [InlineData(1, 0.1f)]
    [InlineData(2, 0.2f)]
    [InlineData(4, 0.4f)]
    [InlineData(5, 0.5f)]
    [InlineData(6, 0.5f)]
    public void WarmUp_rises_in_a_line(long step, float expected) => Assert.Equal(expected, LearningRates.WarmUp(0.5f, step, 5));

    [Theory]
    [InlineData(0.9f, 1)]
    [InlineData(0.9f, 10)]
    [InlineData(0.999f, 1)]
    [InlineData(0.999f, 12345)]
    [InlineData(0f, 1)]
    public void Correction_undoes_the_start_at_zero(float beta, long step) =>
        Assert.Equal(1 / (1 - Math.Pow(beta, step)), Moments.Correction(beta, step), 1e-4);

    [Fact]
    public void Correction_tends_to_one() => Assert.Equal(1f, Moments.Correction(0.999f, 1L << 40));
}
