using System.Globalization;
using NetGen.Tests.Networks;

namespace NetGen.Tests.Training;

/// <summary>The loop itself, on a network that does as it is told.</summary>
public sealed class FitTests : IDisposable
{
    private readonly ScriptedNetwork _network = new(batchSize: 4);

    public void Dispose() => _network.Dispose();

    [Fact]
    public void Every_epoch_visits_every_row_once_and_its_last_batch_is_what_remains()
    {
        Trainer.Fit(_network, ScriptedNetwork.Data(10), options: new() { Epochs = 3 });

        Assert.Equal([4, 4, 2, 4, 4, 2, 4, 4, 2], _network.Batches.Select(b => b.Length));
        foreach (float[][] epoch in _network.Batches.Chunk(3))
        {
            Assert.Equal(Enumerable.Range(0, 10).Select(i => (float)i), epoch.SelectMany(b => b).Order());
        }
    }

    [Fact]
    public void The_order_changes_from_epoch_to_epoch_and_with_the_seed()
    {
        float[] first = Order(seed: 1, epoch: 0);
        Assert.NotEqual(first, Order(seed: 1, epoch: 1));
        Assert.NotEqual(first, Order(seed: 2, epoch: 0));
        Assert.Equal(first, Order(seed: 1, epoch: 0));
    }

    [Fact]
    public void The_networks_own_seed_orders_the_rows_if_no_other_is_given() =>
        Assert.Equal(Order(seed: _network.Memory.Seed, epoch: 1), Order(seed: null, epoch: 1));

    [Fact]
    public void The_training_loss_is_the_mean_over_rows_of_the_weighted_head_losses()
    {
        _network.Memory.HeadWeights[0] = 2;
        _network.Memory.HeadWeights[1] = 0.5f;
        _network.LossY = step => step;
        _network.LossZ = step => 10 * step;

        FitResult result = Trainer.Fit(_network, ScriptedNetwork.Data(6), options: new() { Epochs = 2 });

        // Step n has the objective 2n + 5n = 7n; the steps have 4 and 2 rows.
        Assert.Equal((4 * 7.0 + 2 * 14.0) / 6, result.History[0].TrainingLoss, precision: 12);
        Assert.Equal((4 * 21.0 + 2 * 28.0) / 6, result.History[1].TrainingLoss, precision: 12);
    }

    [Theory]
    [InlineData(true, FittedParameters.Best, 2, ", whose parameters are kept")]
    [InlineData(false, FittedParameters.Last, 6, "; the parameters of the last update are kept")]
    public void With_a_validation_set_the_best_parameters_are_kept_unless_told_otherwise(bool keepBest, FittedParameters kept, int steps, string text)
    {
        _network.Validation = [1, 2, 3];
        FitResult result = Trainer.Fit(_network, ScriptedNetwork.Data(8), ScriptedNetwork.Data(2), new() { Epochs = 3, KeepBest = keepBest });

        Assert.Equal((StopReason.Completed, kept), (result.StopReason, result.Parameters));
        Assert.Equal(steps, _network.Memory.Steps);
        Assert.Equal(steps + 0.25f, _network.Memory.Parameters[0]);
        Assert.Equal((1, 1.0), (result.BestEpoch, result.BestValidationLoss));
        Assert.EndsWith($"; best epoch 1, validation loss 1{text}", result.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Early_stopping_may_leave_the_last_parameters_too()
    {
        _network.Validation = [1, 2, 3];
        FitResult result = Trainer.Fit(
            _network, ScriptedNetwork.Data(8), ScriptedNetwork.Data(2), new() { Epochs = 9, EarlyStopping = new(patience: 2), KeepBest = false });
        Assert.Equal((StopReason.EarlyStopped, FittedParameters.Last, 6L), (result.StopReason, result.Parameters, _network.Memory.Steps));
    }

    [Theory]
    [InlineData(false, FittedParameters.Last, 6, "; no evaluation had a finite value; the parameters of the last update are kept")]
    [InlineData(true, FittedParameters.Initial, 0, "; no evaluation had a finite value; the parameters from before the fit are kept")]
    public void Where_no_evaluation_is_finite_the_result_says_so_and_what_is_kept(bool stops, FittedParameters kept, int steps, string text)
    {
        _network.Validation = [float.PositiveInfinity, float.PositiveInfinity, float.NaN];
        FitResult result = Trainer.Fit(
            _network, ScriptedNetwork.Data(8), ScriptedNetwork.Data(2), new() { Epochs = 3, EarlyStopping = stops ? new(patience: 9) : null });
        Assert.Equal((kept, null), (result.Parameters, result.Best));
        Assert.Equal(steps, _network.Memory.Steps);
        Assert.EndsWith(text, result.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_validation_set_the_parameters_are_those_of_the_last_step()
    {
        FitResult result = Trainer.Fit(_network, ScriptedNetwork.Data(8), options: new() { Epochs = 3 });
        Assert.Equal((FittedParameters.Last, 6L), (result.Parameters, _network.Memory.Steps));
    }

    [Fact]
    public void Divergence_goes_back_to_the_best_evaluation_where_the_best_is_kept_and_else_to_the_last_epoch()
    {
        foreach ((bool keepBest, int steps) in new[] { (true, 2), (false, 4) })
        {
            using var network = new ScriptedNetwork(batchSize: 4) { Validation = [1, 2, 3], LossY = step => step == 5 ? float.NaN : 1 };
            Assert.Throws<TrainingDivergedException>(() =>
                Trainer.Fit(network, ScriptedNetwork.Data(8), ScriptedNetwork.Data(2), new() { Epochs = 3, KeepBest = keepBest }));
            Assert.Equal(steps, network.Memory.Steps);
        }
    }

    [Fact]
    public void The_history_is_what_was_reported()
    {
        _network.Validation = [3, 4, 2];
        var progress = new Reports();
        FitResult result = Trainer.Fit(_network, ScriptedNetwork.Data(8), ScriptedNetwork.Data(2), new() { Epochs = 3 }, progress);

        Assert.Equal(progress.Seen, result.History);
        Assert.Equal([1, 2, 3], result.History.Select(r => r.Epoch));
        Assert.Equal([2L, 4L, 6L], result.History.Select(r => r.Steps));
        Assert.Equal([3.0, 4.0, 2.0], result.History.Select(r => r.ValidationLoss));
        Assert.Equal([true, false, true], result.History.Select(r => r.IsBest));
        Assert.All(result.History, r => Assert.Equal(3, r.Epochs));
        Assert.All(result.History, r => Assert.Equal(["Y", "Z"], r.Validation.Select(m => m.Head)));
        Assert.Equal(result.History.Select(r => r.Elapsed).Order(), result.History.Select(r => r.Elapsed));
        Assert.True(result.Elapsed >= result.History[^1].Elapsed);
    }

    [Fact]
    public void Without_a_validation_set_there_is_no_best_epoch()
    {
        FitResult result = Trainer.Fit(_network, ScriptedNetwork.Data(8), options: new() { Epochs = 2 });
        Assert.Equal((0, null), (result.BestEpoch, result.BestValidationLoss));
        Assert.All(result.History, r => Assert.False(r.IsBest));
        Assert.All(result.History, r => Assert.Null(r.ValidationLoss));
        Assert.All(result.History, r => Assert.Empty(r.Validation));
    }

    [Fact]
    public void The_callback_sees_the_parameters_of_the_epoch_it_is_told_of()
    {
        var seen = new List<float>();
        Trainer.Fit(_network, ScriptedNetwork.Data(8), options: new() { Epochs = 3 },
            progress: new Reports(_ => seen.Add(_network.Memory.Parameters[0])));
        Assert.Equal([2.25f, 4.25f, 6.25f], seen);
    }

    [Fact]
    public void Cancellation_ends_the_fit_after_the_step_in_hand()
    {
        using var source = new CancellationTokenSource();
        _network.AfterStep = step =>
        {
            if (step == 4)
            {
                source.Cancel();
            }
        };

        FitResult result = Trainer.Fit(_network, ScriptedNetwork.Data(12), cancellationToken: source.Token);

        Assert.Equal(StopReason.Canceled, result.StopReason);
        Assert.Equal(4, result.Steps);
        Assert.Single(result.History);
        Assert.Equal(4.25f, _network.Memory.Parameters[0]);
    }

    [Fact]
    public void A_fit_canceled_before_it_starts_changes_nothing()
    {
        Bits before = Bits.Of(_network);
        FitResult result = Trainer.Fit(_network, ScriptedNetwork.Data(8), cancellationToken: new CancellationToken(canceled: true));
        Assert.Equal((StopReason.Canceled, 0L), (result.StopReason, result.Steps));
        Assert.Empty(result.History);
        Assert.Equal(before, Bits.Of(_network));
    }

    [Fact]
    public void Divergence_restores_the_last_finished_epoch()
    {
        _network.LossY = step => step == 6 ? float.NaN : 1;
        var e = Assert.Throws<TrainingDivergedException>(() => Trainer.Fit(_network, ScriptedNetwork.Data(8)));
        Assert.Equal((6, "Y"), (e.Step, e.Head));
        Assert.Contains("The network holds the parameters of the last report, after 4 updates, again.", e.Message, StringComparison.Ordinal);
        Assert.Equal(4.25f, _network.Memory.Parameters[^1]);
        Assert.Equal(-4, _network.Memory.State[^1]);
        Assert.Equal(4, _network.Memory.Steps);
    }

    [Fact]
    public void Divergence_in_the_first_epoch_restores_the_network_from_before_the_fit()
    {
        Bits before = Bits.Of(_network);
        _network.LossY = step => step == 2 ? float.PositiveInfinity : 1;
        Assert.Throws<TrainingDivergedException>(() => Trainer.Fit(_network, ScriptedNetwork.Data(8)));
        Assert.Equal(before, Bits.Of(_network));
    }

    [Fact]
    public void An_update_that_overflows_at_the_end_of_an_epoch_is_divergence_of_the_parameter()
    {
        _network.AfterStep = step => _network.Memory.Parameter(_network.Schema.Parameters[1].Offset + 2) = step == 4 ? float.NaN : 0;
        var e = Assert.Throws<TrainingDivergedException>(() => Trainer.Fit(_network, ScriptedNetwork.Data(8)));
        Assert.Equal((4, null, "Y.bias"), (e.Step, e.Head, e.Parameter));
        Assert.Contains("Y.bias", e.Message, StringComparison.Ordinal);
        Assert.Equal(2.25f, _network.Memory.Parameters[0]);
    }

    [Fact]
    public void An_exception_of_the_callback_leaves_the_parameters_of_the_last_step()
    {
        var progress = new Reports(_ => throw new TimeoutException());
        Assert.Throws<TimeoutException>(() => Trainer.Fit(_network, ScriptedNetwork.Data(8), progress: progress));
        Assert.Equal(2.25f, _network.Memory.Parameters[0]);
    }

    [Fact]
    public void A_second_fit_goes_on_from_the_first()
    {
        Trainer.Fit(_network, ScriptedNetwork.Data(8), options: new() { Epochs = 2 });
        FitResult second = Trainer.Fit(_network, ScriptedNetwork.Data(8), options: new() { Epochs = 1 });
        Assert.Equal(6, _network.Memory.Steps);
        Assert.Equal(2, second.Steps);
    }

    [Fact]
    public void A_report_reads_as_a_line_in_every_culture()
    {
        var comma = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        comma.NumberFormat.NumberDecimalSeparator = ",";
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = comma;
            var report = new EpochReport(3, 50, 99, 0.41234, 0.38812, [], TimeSpan.FromSeconds(1.21), IsBest: true);
            Assert.Equal("epoch 3/50: training loss 0.4123, validation loss 0.3881 (best), 1.2 s", report.ToString());
            Assert.Equal("epoch 3/50: training loss 0.4000, 1.2 s", (report with { TrainingLoss = 0.4, ValidationLoss = null }).ToString());
            Assert.Equal("epoch 3/50: training loss 1.234E+06, validation loss 1.234E-05, 1.2 s", (report with { TrainingLoss = 1.2341e6, ValidationLoss = 1.2341e-5, Monitored = 1.2341e-5, IsBest = false }).ToString());
            Assert.Equal("epoch 3/50: training loss 0.4123, 1.2 s", (report with { ValidationLoss = null }).ToString());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void One_epoch_and_one_update_are_singular_in_the_text_of_a_result()
    {
        var report = new EpochReport(1, 2, 1, 0.5, null, [], TimeSpan.FromSeconds(1.21), IsBest: false);
        var result = new FitResult([report], null, StopReason.Canceled, 1, TimeSpan.FromSeconds(1.21));
        Assert.StartsWith("Canceled after 1 epoch, 1 update, 1.2 s;", result.ToString(), StringComparison.Ordinal);
        Assert.StartsWith("Canceled after 2 epochs, 1,234 updates, 1.2 s;", (result with { History = [report, report], Steps = 1234 }).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_validation_a_result_names_the_training_loss_and_the_parameters_kept()
    {
        _network.LossY = step => 2 - step / 8f;
        FitResult result = Trainer.Fit(_network, ScriptedNetwork.Data(4), options: new() { Epochs = 3 });
        Assert.EndsWith(FormattableString.Invariant($"; training loss {result.History[^1].TrainingLoss:G4}; the parameters of the last update are kept"), result.ToString(), StringComparison.Ordinal);

        FitResult none = new([], null, StopReason.Canceled, 0, TimeSpan.Zero);
        Assert.Equal("Canceled after 0 epochs, 0 updates, 0.0 s; the parameters of the last update are kept", none.ToString());
        var report = new EpochReport(1, 2, 1, double.NaN, null, [], TimeSpan.Zero, IsBest: false);
        Assert.Equal("Canceled after 1 epoch, 1 update, 0.0 s; the parameters of the last update are kept", (none with { History = [report], Steps = 1 }).ToString());
        Assert.EndsWith("; the best parameters of the first training are kept", (none with { Parameters = FittedParameters.Best }).ToString(), StringComparison.Ordinal);
    }

    private float[] Order(int? seed, int epoch)
    {
        _network.Batches.Clear();
        Trainer.Fit(_network, ScriptedNetwork.Data(40), options: new() { Epochs = 2, Seed = seed });
        return [.. _network.Batches.Skip(epoch * 10).Take(10).SelectMany(b => b)];
    }
}
