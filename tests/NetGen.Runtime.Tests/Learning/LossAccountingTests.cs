namespace NetGen.Tests.Learning;

/// <summary>A loss is the mean over the targets that are there; where there is none it is not measured, and no 0.</summary>
public class LossAccountingTests
{
    private const int Rows = 400;

    private static readonly float[] X = [.. Enumerable.Range(0, 2 * Rows).Select(i => MathF.Sin(3 * i))];

    /// <summary>Nine in ten are missing, so that many batches have none.</summary>
    private static readonly int[] Labels = [.. Enumerable.Range(0, Rows).Select(i => i % 10 == 3 ? i / 10 % 3 : -1)];

    /// <summary>Of other rows than the labels, and fewer.</summary>
    private static readonly float[] Sizes = [.. Enumerable.Range(0, Rows).Select(i => i % 23 == 0 ? i / 100f : float.NaN)];

    [Fact]
    public void The_training_loss_of_an_epoch_is_what_an_evaluation_of_its_rows_measures()
    {
        using StillNet network = new(seed: 1);
        Dataset data = StillNet.Data(X, Labels, Sizes);
        EpochReport report = network.Fit(data, data, new() { Epochs = 1 }).History[0];
        Assert.Equal(report.ValidationLoss!.Value, report.TrainingLoss, 1e-6 * report.TrainingLoss);
        Assert.Equal(report.ValidationLoss.Value, network.Evaluate(data).Loss, 1e-12);
    }

    [Fact]
    public void A_head_that_had_no_target_has_no_part_in_the_total()
    {
        using StillNet network = new(seed: 1);
        Dataset data = StillNet.Data(X, Labels, Enumerable.Repeat(float.NaN, Rows).ToArray());
        EpochReport report = network.Fit(data, data, new() { Epochs = 1 }).History[0];
        StillNet.Evaluation evaluation = network.Evaluate(data);
        Assert.Equal(evaluation.Class.Loss, evaluation.Loss);
        Assert.Equal(evaluation.Loss, report.ValidationLoss);
        Assert.Equal(evaluation.Loss, report.TrainingLoss, 1e-6 * evaluation.Loss);
        Assert.Equal((false, double.NaN), (evaluation.Size.IsMeasured, evaluation.Size.Loss));
        Assert.EndsWith("; Size: not measured, 0 rows", evaluation.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_any_target_an_evaluation_says_that_it_measured_nothing()
    {
        using StillNet network = new(seed: 1);
        StillNet.Evaluation evaluation = network.Evaluate(StillNet.Data(X.AsMemory(0, 2), new[] { -1 }, new[] { float.NaN }));
        Assert.Equal(double.NaN, evaluation.Loss);
        Assert.Equal("loss not measured; Class: not measured, 0 rows; Size: not measured, 0 rows", evaluation.ToString());
    }

    [Fact]
    public void A_loss_over_classes_that_weigh_nothing_is_not_measured()
    {
        using StillNet network = new(seed: 1);
        StillNet.Evaluation evaluation = network.Evaluate(StillNet.Data(X.AsMemory(0, 2), new[] { 2 }, new[] { float.NaN }));
        Assert.Equal((1, false, double.NaN), (evaluation.Class.Count, evaluation.Class.IsMeasured, evaluation.Loss));
        Assert.StartsWith("Class: loss not measured, accuracy ", evaluation.Class.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_report_before_the_first_target_says_that_nothing_was_measured()
    {
        using StillNet network = new(seed: 1);
        int[] rare = [.. Enumerable.Range(0, Rows).Select(i => i == 5 ? 1 : -1)];
        Dataset data = StillNet.Data(X, rare, Enumerable.Repeat(float.NaN, Rows).ToArray());
        FitResult result = network.Fit(data, data, new() { Epochs = 1, EarlyStopping = new(patience: 1000) { Every = Every.Steps(1) } });
        EpochReport first = result.History[0], last = result.History[^1];
        Assert.Equal(double.NaN, first.TrainingLoss);
        Assert.Contains(": training loss not measured, validation loss ", first.ToString(), StringComparison.Ordinal);
        Assert.Equal(last.ValidationLoss!.Value, last.TrainingLoss, 1e-6 * last.TrainingLoss);
    }

    [Fact]
    public void A_step_returns_the_losses_that_it_measured_and_NaN_where_it_measured_none()
    {
        using StillNet network = new(seed: 1);
        double loss = network.Evaluate(StillNet.Data(X.AsMemory(0, 4), new[] { 1, -1 }, new[] { float.NaN, float.NaN })).Loss;
        Assert.Equal(loss, network.TrainStep(X.AsSpan(0, 4), [1, -1], [float.NaN, float.NaN]), 1e-6 * loss);
        Assert.Equal(float.NaN, network.TrainStep(X.AsSpan(0, 4), [-1, -1], [float.NaN, float.NaN]));
        Assert.Equal([0f, 0f], ((INetwork)network).Memory.TargetWeights.ToArray());
        Assert.Equal([float.NaN, float.NaN], ((INetwork)network).Memory.HeadLosses.ToArray());
    }

    [Fact]
    public void Folds_without_a_target_are_left_out_of_the_mean()
    {
        float[] sizes = [.. Enumerable.Range(0, 12).Select(i => i is 0 or 1 ? i : float.NaN)];
        Dataset data = StillNet.Data(X.AsMemory(0, 24), Enumerable.Range(0, 12).Select(i => i % 2).ToArray(), sizes);
        CrossValidationResult result = CrossValidation.Run(_ => new StillNet(seed: 1), data, 4, new() { Fit = new() { Epochs = 1 } });
        FoldResult[] measured = [.. result.Folds.Where(f => f.Measured["Size"].IsMeasured)];
        Assert.InRange(measured.Length, 1, 2);
        Assert.Equal(Statistic.Of([.. measured.Select(f => f.Measured["Size"].Loss)]), result.Of(Metric.Loss("Size")));
        Assert.Equal(measured.Length, result.Of(Metric.Loss("Size")).Count);
        Assert.Equal(4, result.Loss.Count);
        Assert.Contains("not measured", result.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_sweep_refuses_to_rank_by_a_head_that_no_row_has_a_target_for()
    {
        Dataset data = StillNet.Data(X, Labels, Sizes), blind = StillNet.Data(X, Labels, Enumerable.Repeat(float.NaN, Rows).ToArray());
        var e = Assert.Throws<ArgumentException>(() => Sweep.Run(
            Grid.Of(new StillNet.Hyperparameters()), [1], (h, seed) => new StillNet(h, seed), data, blind, new() { Metric = Metric.Loss("Size") }));
        Assert.Contains("Every target of the validation set is missing", e.Message, StringComparison.Ordinal);
    }
}

/// <summary>A linear model of two heads that hardly learns: its losses stay what they are over an epoch.</summary>
[Network(BatchSize = 4), Sgd(1e-12f)]
internal sealed partial class StillNet
{
    [Input(2)] public partial Layer X { get; }
    [Dense(3, From = nameof(X)), SoftmaxCrossEntropy(ClassWeights = new[] { 1f, 3f, 0f })] public partial Head Class { get; }
    [Dense(1, From = nameof(X)), MeanSquaredError(Weight = 0.3f)] public partial Head Size { get; }
}
