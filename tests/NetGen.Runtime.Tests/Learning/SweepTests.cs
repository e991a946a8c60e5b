using Hyperparameters = NetGen.Tests.Learning.SmallNet.Hyperparameters;

namespace NetGen.Tests.Learning;

/// <summary>On some of the digits: 200 rows to train on.</summary>
public class SweepTests
{
    private static readonly Dataset Training = Digits.Train.Select([.. Enumerable.Range(0, 200)]);

    private static readonly SweepOptions Options = new()
    {
        Fit = new FitOptions { Epochs = 8, EarlyStopping = new(patience: 2) { Monitor = Metric.Accuracy("Label") } },
        Test = Digits.Test,
    };

    private static readonly Grid<Hyperparameters> Rates = Grid.Of(new Hyperparameters())
        .With("rate", [1e-4f, 5e-3f, 0.03f], (h, value) => h with { LearningRate = value });

    private static readonly SweepTable<Hyperparameters> Table = Run(Options);

    [Fact]
    public void Each_trial_is_a_network_of_its_point_and_seed_trained_and_measured()
    {
        SweepTrial<Hyperparameters> trial = Table.Rows[1].Trials[2];
        using var network = new SmallNet(Rates[1].Hyperparameters, seed: 3);
        FitResult fit = network.Fit(Training, Digits.Validation, Options.Fit);

        Assert.Equal((Rates[1], 3, TrialOutcome.Finished), (trial.Point, trial.Seed, trial.Outcome));
        Assert.Equal(fit.Best!.Monitored, trial.Score);
        Assert.Equal(fit.History.Select(r => r.TrainingLoss), trial.Fit!.History.Select(r => r.TrainingLoss));
        Assert.Equal(network.Evaluate(Digits.Validation).Label, trial.Validation!["Label"]);
        Assert.Equal(network.Evaluate(Digits.Test).Label, trial.Test!["Label"]);
    }

    [Fact]
    public void Rows_and_trials_come_in_the_order_of_grid_and_seeds()
    {
        Assert.Equal(Rates, Table.Rows.Select(row => row.Point));
        Assert.All(Table.Rows, row => Assert.Equal([1, 2, 3], row.Trials.Select(t => t.Seed)));
    }

    [Fact]
    public void A_row_has_mean_deviation_and_best_of_its_seeds()
    {
        SweepRow<Hyperparameters> row = Table.Rows[1];
        double[] scores = [.. row.Trials.Select(t => t.Score)];
        Assert.Equal(Statistic.Of(scores), row.Score);
        Assert.Equal(scores.Max(), row.Best!.Score);
        Assert.Equal(row.Score, row.Validation(Metric.Accuracy("Label")));
        Assert.Equal(Statistic.Of([.. row.Trials.Select(t => t.Test!.Loss)]), row.Test(Metric.TotalLoss));
    }

    [Fact]
    public void The_best_row_has_the_best_mean()
    {
        Assert.Equal(Table.Rows.Max(row => row.Score.Mean), Table.Best!.Score.Mean);
        Assert.Same(Table.Rows[0].Point, Table.Rows.MinBy(row => row.Score.Mean)!.Point); // the slowest learns least
        SweepTable<Hyperparameters> byLoss = Run(Options with { Metric = Metric.TotalLoss });
        Assert.Equal(byLoss.Rows.Min(row => row.Score.Mean), byLoss.Best!.Score.Mean);
        Assert.Equal(byLoss.Rows[0].Trials.Min(t => t.Validation!.Loss), byLoss.Rows[0].Best!.Score);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public void The_table_is_the_same_to_the_bit_on_any_number_of_workers(int workers)
    {
        SweepTable<Hyperparameters> table = Run(Options with { Workers = workers });
        Assert.Equal(Trials(Table).Select(t => t.Score), Trials(table).Select(t => t.Score));
        Assert.Equal(Trials(Table).SelectMany(t => t.Test!.Heads), Trials(table).SelectMany(t => t.Test!.Heads));
        Assert.Equal(
            Trials(Table).SelectMany(t => t.Fit!.History).Select(r => (r.TrainingLoss, r.ValidationLoss)),
            Trials(table).SelectMany(t => t.Fit!.History).Select(r => (r.TrainingLoss, r.ValidationLoss)));
        Assert.Equal(Table.ToString(), table.ToString());
    }

    [Fact]
    public void The_text_is_a_table()
    {
        string[] lines = Table.ToString().Split('\n');
        Assert.Equal(5, lines.Length);
        Assert.Matches(@"^ *rate +accuracy of Label +best +test +finished$", lines[0]);
        Assert.Matches(@"^0\.0001 +0\.\d+ ± 0\.\d+ +0\.\d+ \(seed \d\) +0\.\d+ ± 0\.\d+ +3 of 3$", lines[1]);
        Assert.Equal($"best: {Table.Best}", lines[4]);
    }

    [Fact]
    public void With_several_workers_each_network_has_one_thread_with_one_it_keeps_its_own()
    {
        Assert.All(ThreadsOf(workers: 2), threads => Assert.Equal(1, threads));
        Assert.All(ThreadsOf(workers: 1), threads => Assert.Equal(3, threads));
    }

    [Fact]
    public void A_random_sample_is_swept_like_a_grid()
    {
        RandomSample<Hyperparameters> sample = RandomSample.Of(new Hyperparameters(), count: 2, seed: 1)
            .LogUniform("rate", 1e-4f, 1e-2f, (h, value) => h with { LearningRate = value });
        SweepTable<Hyperparameters> table = Sweep.Run(
            sample, [1], (h, seed) => new SmallNet(h, seed), Training, Digits.Validation, new() { Fit = new() { Epochs = 1 } });
        Assert.Equal(sample, table.Rows.Select(row => row.Point));
        Assert.Equal(Metric.TotalLoss, table.Metric);
        Assert.All(table.Rows, row => Assert.Equal(0, row.Test(Metric.TotalLoss).Count));
    }

    private static int[] ThreadsOf(int workers)
    {
        var made = new System.Collections.Concurrent.ConcurrentBag<SmallNet>();
        Sweep.Run(Rates, [1], Make, Training, Digits.Validation, new() { Fit = new() { Epochs = 1 }, Workers = workers });
        return [.. made.Select(network => network.Threads)];

        SmallNet Make(Hyperparameters hyperparameters, int seed)
        {
            var network = new SmallNet(hyperparameters, seed) { Threads = 3 };
            made.Add(network);
            return network;
        }
    }

    private static IEnumerable<SweepTrial<Hyperparameters>> Trials(SweepTable<Hyperparameters> table) => table.Rows.SelectMany(row => row.Trials);

    private static SweepTable<Hyperparameters> Run(SweepOptions options) =>
        Sweep.Run(Rates, [1, 2, 3], (h, seed) => new SmallNet(h, seed), Training, Digits.Validation, options);
}
