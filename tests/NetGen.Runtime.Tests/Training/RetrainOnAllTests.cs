using NetGen.Tests.Networks;

namespace NetGen.Tests.Training;

/// <summary>The second training, on 7 + 3 rows: three updates an epoch where the first had two.</summary>
public sealed class RetrainOnAllTests : IDisposable
{
    private static readonly FitOptions Options = new() { Epochs = 4, EarlyStopping = new(patience: 9), RetrainOnAll = true };

    private readonly ScriptedFit _fit = new();

    public void Dispose() => _fit.Dispose();

    [Fact]
    public void As_many_updates_as_were_best_are_made_on_all_rows_from_the_start()
    {
        FitResult result = _fit.Run(Options, [5, 3, 4, 4]);

        Assert.Equal((StopReason.Completed, 8L, 4L), (result.StopReason, result.Steps, result.BestSteps));
        Assert.Equal((StopReason.Completed, 4L), (result.Retraining!.StopReason, result.Retraining.Steps));
        Assert.Equal([3L, 4], result.Retraining.History.Select(r => r.Steps));
        Assert.Equal([4, 4, 2, 4], _fit.Network.Batches.Skip(8).Select(b => b.Length));
        Assert.Equal([0, 0, 1, 1, 2, 2, 3, 4, 5, 6], _fit.Network.Batches.Skip(8).Take(3).SelectMany(b => b).Order());
        Assert.Equal(ScriptedFit.After(4), Bits.Of(_fit.Network));
        Assert.Equal(10, _fit.Network.Memory.TrainingExamples);
    }

    [Fact]
    public void It_begins_with_the_parameters_state_and_count_of_updates_that_the_network_came_with()
    {
        _fit.Network.Memory.Steps = 100;
        FitResult result = _fit.Run(Options, [5, 3, 4, 4]);
        Assert.Equal(104, _fit.Network.Memory.Steps);
        Assert.Equal(4, result.Retraining!.Steps);
    }

    [Fact]
    public void Both_trainings_are_reported_and_told_apart()
    {
        var progress = new Reports();
        FitResult result = _fit.Run(Options, [5, 3, 4, 4], progress);
        Assert.Equal([.. result.History, .. result.Retraining!.History], progress.Seen);
        Assert.All(result.History, r => Assert.False(r.IsRetraining));
        Assert.All(result.Retraining.History, r => Assert.True(r.IsRetraining));
        Assert.All(result.Retraining.History, r => Assert.Null(r.ValidationLoss));
        Assert.StartsWith("retraining on all, epoch 1/2: training loss 1.0000, ", result.Retraining.History[0].ToString(), StringComparison.Ordinal);
        Assert.Contains("; retrained on all rows for as many updates: Completed after 1 epoch, 4 updates", result.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_first_training_that_is_canceled_keeps_its_best_parameters()
    {
        using var source = new CancellationTokenSource();
        FitResult result = _fit.Run(Options, [5, 6, 4, 4], new Reports(report => CancelAt(report.Epoch == 2, source)), source.Token);
        Assert.Null(result.Retraining);
        Assert.Equal(ScriptedFit.After(2), Bits.Of(_fit.Network));
    }

    [Fact]
    public void A_first_training_without_a_finite_loss_leaves_the_network_as_it_was()
    {
        Bits before = Bits.Of(_fit.Network);
        FitResult result = _fit.Run(Options, [float.NaN, float.NaN, float.NaN, float.NaN]);
        Assert.Null(result.Retraining);
        Assert.Equal(before, Bits.Of(_fit.Network));
    }

    [Fact]
    public void A_second_training_that_is_canceled_restores_the_best_parameters_of_the_first()
    {
        using var source = new CancellationTokenSource();
        FitResult result = _fit.Run(Options, [5, 3, 4, 4], new Reports(report => CancelAt(report.IsRetraining, source)), source.Token);
        Assert.Equal(StopReason.Completed, result.StopReason);
        Assert.Equal((StopReason.Canceled, 3L), (result.Retraining!.StopReason, result.Retraining.Steps));
        Assert.Equal((FittedParameters.Best, FittedParameters.Best), (result.Parameters, result.Retraining.Parameters));
        Assert.DoesNotContain("before the fit", result.ToString(), StringComparison.Ordinal);
        IsAsTheFirstLeftIt();
    }

    [Fact]
    public void The_first_training_keeps_its_best_even_where_the_last_are_asked_for()
    {
        _fit.Network.LossY = step => step == 2 && _fit.Network.Batches.Count > 8 ? float.NaN : 1;
        Assert.Throws<TrainingDivergedException>(() => _fit.Run(Options with { KeepBest = false }, [5, 3, 4, 4]));
        IsAsTheFirstLeftIt();
    }

    [Fact]
    public void A_retrained_network_holds_the_parameters_of_the_second_training()
    {
        FitResult result = _fit.Run(Options, [5, 3, 4, 4]);
        Assert.Equal((FittedParameters.Retrained, FittedParameters.Last), (result.Parameters, result.Retraining!.Parameters));
    }

    [Fact]
    public void A_divergence_that_a_callback_throws_is_passed_on_as_it_is()
    {
        using var other = new ScriptedNetwork(batchSize: 4) { LossY = _ => float.NaN };
        var foreign = Assert.Throws<TrainingDivergedException>(() => Trainer.Fit(other, ScriptedNetwork.Data(7)));
        var progress = new Reports(report => _ = report.IsRetraining ? throw foreign : report);
        Assert.Same(foreign, Assert.Throws<TrainingDivergedException>(() => _fit.Run(Options, [5, 3, 4, 4], progress)));
        IsAsTheFirstLeftIt();
    }

    [Fact]
    public void A_second_training_that_diverges_restores_the_best_parameters_of_the_first()
    {
        _fit.Network.LossY = step => step == 2 && _fit.Network.Batches.Count > 8 ? float.NaN : 1;
        var e = Assert.Throws<TrainingDivergedException>(() => _fit.Run(Options, [5, 3, 4, 4]));
        Assert.Contains("The network holds the best parameters of the first training again.", e.Message, StringComparison.Ordinal);
        IsAsTheFirstLeftIt();
    }

    [Fact]
    public void A_callback_that_throws_in_the_second_training_restores_the_best_parameters_of_the_first()
    {
        var progress = new Reports(report => _ = report.IsRetraining ? throw new TimeoutException() : report);
        Assert.Throws<TimeoutException>(() => _fit.Run(Options, [5, 3, 4, 4], progress));
        IsAsTheFirstLeftIt();
    }

    [Fact]
    public void Without_early_stopping_it_is_refused()
    {
        Bits before = Bits.Of(_fit.Network);
        var e = Assert.Throws<ArgumentException>("options", () => _fit.Run(new() { RetrainOnAll = true }, []));
        Assert.Contains("EarlyStopping", e.Message, StringComparison.Ordinal);
        Assert.Equal(before, Bits.Of(_fit.Network));
    }

    [Fact]
    public void Sets_that_cannot_be_joined_are_refused_before_anything_changes()
    {
        Dataset training = ScriptedNetwork.Data(7).With(new LabelColumn("Extra", new int[7]));
        var e = Assert.Throws<ArgumentException>("validation", () => Trainer.Fit(_fit.Network, training, ScriptedNetwork.Data(3), Options));
        Assert.Contains("Extra", e.Message, StringComparison.Ordinal);
        Assert.Empty(_fit.Network.Batches);
    }

    /// <summary>With the best parameters of the first training, and the number of its rows.</summary>
    private void IsAsTheFirstLeftIt()
    {
        Assert.Equal(ScriptedFit.After(4), Bits.Of(_fit.Network));
        Assert.Equal(7, _fit.Network.Memory.TrainingExamples);
    }

    private static void CancelAt(bool now, CancellationTokenSource source)
    {
        if (now)
        {
            source.Cancel();
        }
    }
}
