using NetGen.Tests.Data;
using NetGen.Tests.Networks;

namespace NetGen.Tests.Learning;

/// <summary>On some of the digits: 300 rows.</summary>
public class CrossValidationTests
{
    private static readonly Dataset Data = Digits.Train.Select([.. Enumerable.Range(0, 300)]);

    private static readonly CrossValidationOptions Options = new()
    {
        Fit = new FitOptions { Epochs = 30, EarlyStopping = new(patience: 3) },
        Seed = 1,
        Stratify = "Label",
    };

    [Fact]
    public void Each_fold_is_a_network_trained_on_the_others_and_measured_on_it()
    {
        CrossValidationResult result = Run(new() { Fit = new() { Epochs = 3 }, Seed = 5 });

        DataSplit second = Data.Folds(3, seed: 5)[1];
        using var network = new SmallNet(seed: 1);
        network.Fit(second.Train, options: new() { Epochs = 3 });
        Assert.Equal(network.Evaluate(second.Validation).Label, result.Folds[1].Measured["Label"]);
    }

    [Fact]
    public void Mean_and_deviation_are_those_of_the_folds()
    {
        CrossValidationResult result = Run(Options);
        double[] accuracies = [.. result.Folds.Select(f => ((ClassificationMetrics)f.Measured["Label"]).Accuracy)];
        Assert.Equal(Statistic.Of(accuracies), result.Of(Metric.Accuracy("Label")));
        Assert.Equal(Statistic.Of([.. result.Folds.Select(f => f.Measured.Loss)]), result.Loss);
        Assert.InRange(accuracies.Average(), 0.8, 1);
        Assert.Equal([0, 1, 2], result.Folds.Select(f => f.Fold));
    }

    [Fact]
    public void Results_are_the_same_to_the_bit_on_any_number_of_workers()
    {
        CrossValidationResult one = Run(Options with { Workers = 1 }), three = Run(Options with { Workers = 3 });
        Assert.Equal(one.Folds.SelectMany(f => f.Measured.Heads), three.Folds.SelectMany(f => f.Measured.Heads));
        Assert.Equal(one.Folds.SelectMany(f => f.Fit.History).Select(r => r.TrainingLoss), three.Folds.SelectMany(f => f.Fit.History).Select(r => r.TrainingLoss));
    }

    [Fact]
    public void The_rows_held_out_do_not_say_when_to_stop()
    {
        CrossValidationResult result = Run(Options with { StoppingShare = 0.25, Stratify = null });
        Assert.All(result.Folds, fold => Assert.Equal((100, 50), (fold.Measured["Label"].Count, fold.Fit.Best!.Validation[0].Count)));

        DataSplit split = Data.Folds(3, seed: 1)[2], stopping = split.Train.Split(0.25, seed: 1);
        using var network = new SmallNet(seed: 1);
        network.Fit(stopping.Train, stopping.Validation, Options.Fit);
        Assert.Equal(network.Evaluate(split.Validation).Label, result.Folds[2].Measured["Label"]);
    }

    [Fact]
    public void Retraining_on_all_trains_on_the_rows_that_said_when_to_stop_and_not_on_those_held_out()
    {
        var fit = new FitOptions { Epochs = 10, EarlyStopping = new(patience: 2), RetrainOnAll = true };
        CrossValidationResult result = Run(Options with { Fit = fit, Stratify = null });

        DataSplit split = Data.Folds(3, seed: 1)[0], stopping = split.Train.Split(0.2, seed: 1);
        using var network = new SmallNet(seed: 1);
        network.Fit(stopping.Train, stopping.Validation, fit);
        Assert.Equal(network.Evaluate(split.Validation).Label, result.Folds[0].Measured["Label"]);
    }

    [Fact]
    public void The_text_is_a_table_of_folds_and_their_mean()
    {
        string[] lines = Run(Options).ToString().Split('\n');
        Assert.Equal(5, lines.Length);
        Assert.Matches(@"^fold +loss +accuracy of Label$", lines[0]);
        Assert.Matches(@"^ +0 +0\.\d+ +0\.\d+$", lines[1]);
        Assert.Matches(@"^mean +0\.\d+ ± 0\.\d+ +0\.\d+ ± 0\.\d+$", lines[4]);
    }

    [Fact]
    public void Each_fold_is_reported_once()
    {
        var seen = new List<FoldResult>();
        CrossValidationResult result = CrossValidation.Run(_ => new SmallNet(seed: 1), Data, folds: 3, Options with { Workers = 3 }, new Heard<FoldResult>(seen.Add));
        Assert.Equal(result.Folds, seen.OrderBy(f => f.Fold));
    }

    [Fact]
    public void Cancellation_throws_and_keeps_what_was_reported()
    {
        using var source = new CancellationTokenSource();
        var seen = new List<FoldResult>();
        var progress = new Heard<FoldResult>(fold =>
        {
            seen.Add(fold);
            source.Cancel();
        });
        Assert.ThrowsAny<OperationCanceledException>(() =>
            CrossValidation.Run(_ => new SmallNet(seed: 1), Data, folds: 3, Options with { Workers = 1 }, progress, source.Token));
        Assert.Equal(0, Assert.Single(seen).Fold);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Every_network_that_was_made_is_disposed_of_when_cancellation_ends_it(int workers)
    {
        using var source = new CancellationTokenSource();
        var made = new System.Collections.Concurrent.ConcurrentBag<ScriptedNetwork>();
        var progress = new Heard<FoldResult>(_ => source.Cancel());
        CrossValidationOptions options = new() { Fit = new() { Epochs = 1 }, Workers = workers };
        Assert.ThrowsAny<OperationCanceledException>(() => CrossValidation.Run(Make, ScriptedNetwork.Data(40), folds: 8, options, progress, source.Token));
        Assert.NotEmpty(made);
        Assert.All(made, network => Assert.True(network.IsDisposed));

        INetwork Make(int fold)
        {
            var network = new ScriptedNetwork { Validation = [.. Enumerable.Repeat(1f, 100)] };
            made.Add(network);
            return network;
        }
    }

    [Fact]
    public void A_fold_that_diverges_ends_it() => Assert.Throws<TrainingDivergedException>(() => CrossValidation.Run(
        _ => new ScriptedNetwork { LossY = _ => float.NaN }, ScriptedNetwork.Data(20), folds: 2));

    [Theory]
    [InlineData(1)]
    [InlineData(301)]
    public void Fewer_than_two_folds_or_more_than_rows_are_refused(int folds)
    {
        var e = Assert.Throws<ArgumentOutOfRangeException>(nameof(folds), () => CrossValidation.Run(_ => new SmallNet(), Data, folds));
        Assert.Equal(folds, e.ActualValue);
    }

    [Fact]
    public void Options_out_of_range_and_null_are_refused()
    {
        Refusal.Says(() => new CrossValidationOptions { Workers = 0 }, "Workers", "Workers is 0; it must be in [1, 1024].");
        Assert.Throws<ArgumentNullException>("Fit", () => new CrossValidationOptions { Fit = null! });
        Assert.Throws<ArgumentOutOfRangeException>("StoppingShare", () => new CrossValidationOptions { StoppingShare = 1 });
        Assert.Throws<ArgumentOutOfRangeException>("StoppingShare", () => new CrossValidationOptions { StoppingShare = double.NaN });
        Assert.Throws<ArgumentException>("stratify", () => CrossValidation.Run(_ => new SmallNet(), Data, 3, new() { Stratify = "Image" }));
    }

    private static CrossValidationResult Run(CrossValidationOptions options) => CrossValidation.Run(_ => new SmallNet(seed: 1), Data, folds: 3, options);
}
