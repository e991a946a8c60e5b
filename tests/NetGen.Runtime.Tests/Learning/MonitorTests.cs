using NetGen.Tests.Networks;

namespace NetGen.Tests.Learning;

/// <summary>Early stopping by more than the loss, on the digits.</summary>
public class MonitorTests
{
    private static readonly SmallNet.Hyperparameters Hasty = new() { LearningRate = 0.03f };

    [Fact]
    public void The_evaluation_of_the_highest_accuracy_is_restored_wherever_in_an_epoch_it_was()
    {
        using var network = new SmallNet(Hasty, seed: 1);
        Bits? best = null;
        var progress = new Reports(report => best = report.IsBest ? Bits.Of(network) : best);
        var rule = new EarlyStopping(patience: 10) { Monitor = Metric.Accuracy(nameof(network.Label)), Every = Every.Steps(10) };
        FitResult result = network.Fit(Digits.Train, Digits.Validation, new() { Epochs = 100, EarlyStopping = rule }, progress);

        Assert.Equal(StopReason.EarlyStopped, result.StopReason);
        Assert.Equal(best, Bits.Of(network));
        Assert.Equal(result.Best!.Monitored, network.Evaluate(Digits.Validation).Label.Accuracy);
        Assert.Equal(result.History.Max(r => r.Monitored), result.Best.Monitored);
        Assert.False(result.Best.EndsEpoch);
        Assert.All(result.History, report => Assert.Equal(rule.Monitor, report.Monitor));
        Assert.EndsWith(FormattableString.Invariant($", monitored accuracy of Label {result.Best.Monitored:G4}, whose parameters are kept"), result.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_penalized_objective_is_that_of_the_parameters_kept()
    {
        using var network = new RegularizedNet(seed: 1);
        var rule = new EarlyStopping(patience: 2) { Monitor = Metric.Objective };
        FitResult result = network.Fit(Digits.Train, Digits.Validation, new() { Epochs = 4, EarlyStopping = rule });
        var kept = Measurement.Of(network, Digits.Validation);
        Assert.Equal(((INetwork)network).Penalty(), kept.Penalty);
        Assert.Equal(network.Evaluate(Digits.Validation).Loss + kept.Penalty, result.Best!.Monitored);
    }

    [Fact]
    public void Retraining_on_all_is_a_new_network_trained_for_the_best_number_of_updates()
    {
        var options = new FitOptions { Epochs = 100, EarlyStopping = new(patience: 3), RetrainOnAll = true };
        using var network = new SmallNet(Hasty, seed: 1);
        FitResult result = network.Fit(Digits.Train, Digits.Validation, options);
        Assert.Equal(StopReason.EarlyStopped, result.StopReason);
        Assert.Equal(result.BestSteps, result.Retraining!.Steps);

        using var fresh = new SmallNet(Hasty, seed: 1);
        fresh.Fit(Digits.Train.Concat(Digits.Validation), options: new() { Epochs = 100, Steps = result.BestSteps });
        Assert.Equal(Bits.Of(fresh), Bits.Of(network));
    }
}
