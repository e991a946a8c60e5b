namespace NetGen.Tests.Learning;

public class AccuracyTests
{
    [Theory, InlineData(1), InlineData(2), InlineData(3)]
    public void A_small_network_reads_digits_it_has_not_seen(int seed)
    {
        using var network = new SmallNet(seed: seed);
        double before = network.Evaluate(Digits.Test).Label.Accuracy;
        network.Fit(Digits.Train, options: new() { Epochs = 12 });
        SmallNet.Evaluation after = network.Evaluate(Digits.Test);

        Assert.InRange(before, 0, 0.3);
        Assert.InRange(after.Label.Accuracy, 0.92, 1);
        Assert.InRange(after.Label.TopK(2), 0.96, 1);
        Assert.Equal(359, after.Label.Count);
    }

    [Theory, InlineData(1), InlineData(2), InlineData(3)]
    public void So_does_a_network_with_dropout_penalties_and_smoothing(int seed)
    {
        using var network = new RegularizedNet(seed: seed);
        network.Fit(Digits.Train, options: new() { Epochs = 20 });
        Assert.InRange(network.Evaluate(Digits.Test).Label.Accuracy, 0.94, 1);
    }

    [Fact]
    public void The_training_loss_falls()
    {
        using var network = new SmallNet(seed: 1);
        FitResult result = network.Fit(Digits.Train, options: new() { Epochs = 5 });
        double[] losses = [.. result.History.Select(report => report.TrainingLoss)];
        Assert.Equal(losses.OrderDescending(), losses);
        Assert.True(losses[^1] < losses[0] / 5, string.Join(", ", losses));
    }
}
