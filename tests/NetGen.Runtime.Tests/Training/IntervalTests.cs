using NetGen.Tests.Data;
using NetGen.Tests.Networks;

namespace NetGen.Tests.Training;

/// <summary>When the validation set is evaluated, and what is kept when a fit ends between evaluations.</summary>
public sealed class IntervalTests : IDisposable
{
    private readonly ScriptedFit _fit = new();

    public void Dispose() => _fit.Dispose();

    [Fact]
    public void Every_third_update_is_evaluated_wherever_it_is_in_an_epoch_and_the_last_one_too()
    {
        FitResult result = Fit(Every.Steps(3), epochs: 4, 5, 4, 3);

        Assert.Equal([2L, 3, 4, 6, 8], result.History.Select(r => r.Steps));
        Assert.Equal([1, 2, 2, 3, 4], result.History.Select(r => r.Epoch));
        Assert.Equal([true, false, true, true, true], result.History.Select(r => r.EndsEpoch));
        Assert.Equal([null, 5.0, null, 4.0, 3.0], result.History.Select(r => r.ValidationLoss));
        Assert.Equal([0, 2, 0, 2, 2], result.History.Select(r => r.Validation.Length));
    }

    [Fact]
    public void Every_second_epoch_is_evaluated_and_the_last_one_too()
    {
        FitResult result = Fit(Every.Epochs(2), epochs: 5, 5, 4, 3);
        Assert.Equal([null, 5.0, null, 4.0, 3.0], result.History.Select(r => r.ValidationLoss));
        Assert.Equal((5, 10L), (result.BestEpoch, result.BestSteps));
    }

    [Fact]
    public void An_interval_longer_than_the_fit_evaluates_its_end()
    {
        FitResult result = Fit(Every.Steps(1000), epochs: 2, 5);
        Assert.Equal((2, 4L), (result.BestEpoch, result.BestSteps));
        Assert.Equal(ScriptedFit.After(4), Bits.Of(_fit.Network));
    }

    [Fact]
    public void Evaluations_within_an_epoch_change_nothing_about_its_batches()
    {
        Fit(Every.Steps(1), epochs: 3, 6, 5, 4, 3, 2, 1);
        using var other = new ScriptedFit();
        other.Run(new() { Epochs = 3 }, [1, 1, 1]);
        Assert.Equal(other.Network.Batches, _fit.Network.Batches);
    }

    [Fact]
    public void The_training_loss_within_an_epoch_is_that_of_the_rows_so_far()
    {
        _fit.Network.LossY = step => step;
        FitResult result = Fit(Every.Steps(1), epochs: 1, 5, 4);
        Assert.Equal([1.0, (4 * 1 + 3 * 2) / 7.0], result.History.Select(r => r.TrainingLoss));
    }

    [Fact]
    public void Patience_counts_evaluations()
    {
        FitResult result = Fit(Every.Steps(1), epochs: 9, 5, 3, 4, 4, 4, 1);
        Assert.Equal((StopReason.EarlyStopped, 5L), (result.StopReason, result.Steps));
        Assert.Equal((1, 2L), (result.BestEpoch, result.BestSteps));
        Assert.Equal(ScriptedFit.After(2), Bits.Of(_fit.Network));
    }

    [Fact]
    public void The_best_evaluation_within_an_epoch_is_restored_at_the_last_epoch()
    {
        Fit(Every.Steps(3), epochs: 4, 3, 4, 5);
        Assert.Equal(ScriptedFit.After(3), Bits.Of(_fit.Network));
    }

    [Fact]
    public void Cancellation_between_evaluations_restores_the_best_one()
    {
        using var source = new CancellationTokenSource();
        _fit.Network.AfterStep = step => At(step == 5, source.Cancel);
        FitResult result = Fit(Every.Steps(3), epochs: 4, new Reports(), source.Token, 3, 1, 1);
        Assert.Equal((StopReason.Canceled, 5L), (result.StopReason, result.Steps));
        Assert.Equal(ScriptedFit.After(3), Bits.Of(_fit.Network));
    }

    [Fact]
    public void Divergence_between_evaluations_restores_the_best_one()
    {
        _fit.Network.LossY = step => step == 5 ? float.NaN : 1;
        Assert.Throws<TrainingDivergedException>(() => Fit(Every.Steps(3), epochs: 4, 3, 1, 1));
        Assert.Equal(ScriptedFit.After(3), Bits.Of(_fit.Network));
    }

    [Fact]
    public void A_parameter_that_overflows_in_the_last_update_before_an_evaluation_is_divergence_and_not_evaluated()
    {
        ScriptedNetwork network = _fit.Network;
        network.AfterStep = step => At(step == 6, () => network.Memory.Parameter(network.Schema.Parameters[0].Offset) = float.NaN);
        var e = Assert.Throws<TrainingDivergedException>(() => Fit(Every.Steps(3), epochs: 4, 3, 1, 1));
        Assert.Equal("Y.weight", e.Parameter);
        Assert.Equal(ScriptedFit.After(3), Bits.Of(network));
    }

    [Fact]
    public void An_exception_of_the_progress_callback_at_a_report_without_evaluation_restores_the_best_one()
    {
        var progress = new Reports(report => At(report.Steps == 4, () => throw new TimeoutException()));
        Assert.Throws<TimeoutException>(() => Fit(Every.Steps(3), epochs: 4, progress, default, 3, 1, 1));
        Assert.Equal(ScriptedFit.After(3), Bits.Of(_fit.Network));
    }

    [Fact]
    public void The_last_update_allowed_ends_the_fit_within_an_epoch_and_is_evaluated()
    {
        FitResult result = _fit.Run(new() { Epochs = 9, Steps = 5 }, [3, 2, 1]);
        Assert.Equal((StopReason.Completed, 5L), (result.StopReason, result.Steps));
        Assert.Equal([true, true, false], result.History.Select(r => r.EndsEpoch));
        Assert.Equal(1, result.History[^1].ValidationLoss);
        Assert.Equal(ScriptedFit.After(5), Bits.Of(_fit.Network));
    }

    [Fact]
    public void More_updates_than_the_epochs_have_are_not_made() =>
        Assert.Equal(4, _fit.Run(new() { Epochs = 2, Steps = 100 }, [3, 2]).Steps);

    [Fact]
    public void A_report_within_an_epoch_names_its_update_and_what_is_monitored()
    {
        EpochReport report = new(3, 50, 1234, 0.41234, 0.38812, [], TimeSpan.FromSeconds(1.21), IsBest: true)
        {
            EndsEpoch = false,
            Monitor = Metric.Accuracy("Label"),
            Monitored = 0.9712,
        };
        Assert.Equal("epoch 3/50, update 1,234: training loss 0.4123, validation loss 0.3881, monitored accuracy of Label 0.9712 (best), 1.2 s", report.ToString());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-2)]
    public void An_interval_below_one_is_refused(int count)
    {
        Refusal.Says(() => Every.Steps(count), "count", $"count is {count}; it must be ≥ 1.");
        Refusal.Says(() => Every.Epochs(count), "count", $"count is {count}; it must be ≥ 1.");
    }

    [Fact]
    public void An_interval_reads_as_words() =>
        Assert.Equal("every epoch, every 3 epochs, every 200 updates", $"{Every.Epoch}, {Every.Epochs(3)}, {Every.Steps(200)}");

    private static void At(bool now, Action act)
    {
        if (now)
        {
            act();
        }
    }

    private FitResult Fit(Every every, int epochs, params float[] validation) => Fit(every, epochs, new Reports(), default, validation);

    private FitResult Fit(Every every, int epochs, Reports progress, CancellationToken cancellation, params float[] validation) =>
        _fit.Run(new() { Epochs = epochs, EarlyStopping = new(patience: 3) { Every = every } }, validation, progress, cancellation);
}
