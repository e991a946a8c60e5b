using NetGen.Tests.Networks;

namespace NetGen.Tests.Learning;

public class StoppingTests
{
    /// <summary>So fast that the validation loss soon rises.</summary>
    private static readonly SmallNet.Hyperparameters Hasty = new() { LearningRate = 0.03f };

    [Fact]
    public void Early_stopping_restores_the_parameters_of_the_best_epoch_to_the_bit()
    {
        using var network = new SmallNet(Hasty, seed: 1);
        Bits? best = null;
        var progress = new Reports(report => best = report.IsBest ? Bits.Of(network) : best);
        FitResult result = network.Fit(Digits.Train, Digits.Validation, new() { Epochs = 200, EarlyStopping = new(patience: 3) }, progress);

        Assert.Equal(StopReason.EarlyStopped, result.StopReason);
        Assert.Equal(result.BestEpoch + 3, result.History.Length);
        Assert.Equal(best, Bits.Of(network));

        SmallNet.Evaluation evaluation = network.Evaluate(Digits.Validation);
        Assert.Equal(result.BestValidationLoss, evaluation.Loss);
        Assert.Equal(result.History.Min(report => report.ValidationLoss), evaluation.Loss);
        Assert.Equal(result.History[result.BestEpoch - 1].Validation[0], evaluation.Label);
    }

    [Fact]
    public void Where_the_best_is_not_kept_the_parameters_are_those_of_the_last_epoch()
    {
        using var network = new SmallNet(Hasty, seed: 1);
        FitResult result = network.Fit(Digits.Train, Digits.Validation, new() { Epochs = 20, KeepBest = false });

        double loss = network.Evaluate(Digits.Validation).Loss;
        Assert.Equal(result.History[^1].ValidationLoss, loss);
        Assert.True(loss > result.BestValidationLoss);
    }

    [Fact]
    public void The_best_epoch_is_where_a_shorter_fit_would_have_ended()
    {
        using var stopped = new SmallNet(Hasty, seed: 1);
        FitResult result = stopped.Fit(Digits.Train, Digits.Validation, new() { Epochs = 200, EarlyStopping = new(patience: 3) });
        using var shorter = new SmallNet(Hasty, seed: 1);
        shorter.Fit(Digits.Train, options: new() { Epochs = result.BestEpoch });
        Assert.Equal(Bits.Of(shorter), Bits.Of(stopped));
    }
}
