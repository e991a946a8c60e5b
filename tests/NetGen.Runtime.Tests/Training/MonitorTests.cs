using NetGen.Tests.Networks;

namespace NetGen.Tests.Training;

/// <summary>What early stopping follows, and in which direction.</summary>
public sealed class MonitorTests : IDisposable
{
    private static readonly Metric Rising = Metric.Regression("Y", "height", MetricMode.Maximize, y => y.Loss);

    private readonly ScriptedFit _fit = new();

    public void Dispose() => _fit.Dispose();

    [Fact]
    public void What_is_to_be_maximized_improves_upwards()
    {
        FitResult result = Fit(new(patience: 2) { Monitor = Rising }, 1, 3, 2, 2.5f, 9);
        Assert.Equal((StopReason.EarlyStopped, 2), (result.StopReason, result.BestEpoch));
        Assert.Equal([true, true, false, false], result.History.Select(r => r.IsBest));
        Assert.Equal([1.0, 3.0, 2.0, 2.5], result.History.Select(r => r.Monitored));
        Assert.Equal(ScriptedFit.After(4), Bits.Of(_fit.Network));
    }

    [Fact]
    public void The_minimum_delta_counts_upwards_too()
    {
        FitResult result = Fit(new(patience: 9) { Monitor = Rising, MinimumDelta = 1 }, 1, 1.5f, 2, 2.5f);
        Assert.Equal([true, false, false, true], result.History.Select(r => r.IsBest));
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    [InlineData(float.NegativeInfinity)]
    public void What_is_not_finite_is_no_improvement_in_either_direction(float value)
    {
        Assert.Equal([false, true], Fit(new(patience: 9) { Monitor = Rising }, value, 1).History.Select(r => r.IsBest));
        using var other = new ScriptedFit();
        FitResult result = other.Run(new() { Epochs = 2, EarlyStopping = new(patience: 9) }, [value, 1]);
        Assert.Equal([false, true], result.History.Select(r => r.IsBest));
    }

    [Fact]
    public void The_loss_of_one_head_is_taken_without_its_weight_and_without_the_others()
    {
        _fit.Network.Memory.HeadWeights[0] = 10;
        FitResult result = Fit(new(patience: 9) { Monitor = Metric.Loss("Y") }, 3, 2);
        Assert.Equal([3.0, 2.0], result.History.Select(r => r.Monitored));
        Assert.Equal([30.0, 20.0], result.History.Select(r => r.ValidationLoss));
    }

    [Fact]
    public void The_penalized_objective_is_the_total_loss_and_the_penalties()
    {
        var penalties = new Queue<double>([1, 5, 1]);
        _fit.Network.Penalties = penalties.Dequeue;
        FitResult result = Fit(new(patience: 9) { Monitor = Metric.Objective }, 4, 3, 3.5f);
        Assert.Equal([5.0, 8.0, 4.5], result.History.Select(r => r.Monitored));
        Assert.Equal((3, 3.5), (result.BestEpoch, result.BestValidationLoss));
    }

    [Fact]
    public void Without_early_stopping_the_monitored_value_is_the_validation_loss()
    {
        FitResult result = _fit.Run(new() { Epochs = 2 }, [2, 3]);
        Assert.Equal([2.0, 3.0], result.History.Select(r => r.Monitored));
    }

    [Fact]
    public void A_monitor_that_names_no_head_is_refused_with_the_heads_there_are() =>
        Refused(Metric.Loss("Yes"), "loss of Yes", "no head Yes", "Y, Z");

    [Fact]
    public void The_accuracy_of_a_regression_head_is_refused() =>
        Refused(Metric.Accuracy("Y"), "accuracy of Y", "Y (MeanSquaredError) has no accuracy", "no head of Scripted has it");

    [Fact]
    public void A_head_whose_every_validation_target_is_missing_cannot_be_monitored()
    {
        Dataset validation = ScriptedNetwork.Data(3).With(new FeatureColumn("Z", [1], new[] { float.NaN, float.NaN, float.NaN }));
        Refused("validation", Metric.Loss("Z"), validation, "Z");
        _fit.Network.Validation = [1];
        Trainer.Fit(_fit.Network, ScriptedNetwork.Data(7), validation, new() { Epochs = 1, EarlyStopping = new(patience: 1) { Monitor = Metric.Loss("Y") } });
    }

    [Fact]
    public void Nothing_is_refused_by_name()
    {
        Assert.Throws<ArgumentNullException>("Monitor", () => new EarlyStopping(1) { Monitor = null! });
        Assert.Throws<ArgumentNullException>("Every", () => new EarlyStopping(1) { Every = null! });
    }

    private void Refused(Metric monitor, params string[] parts) => Refused("options", monitor, ScriptedNetwork.Data(3), parts);

    private void Refused(string argument, Metric monitor, Dataset validation, params string[] parts)
    {
        Bits before = Bits.Of(_fit.Network);
        var options = new FitOptions { EarlyStopping = new(patience: 1) { Monitor = monitor } };
        var e = Assert.Throws<ArgumentException>(argument, () => Trainer.Fit(_fit.Network, ScriptedNetwork.Data(7), validation, options));
        Assert.All(parts, part => Assert.Contains(part, e.Message, StringComparison.Ordinal));
        Assert.Equal(before, Bits.Of(_fit.Network));
        Assert.Empty(_fit.Network.Batches);
    }

    private FitResult Fit(EarlyStopping rule, params float[] validation) => _fit.Run(new() { Epochs = validation.Length, EarlyStopping = rule }, validation);
}
