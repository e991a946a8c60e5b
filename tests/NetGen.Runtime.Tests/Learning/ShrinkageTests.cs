namespace NetGen.Tests.Learning;

/// <summary>
/// Proximal L1 in the metric of an adaptive step. On digits, where dark pixels and silent units leave weights without a gradient: their
/// metric is ε, and a shrinkage of ηλ/ε would be their end at once, however small λ is.
/// </summary>
public class ShrinkageTests
{
    private const float Rate = 0.002f;

    [Theory]
    [InlineData(1e-7f)]
    [InlineData(1e-6f)]
    [InlineData(1e-5f)]
    [InlineData(1e-4f)]
    public void In_the_first_step_no_weight_moves_further_than_three_times_the_rate_and_no_unit_loses_its_weights(float λ)
    {
        // Adam's first step is η or nothing, so that the shrinkage is at most 2η.
        (float[] before, float[] after) = Steps(λ, steps: 1);
        Assert.All(before.Zip(after), w => Assert.InRange(Math.Abs(w.First - w.Second), 0, 3.001f * Rate));
        Assert.All(Enumerable.Range(0, 32), unit => Assert.InRange(Enumerable.Range(0, Digits.Pixels).Count(pixel => after[pixel * 32 + unit] != 0), 56, Digits.Pixels));
    }

    [Fact]
    public void A_weight_without_a_gradient_comes_nearer_to_0_by_the_rate()
    {
        (float[] before, float[] without) = Steps(λ: 0, steps: 1);
        (_, float[] with) = Steps(λ: 1e-4f, steps: 1);
        int[] idle = [.. Enumerable.Range(0, before.Length).Where(i => before[i] == without[i])];
        Assert.InRange(idle.Length, before.Length / 10, before.Length);
        Assert.All(idle, i => Assert.Equal(Math.Max(Math.Abs(before[i]) - Rate, 0), Math.Abs(with[i]), 1e-6));
    }

    [Fact]
    public void As_the_penalty_goes_to_0_so_does_its_effect()
    {
        (_, float[] without) = Steps(λ: 0, steps: 5);
        double[] effects = [.. new[] { 1e-3f, 1e-5f, 1e-7f, 1e-9f, 1e-11f, 1e-13f }.Select(λ => Effect(without, Steps(λ, steps: 5).After))];
        Assert.True(effects[0] < 3 * 5 * Rate && effects[^1] < 1e-6, string.Join(", ", effects));
        Assert.Equal(effects.OrderDescending(), effects);
    }

    [Fact]
    public void A_stronger_penalty_leaves_more_zeros_and_digits_are_read_all_the_same()
    {
        (double Zeros, double Accuracy)[] trained = [.. new[] { 0, 1e-5f, 1e-4f, 1e-3f }.Select(Trained)];
        double[] zeros = [.. trained.Select(t => t.Zeros)];
        Assert.Equal(0, zeros[0]);
        Assert.True(zeros.Zip(zeros.Skip(1)).All(z => z.Second > z.First + 0.05), string.Join(", ", trained));
        Assert.All(trained, t => Assert.InRange(t.Accuracy, 0.92, 1));
    }

    private static (double Zeros, double Accuracy) Trained(float λ)
    {
        using var network = new ShrinkingNet(new() { HiddenL1 = λ }, seed: 1);
        network.Fit(Digits.Train, options: new() { Epochs = 30 });
        return (network.Sparsity().Layers[0].ZeroShare, network.Evaluate(Digits.Test).Label.Accuracy);
    }

    /// <summary>The hidden weights before and after the first steps, on the same images for every λ.</summary>
    private static (float[] Before, float[] After) Steps(float λ, int steps)
    {
        using var network = new ShrinkingNet(new() { HiddenL1 = λ }, seed: 1);
        float[] before = Measure.Weights(network.Hidden);
        network.Fit(Digits.Train, options: new() { Steps = steps });
        return (before, Measure.Weights(network.Hidden));
    }

    private static double Effect(float[] without, float[] with) => without.Zip(with).Max(w => Math.Abs(w.First - w.Second));
}

[Network(BatchSize = 32), Adam(0.002f)]
internal sealed partial class ShrinkingNet
{
    [Input(64)] public partial Layer Image { get; }
    [Dense(32), Relu, L1(0, Proximal = true)] public partial Layer Hidden { get; }
    [Dense(10), SoftmaxCrossEntropy] public partial Head Label { get; }
}
