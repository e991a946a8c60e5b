namespace NetGen.Tests.Learning;

/// <summary>What limits are for: rates at which a network without them blows up.</summary>
public class LimitTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Max_norm_lets_a_huge_learning_rate_learn(int seed)
    {
        double free = Accuracy(new BoundedNet(new() { HiddenMaxNorm = 1e9f, LabelMaxNorm = 1e9f }, seed)), limited = Accuracy(new BoundedNet(seed: seed));
        Assert.True(limited > 0.87 && free < limited - 0.3, FormattableString.Invariant($"{free} without, {limited} with"));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Clipped_gradients_learn_where_others_diverge(int seed)
    {
        double free = Accuracy(new ClippedNet(new() { ClippingNorm = 1e9f }, seed)), clipped = Accuracy(new ClippedNet(seed: seed));
        Assert.True(clipped > 0.9 && free < clipped - 0.2, FormattableString.Invariant($"{free} without, {clipped} with"));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Gradients_clipped_by_value_learn_where_others_diverge(int seed)
    {
        // Seeds 1 to 6: 0.10 to 0.49 without, 0.950 to 0.969 with.
        double free = Accuracy(new ValueClippedNet(new() { ClippingValue = 1e9f }, seed)), clipped = Accuracy(new ValueClippedNet(seed: seed));
        Assert.True(clipped > 0.9 && free < clipped - 0.2, FormattableString.Invariant($"{free} without, {clipped} with"));
    }

    /// <summary>On the digits held out; that of a guess where the fit diverges.</summary>
    private static double Accuracy(INetwork network)
    {
        using (network)
        {
            try
            {
                Trainer.Fit(network, Digits.Train, options: new() { Epochs = 20 });
                return Measure.Accuracy(network, Digits.Test);
            }
            catch (TrainingDivergedException)
            {
                return 0.1;
            }
        }
    }
}

/// <summary>Srivastava et al. 2014, section 5.1: with max-norm, a rate that would make weights blow up.</summary>
[Network(BatchSize = 32), Sgd(0.5f, Momentum = 0.9f), CosineSchedule(steps: 700)]
internal sealed partial class BoundedNet
{
    [Input(64)] public partial Layer Image { get; }
    [Dense(64), Relu, Dropout(keep: 0.5f), MaxNorm(1)] public partial Layer Hidden { get; }
    [Dense(10), MaxNorm(1), SoftmaxCrossEntropy] public partial Head Label { get; }
}

[Network(BatchSize = 32), Sgd(1f, Momentum = 0.9f), GradientClipping(Norm = 0.2f), CosineSchedule(steps: 700)]
internal sealed partial class ClippedNet
{
    [Input(64)] public partial Layer Image { get; }
    [Dense(64), Relu] public partial Layer Hidden { get; }
    [Dense(10), SoftmaxCrossEntropy] public partial Head Label { get; }
}

[Network(BatchSize = 32), Sgd(1f, Momentum = 0.9f), GradientClipping(Value = 0.01f), CosineSchedule(steps: 700)]
internal sealed partial class ValueClippedNet
{
    [Input(64)] public partial Layer Image { get; }
    [Dense(64), Relu] public partial Layer Hidden { get; }
    [Dense(10), SoftmaxCrossEntropy] public partial Head Label { get; }
}
