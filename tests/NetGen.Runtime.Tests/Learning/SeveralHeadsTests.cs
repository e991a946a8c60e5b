namespace NetGen.Tests.Learning;

public class SeveralHeadsTests
{
    [Fact]
    public void A_digit_and_whether_it_is_odd_are_learned_together()
    {
        using var network = new TwoHeadNet(seed: 1);
        network.Fit(Digits.Train, options: new() { Epochs = 15 });
        TwoHeadNet.Evaluation evaluation = network.Evaluate(Digits.Test);

        Assert.InRange(evaluation.Label.Accuracy, 0.91, 1);
        Assert.InRange(evaluation.Odd.Accuracy, 0.91, 1);
        Assert.Equal(evaluation.Label.Loss + 0.5 * evaluation.Odd.Loss, evaluation.Loss, precision: 12);
    }

    [Fact]
    public void A_head_without_a_single_target_is_left_as_it_was_while_the_other_learns()
    {
        using var network = new TwoHeadNet(seed: 1);
        float[] before = Measure.Weights(network.Label);
        Dataset unlabeled = Digits.Train.With(new LabelColumn("Label", Enumerable.Repeat(-1, Digits.Train.Count).ToArray()));
        network.Fit(unlabeled, options: new() { Epochs = 10 });

        Assert.Equal(before, Measure.Weights(network.Label));
        Assert.InRange(network.Evaluate(Digits.Test).Odd.Accuracy, 0.91, 1);
        Assert.Equal((0, double.NaN), (network.Evaluate(unlabeled).Label.Count, network.Evaluate(unlabeled).Label.Loss));
    }

    [Fact]
    public void A_head_of_weight_zero_is_left_as_it_was_too()
    {
        using var network = new TwoHeadNet(new() { OddWeight = 0 }, seed: 1);
        float[] before = Measure.Weights(network.Odd);
        network.Fit(Digits.Train, options: new() { Epochs = 1 });
        Assert.Equal(before, Measure.Weights(network.Odd));
        Assert.Equal(network.Evaluate(Digits.Test).Label.Loss, network.Evaluate(Digits.Test).Loss);
    }
}

[Network(BatchSize = 32), Adam(5e-3f)]
internal sealed partial class TwoHeadNet
{
    [Input(64)] public partial Layer Image { get; }
    [Dense(48), Relu] public partial Layer Hidden { get; }
    [Dense(10), SoftmaxCrossEntropy] public partial Head Label { get; }
    [Dense(1), BinaryCrossEntropy(Weight = 0.5f)] public partial Head Odd { get; }
}
