using NetGen.Tests.Data;

namespace NetGen.Tests.Experiments;

public class RandomSampleTests
{
    private static readonly Learning.RegularizedNet.Hyperparameters Start = new();

    [Fact]
    public void A_log_uniform_sample_spreads_evenly_over_the_orders_of_magnitude()
    {
        float[] values = LogUniform(count: 4000, seed: 1);
        Assert.All(values, v => Assert.InRange(v, 1e-6f, 1e-2f));
        int[] decades = [.. Enumerable.Range(-6, 4).Select(d => values.Count(v => v >= Math.Pow(10, d) && v < Math.Pow(10, d + 1)))];
        Assert.All(decades, count => Assert.InRange(count, 890, 1110)); // 1000 ± 4 of √(4000·¼·¾)
    }

    [Fact]
    public void A_uniform_sample_spreads_evenly()
    {
        float[] values = [.. RandomSample.Of(Start, count: 4000, seed: 1).Uniform("keep", 0.5f, 1, (h, v) => h with { HiddenKeep = v }).Select(p => p.Hyperparameters.HiddenKeep)];
        Assert.All(values, v => Assert.InRange(v, 0.5f, 1));
        Assert.InRange(values.Average(), 0.7409, 0.7591); // ¾ ± 4·(½/√12)/√4000
        Assert.InRange(values.Count(v => v < 0.625f), 890, 1110);
    }

    [Fact]
    public void A_choice_takes_each_value_equally_often()
    {
        var sample = RandomSample.Of(Start, count: 3000, seed: 1).Choice("rate", [0.1f, 0.2f, 0.3f], (h, v) => h with { LearningRate = v });
        Assert.All(sample.GroupBy(p => p.Hyperparameters.LearningRate), same => Assert.InRange(same.Count(), 896, 1104)); // 1000 ± 4 of √(3000·⅓·⅔)
        Assert.Equal(3, sample.Select(p => p.Hyperparameters.LearningRate).Distinct().Count());
    }

    [Fact]
    public void The_points_are_a_function_of_the_seed()
    {
        Assert.Equal(LogUniform(20, seed: 1), LogUniform(20, seed: 1));
        Assert.NotEqual(LogUniform(20, seed: 1), LogUniform(20, seed: 2));
    }

    [Fact]
    public void More_points_and_more_hyperparameters_leave_the_ones_before_as_they_were()
    {
        Assert.Equal(LogUniform(10, seed: 1), LogUniform(30, seed: 1).Take(10));
        var both = RandomSample.Of(Start, count: 10, seed: 1)
            .LogUniform("λ", 1e-6f, 1e-2f, (h, v) => h with { HiddenL2 = v })
            .LogUniform("μ", 1e-6f, 1e-2f, (h, v) => h with { HiddenL1 = v });
        Assert.Equal(LogUniform(10, seed: 1), both.Select(p => p.Hyperparameters.HiddenL2));
        Assert.NotEqual(both.Select(p => p.Hyperparameters.HiddenL1), both.Select(p => p.Hyperparameters.HiddenL2));
    }

    [Fact]
    public void Empty_and_impossible_ranges_are_refused()
    {
        RandomSample<int> sample = RandomSample.Of(0, count: 1);
        Refusal.Says(() => RandomSample.Of(0, count: 0), "count", "count is 0; it must be in [1, 1000000].");
        Assert.Throws<ArgumentNullException>("start", () => RandomSample.Of((string?)null, count: 1));
        Assert.Throws<ArgumentNullException>("start", () => Grid.Of((string?)null));
        Assert.Throws<ArgumentOutOfRangeException>("to", () => sample.Uniform("x", 1, 1, (h, _) => h));
        Assert.Throws<ArgumentOutOfRangeException>("from", () => sample.Uniform("x", float.NaN, 1, (h, _) => h));
        Assert.Throws<ArgumentOutOfRangeException>("to", () => sample.Uniform("x", 0, float.PositiveInfinity, (h, _) => h));
        Assert.Throws<ArgumentOutOfRangeException>("from", () => sample.LogUniform("x", 0, 1, (h, _) => h));
        Assert.Throws<ArgumentException>("values", () => sample.Choice("x", Array.Empty<int>(), (h, _) => h));
    }

    private static float[] LogUniform(int count, int seed) =>
        [.. RandomSample.Of(Start, count, seed).LogUniform("λ", 1e-6f, 1e-2f, (h, v) => h with { HiddenL2 = v }).Select(p => p.Hyperparameters.HiddenL2)];
}
