using NetGen.Tests.Networks;

namespace NetGen.Tests.EndToEnd;

/// <summary>Limits on weights and gradients, in whole networks.</summary>
public class LimitTests
{
    private static readonly float[] X = [1, -2, 0.5f, 3, 0, -1, 2, 1];
    private static readonly float[] Y = [10, 0, -10, 20];

    [Fact]
    public void No_unit_of_a_limited_layer_has_longer_weights_than_the_limit()
    {
        using var net = new Shortened(new() { HiddenMaxNorm = 0.5f }, seed: 1);
        for (int step = 0; step < 10; step++)
        {
            net.TrainStep(X, Y);
        }

        Assert.InRange(net.Sparsity().Layers[0].MaxNorm, 0.499, 0.5 + 1e-6);
        Assert.InRange(net.Sparsity().Layers[1].MaxNorm, 0.75, double.MaxValue); // the head has no limit
    }

    [Fact]
    public void Limits_that_nothing_reaches_change_no_bit()
    {
        using var limited = new Shortened(new() { HiddenMaxNorm = 1e6f }, seed: 1);
        using var clipped = new ClippedByNorm(new() { ClippingNorm = 1e6f }, seed: 1);
        using var clamped = new ClippedByValue(new() { ClippingValue = 1e6f }, seed: 1);
        using var free = new Free(seed: 1);
        for (int step = 0; step < 10; step++)
        {
            free.TrainStep(X, Y);
            limited.TrainStep(X, Y);
            clipped.TrainStep(X, Y);
            clamped.TrainStep(X, Y);
        }

        Assert.All(new INetwork[] { limited, clipped, clamped }, net => Assert.Equal(Bits.Of(free), Bits.Of(net)));
    }

    [Fact]
    public void A_clipped_step_is_as_long_as_the_limit_says()
    {
        using var net = new ClippedByNorm(new() { LearningRate = 0.5f, ClippingNorm = 0.25f }, seed: 1);
        float[] before = ((INetwork)net).Memory.Parameters.ToArray();
        net.TrainStep(X, Y);
        double moved = Math.Sqrt(before.Zip(((INetwork)net).Memory.Parameters.ToArray(), (a, b) => Math.Pow(a - b, 2)).Sum());
        Assert.Equal(0.5 * 0.25, moved, 1e-6);
    }

    [Fact]
    public void A_clamped_step_moves_no_weight_further_than_the_limit_says()
    {
        using var net = new ClippedByValue(new() { LearningRate = 0.5f, ClippingValue = 0.25f }, seed: 1);
        float[] before = ((INetwork)net).Memory.Parameters.ToArray();
        net.TrainStep(X, Y);
        Assert.Equal(0.5 * 0.25, before.Zip(((INetwork)net).Memory.Parameters.ToArray(), (a, b) => Math.Abs((double)a - b)).Max(), 1e-6);
    }

    [Theory]
    [InlineData(1e30f)]
    [InlineData(3e38f)]
    public void A_gradient_that_overflows_ends_the_fit_and_is_not_clipped_to_a_fine_one(float target)
    {
        using var net = new ClippedByNorm(seed: 1);
        Bits before = Bits.Of(net);
        Assert.Throws<TrainingDivergedException>(() => net.Fit(ClippedByNorm.Data(X, new[] { 0, 0, 0, target }), options: new() { Epochs = 2 }));
        Assert.Equal(before, Bits.Of(net));
    }

    [Fact]
    public void A_gradient_that_is_not_a_number_makes_every_parameter_one_that_is_not()
    {
        using var net = new ClippedByNorm(seed: 1);
        net.Y.Weights[0, 0] = float.NaN;
        Assert.Throws<TrainingDivergedException>(() => net.TrainStep(X, Y));
        Assert.All(net.Hidden.Bias.ToArray(), b => Assert.True(float.IsNaN(b)));
    }

    [Fact]
    public void A_group_penalty_empties_the_inputs_that_tell_nothing()
    {
        // Two inputs tell y, six are noise.
        var random = new Random(5);
        float[] x = [.. Enumerable.Range(0, 256 * 8).Select(_ => random.NextSingle() * 2 - 1)];
        float[] y = [.. x.Chunk(8).Select(row => MathF.Sin(2 * row[1]) - row[6])];
        double[] lengths = Lengths(0.02f), free = Lengths(0);
        Assert.All(Enumerable.Range(0, 8).Except([1, 6]), input => Assert.True(lengths[input] < 0.02 && free[input] > 0.05, $"{lengths[input]} and {free[input]}"));
        Assert.All(new[] { 1, 6 }, input => Assert.True(lengths[input] > 0.3, $"{lengths[input]}"));

        double[] Lengths(float lambda)
        {
            using var net = new Grouped(new() { HiddenGroupLasso = lambda }, seed: 2);
            net.Fit(Grouped.Data(x, y), options: new() { Epochs = 150 });
            return [.. Enumerable.Range(0, 8).Select(input => Math.Sqrt(Enumerable.Range(0, 12).Sum(unit => Math.Pow(net.Hidden.Weights[input, unit], 2))))];
        }
    }
}

[Network(BatchSize = 4), Sgd(0.01f)]
internal sealed partial class Free
{
    [Input(2)] public partial Layer X { get; }
    [Dense(3), Tanh] public partial Layer Hidden { get; }
    [Dense(1), MeanSquaredError] public partial Head Y { get; }
}

[Network(BatchSize = 4), Sgd(0.01f)]
internal sealed partial class Shortened
{
    [Input(2)] public partial Layer X { get; }
    [Dense(3), Tanh, MaxNorm(2)] public partial Layer Hidden { get; }
    [Dense(1), MeanSquaredError] public partial Head Y { get; }
}

[Network(BatchSize = 4), Sgd(0.01f), GradientClipping(Norm = 1)]
internal sealed partial class ClippedByNorm
{
    [Input(2)] public partial Layer X { get; }
    [Dense(3), Tanh] public partial Layer Hidden { get; }
    [Dense(1), MeanSquaredError] public partial Head Y { get; }
}

[Network(BatchSize = 4), Sgd(0.01f), GradientClipping(Value = 1)]
internal sealed partial class ClippedByValue
{
    [Input(2)] public partial Layer X { get; }
    [Dense(3), Tanh] public partial Layer Hidden { get; }
    [Dense(1), MeanSquaredError] public partial Head Y { get; }
}

[Network(BatchSize = 32), Adam(0.005f), CosineSchedule(1200, Final = 0.01f)]
internal sealed partial class Grouped
{
    [Input(8)] public partial Layer X { get; }
    [Dense(12), Tanh, GroupLasso(0.01f)] public partial Layer Hidden { get; }
    [Dense(1), MeanSquaredError] public partial Head Y { get; }
}
