namespace NetGen.Tests.Learning;

public class OptimizerTests
{
    [Fact]
    public void Gradient_descent_learns() => Learns(new SgdNet(seed: 1));

    [Fact]
    public void Momentum_learns() => Learns(new MomentumNet(seed: 1));

    [Fact]
    public void Nesterov_momentum_learns() => Learns(new NesterovNet(seed: 1));

    [Fact]
    public void RmsProp_learns() => Learns(new RmsPropNet(seed: 1));

    [Fact]
    public void AdamW_learns() => Learns(new AdamWNet(seed: 1));

    [Fact]
    public void Momentum_is_ahead_of_plain_gradient_descent_after_as_many_steps()
    {
        using var plain = new SgdNet(new() { LearningRate = 0.02f }, seed: 1);
        using var momentum = new MomentumNet(new() { LearningRate = 0.02f }, seed: 1);
        Assert.True(TrainingLoss(momentum) < TrainingLoss(plain) / 2);
    }

    private static void Learns(INetwork network)
    {
        using (network)
        {
            Trainer.Fit(network, Digits.Train, options: new() { Epochs = 12 });
            Assert.InRange(Measure.Accuracy(network, Digits.Test), 0.91, 1);
        }
    }

    private static double TrainingLoss(INetwork network) => Trainer.Fit(network, Digits.Train, options: new() { Epochs = 4 }).History[^1].TrainingLoss;
}

[Network(BatchSize = 32), Sgd(0.3f)]
internal sealed partial class SgdNet
{
    [Input(64)] public partial Layer Image { get; }
    [Dense(32), Swish] public partial Layer Hidden { get; }
    [Dense(10), SoftmaxCrossEntropy] public partial Head Label { get; }
}

[Network(BatchSize = 32), Sgd(0.05f, Momentum = 0.9f)]
internal sealed partial class MomentumNet
{
    [Input(64)] public partial Layer Image { get; }
    [Dense(32), Swish] public partial Layer Hidden { get; }
    [Dense(10), SoftmaxCrossEntropy] public partial Head Label { get; }
}

[Network(BatchSize = 32), Sgd(0.05f, Momentum = 0.9f, Nesterov = true)]
internal sealed partial class NesterovNet
{
    [Input(64)] public partial Layer Image { get; }
    [Dense(32), Gelu] public partial Layer First { get; }
    [Dense(32), Elu] public partial Layer Second { get; }
    [Sum(nameof(First), nameof(Second))] public partial Layer Residual { get; }
    [Dense(10), SoftmaxCrossEntropy] public partial Head Label { get; }
}

[Network(BatchSize = 32), RmsProp(3e-3f)]
internal sealed partial class RmsPropNet
{
    [Input(64)] public partial Layer Image { get; }
    [Dense(32), Tanh] public partial Layer Hidden { get; }
    [Dense(10), SoftmaxCrossEntropy] public partial Head Label { get; }
}

[Network(BatchSize = 32), AdamW(5e-3f, Decay = 0.05f)]
internal sealed partial class AdamWNet
{
    [Input(64)] public partial Layer Image { get; }
    [Dense(32), LeakyRelu] public partial Layer Hidden { get; }
    [Dense(10), SoftmaxCrossEntropy] public partial Head Label { get; }
}
