using NetGen.Tests.Networks;

namespace NetGen.Tests.Learning;

public class PenaltyTests
{
    [Fact]
    public void L1_yields_sparser_weights_than_L2_at_comparable_accuracy()
    {
        (double sparsity1, double accuracy1, _) = Trained(new() { HiddenL1 = 1e-3f });
        (double sparsity2, double accuracy2, _) = Trained(new() { HiddenL2 = 5e-3f });

        Assert.True(sparsity1 > 10 * sparsity2 && sparsity1 > 0.25, $"L1 {sparsity1}, L2 {sparsity2}");
        Assert.InRange(accuracy1, 0.92, 1);
        Assert.Equal(accuracy2, accuracy1, tolerance: 0.03);
    }

    [Fact]
    public void Proximal_L1_yields_exact_zeros_and_its_gradient_none_at_comparable_accuracy()
    {
        using var proximal = new ProximalNet(seed: 1);
        proximal.Fit(Digits.Train, options: new() { Epochs = 30 });
        SparsityReport report = proximal.Sparsity();
        double accuracy = proximal.Evaluate(Digits.Test).Label.Accuracy;
        Assert.True(report.Layers[0].ZeroShare > 0.25 && accuracy > 0.92, $"{report}\naccuracy {accuracy}");

        using var gradient = new PenaltyNet(new() { HiddenL1 = 1e-3f }, seed: 1);
        gradient.Fit(Digits.Train, options: new() { Epochs = 30 });
        double difference = Math.Abs(gradient.Evaluate(Digits.Test).Label.Accuracy - accuracy);
        Assert.True(gradient.Sparsity().Layers[0].ZeroShare < 0.01 && difference < 0.03, $"{gradient.Sparsity()}\naccuracies {difference} apart");
    }

    [Fact]
    public void A_stronger_penalty_gives_smaller_weights()
    {
        double[] byL2 = [.. new[] { 0, 1e-3f, 1e-2f }.Select(λ => Trained(new() { HiddenL2 = λ }).Norm)];
        double[] byL1 = [.. new[] { 0, 1e-4f, 1e-3f }.Select(λ => Trained(new() { HiddenL1 = λ }).Norm)];

        Assert.Equal(byL2[0], byL1[0]);
        Assert.True(byL2[1] < 0.95 * byL2[0] && byL2[2] < 0.8 * byL2[1], string.Join(", ", byL2));
        Assert.True(byL1[1] < 0.95 * byL1[0] && byL1[2] < 0.8 * byL1[1], string.Join(", ", byL1));
    }

    [Fact]
    public void A_network_whose_regularization_is_all_neutral_trains_as_one_without_any_to_the_bit()
    {
        using var plain = new SmallNet(seed: 3);
        using var neutral = new RegularizedNet(RegularizedNet.Neutral, seed: 3);
        plain.Fit(Digits.Train, options: new() { Epochs = 2 });
        neutral.Fit(Digits.Train, options: new() { Epochs = 2 });
        Assert.Equal(Bits.Of(plain), Bits.Of(neutral));
    }

    private static (double Sparsity, double Accuracy, double Norm) Trained(PenaltyNet.Hyperparameters hyperparameters)
    {
        using var network = new PenaltyNet(hyperparameters, seed: 1);
        network.Fit(Digits.Train, options: new() { Epochs = 30 });
        float[] weights = Measure.Weights(network.Hidden);
        return (Measure.Sparsity(weights), network.Evaluate(Digits.Test).Label.Accuracy, Measure.Norm(weights));
    }
}

[Network(BatchSize = 32), Sgd(0.2f)]
internal sealed partial class ProximalNet
{
    [Input(64)] public partial Layer Image { get; }
    [Dense(32), Relu, L1(1e-3f, Proximal = true)] public partial Layer Hidden { get; }
    [Dense(10), SoftmaxCrossEntropy] public partial Head Label { get; }
}

/// <summary>Both penalties, of no strength unless a test gives one.</summary>
[Network(BatchSize = 32), Sgd(0.2f)]
internal sealed partial class PenaltyNet
{
    [Input(64)] public partial Layer Image { get; }
    [Dense(32), Relu, L1(0), L2(0)] public partial Layer Hidden { get; }
    [Dense(10), SoftmaxCrossEntropy] public partial Head Label { get; }
}
