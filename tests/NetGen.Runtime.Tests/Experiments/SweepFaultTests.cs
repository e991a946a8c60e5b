using NetGen.Tests.Data;
using NetGen.Tests.Networks;

namespace NetGen.Tests.Experiments;

/// <summary>Sweeps that do not go well. The hyperparameter is the loss of every training step.</summary>
public sealed class SweepFaultTests : IDisposable
{
    private static readonly Grid<float> Losses = Grid.Of(1f).With("loss", [1, float.NaN, 2], (_, value) => value);

    private readonly CancellationTokenSource _source = new();

    public void Dispose() => _source.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void A_trial_that_diverges_is_a_row_that_says_so(int workers)
    {
        SweepTable<float> table = Run(Losses, new() { Workers = workers, Fit = new() { Epochs = 2 } });

        Assert.Equal([true, false, true], table.Rows.Select(row => row.IsComplete));
        Assert.All(table.Rows[1].Trials, trial =>
        {
            Assert.Equal((TrialOutcome.Diverged, double.NaN), (trial.Outcome, trial.Score));
            Assert.Contains("at step 1 the loss of Y became NaN", trial.Divergence, StringComparison.Ordinal);
            Assert.EndsWith(": diverged", trial.ToString(), StringComparison.Ordinal);
        });
        Assert.Null(table.Rows[1].Best);
        Assert.Equal(0, table.Rows[1].Score.Count);
        Assert.Matches(@"\n +NaN +- +- +0 of 2, 2 diverged\n", table.ToString());
        Assert.Equal(Losses[0], table.Best!.Point);
    }

    [Fact]
    public void A_validation_loss_that_never_was_finite_is_divergence_too()
    {
        SweepTable<float> table = Run(Losses, new() { Fit = new() { Epochs = 2, EarlyStopping = new(patience: 1) } }, validation: float.NaN);
        Assert.All(table.Rows.SelectMany(row => row.Trials), trial => Assert.Equal(TrialOutcome.Diverged, trial.Outcome));
        Assert.Null(table.Best);
        Assert.EndsWith("best: none, for no point finished from every seed", table.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_row_of_which_one_seed_diverged_is_never_the_best()
    {
        SweepTable<float> table = Sweep.Run(
            Losses, [1, 2], (loss, seed) => Network(loss == 1 && seed == 2 ? float.NaN : 1, validation: loss), ScriptedNetwork.Data(8), ScriptedNetwork.Data(2));
        Assert.Equal((1, 1), (table.Rows[0].Count(TrialOutcome.Finished), table.Rows[0].Count(TrialOutcome.Diverged)));
        Assert.Equal(Losses[2], table.Best!.Point);
        Assert.Equal("loss = 1: 1 (1 of 2, 1 diverged)", table.Rows[0].ToString());
        Assert.Matches(@"\n +1 +1 \(1 of 2\) +1 \(seed 1\) +1 of 2, 1 diverged\n", table.ToString());
    }

    [Fact]
    public void Cancellation_leaves_what_was_finished_and_says_what_was_not()
    {
        var progress = new Heard<SweepTrial<float>>(_ => _source.Cancel());
        SweepTable<float> table = Run(Losses, new() { Workers = 1 }, 1, progress);
        Assert.Equal([TrialOutcome.Finished, TrialOutcome.Canceled], table.Rows[0].Trials.Select(t => t.Outcome));
        Assert.All(table.Rows.Skip(1).SelectMany(row => row.Trials), t => Assert.Equal(TrialOutcome.Canceled, t.Outcome));
        Assert.Contains("1 of 2, 1 canceled", table.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_fit_that_is_canceled_is_a_trial_that_says_so()
    {
        SweepTable<float> table = Sweep.Run(
            Grid.Of(1f), [1], (loss, _) => Network(loss, 1, _ => _source.Cancel()), ScriptedNetwork.Data(8), ScriptedNetwork.Data(2), cancellationToken: _source.Token);
        SweepTrial<float> trial = table.Rows[0].Trials[0];
        Assert.Equal((TrialOutcome.Canceled, 1L), (trial.Outcome, trial.Fit!.Steps));
        Assert.Equal("unchanged, seed 1: canceled", trial.ToString());
    }

    [Fact]
    public void An_exception_of_the_progress_callback_passes_through() =>
        Assert.Throws<TimeoutException>(() => Run(Losses, new(), 1, new Heard<SweepTrial<float>>(_ => throw new TimeoutException())));

    [Fact]
    public void An_exception_of_the_factory_passes_through() => Assert.Throws<TimeoutException>(() =>
        Sweep.Run(Losses, [1], (_, _) => throw new TimeoutException(), ScriptedNetwork.Data(8), ScriptedNetwork.Data(2)));

    [Fact]
    public void An_empty_grid_no_seeds_and_a_seed_twice_are_refused()
    {
        Refused("grid", "0 points", Losses.Where(_ => false), [1]);
        Refused("seeds", "0 seeds", Losses, []);
        Refused("seeds", "Seed 7 is there 2 times", Losses, [7, 1, 7]);
    }

    [Fact]
    public void What_the_network_lacks_is_refused()
    {
        Refused("options", "accuracy of Y", Losses, [1], new() { Metric = Metric.Accuracy("Y") });
        Refused("options", "RetrainOnAll", Losses, [1], new() { Fit = new() { EarlyStopping = new(1), RetrainOnAll = true } });
        Refused("options", "Z", Losses, [1], new() { Test = new Dataset([.. ScriptedNetwork.Data(2).Columns.Where(c => c.Name != "Z")]) });
    }

    [Fact]
    public void Fewer_than_one_worker_too_many_and_no_fit_are_refused()
    {
        Refusal.Says(() => new SweepOptions { Workers = 0 }, "Workers", "Workers is 0; it must be in [1, 1024].");
        Refusal.Says(() => new SweepOptions { Workers = 100_000 }, "Workers", "Workers is 100000; it must be in [1, 1024].");
        Assert.Throws<ArgumentNullException>("Fit", () => new SweepOptions { Fit = null! });
        Assert.Throws<ArgumentNullException>("Fit", () => new SweepOptions() with { Fit = null! });
    }

    [Fact]
    public void A_point_without_settings_is_a_row_without_columns()
    {
        SweepPoint<float> bare = new(1, default), named = new(2, [new("loss", "2")]);
        SweepTable<float> table = Sweep.Run(
            [bare, named, named with { Settings = default }], [1], (loss, _) => Network(loss, validation: 1), ScriptedNetwork.Data(8), ScriptedNetwork.Data(2));
        string[] lines = table.ToString().Split('\n');
        Assert.Matches(@"^loss +loss +best +finished$", lines[0]);
        Assert.Matches(@"^ +1 +1 \(seed 1\) +1 of 1$", lines[1]);
        Assert.Matches(@"^ +2 +1 +1 \(seed 1\) +1 of 1$", lines[2]);
        Assert.Equal(lines[1], lines[3]);
        Assert.Equal("unchanged: 1", table.Rows[0].ToString());
    }

    private static ScriptedNetwork Network(float loss, float validation, Action<long>? afterStep = null) => new()
    {
        LossY = _ => loss,
        Validation = [.. Enumerable.Repeat(validation, 100)],
        AfterStep = afterStep ?? (_ => { }),
    };

    private static void Refused(string argument, string part, IEnumerable<SweepPoint<float>> grid, int[] seeds, SweepOptions? options = null)
    {
        var e = Assert.Throws<ArgumentException>(argument, () =>
            Sweep.Run(grid, seeds, (loss, _) => Network(loss, 1), ScriptedNetwork.Data(8), ScriptedNetwork.Data(2), options));
        Assert.Contains(part, e.Message, StringComparison.Ordinal);
    }

    private SweepTable<float> Run(Grid<float> grid, SweepOptions options, float validation = 1, IProgress<SweepTrial<float>>? progress = null) => Sweep.Run(
        grid, [1, 2], (loss, _) => Network(loss, validation), ScriptedNetwork.Data(8), ScriptedNetwork.Data(2), options, progress, _source.Token);
}
