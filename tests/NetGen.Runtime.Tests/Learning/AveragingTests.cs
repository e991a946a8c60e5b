using Lasso;
using NetGen.Tests.Persistence;

namespace NetGen.Tests.Learning;

/// <summary>The moving average of the weights.</summary>
public class AveragingTests
{
    private static readonly float[] X = [0.5f, -1f, 0.25f, 2f];
    private static readonly float[] Size = [1f, -2f];

    [Fact]
    public void The_average_is_that_of_the_weights_after_each_step_without_their_start()
    {
        // w̄ = Σ decay^(t−s)·(1 − decay)·w_s / (1 − decayᵗ), s = 1…t.
        const double Decay = 0.75;
        using AveragedNet network = new(seed: 1);
        double[] sum = new double[2];
        for (int step = 1; step <= 5; step++)
        {
            network.TrainStep(X, Size);
            float[] w = Measure.Weights(network.Size);
            sum = [.. sum.Zip(w, (s, v) => Decay * s + (1 - Decay) * v)];
        }

        float[] trained = Measure.Weights(network.Size);
        network.UseAveragedWeights();
        Assert.All(Measure.Weights(network.Size).Zip(sum), w => Assert.Equal(w.Second / (1 - Math.Pow(Decay, 5)), w.First, 1e-6));
        Assert.NotEqual(trained, Measure.Weights(network.Size));
    }

    [Fact]
    public void After_one_step_the_average_is_the_weights_and_before_it_nothing_happens()
    {
        using AveragedNet network = new(seed: 1);
        float[] start = Measure.Weights(network.Size);
        network.UseAveragedWeights();
        Assert.Equal(start, Measure.Weights(network.Size));
        network.TrainStep(X, Size);
        float[] trained = Measure.Weights(network.Size);
        network.UseAveragedWeights();
        Assert.All(trained.Zip(Measure.Weights(network.Size)), w => Assert.Equal(w.First, w.Second, 1e-6f));
    }

    [Fact]
    public void A_fit_measures_and_ends_with_the_averages_while_the_steps_are_those_without()
    {
        using AveragedDigits averaged = new(seed: 1);
        FitResult result = averaged.Fit(Digits.Train, Digits.Validation, new() { Epochs = 3 });
        Assert.Equal(result.History[^1].ValidationLoss!.Value, averaged.Evaluate(Digits.Validation).Loss, 1e-9);

        // A network without averages makes the same steps, as the momentum shows, and ends elsewhere.
        using SteppedDigits plain = new(seed: 1);
        plain.Fit(Digits.Train, Digits.Validation, new() { Epochs = 3 });
        Assert.NotEqual(Measure.Weights(plain.Label), Measure.Weights(averaged.Label));
        Assert.Equal(plain.Memory().State[..plain.Memory().Schema.ParameterFloats].ToArray(), averaged.Memory().State[..plain.Memory().Schema.ParameterFloats].ToArray());
    }

    /// <summary>
    /// With a constant rate stochastic descent never settles: it wanders around the best weights, the wider the higher the rate. Their average
    /// is far nearer (Polyak &amp; Juditsky 1992), here on the real diabetes data, where least squares says what is best.
    /// </summary>
    [Fact]
    public void Averages_are_near_the_best_weights_that_steps_of_a_constant_rate_wander_around()
    {
        Diabetes diabetes = Diabetes.Read();
        Dataset data = AveragedRegression.Data(diabetes.X, diabetes.Y);
        using SettledRegression settled = new(seed: 1);
        settled.Fit(data, options: new() { Epochs = SettledRegression.Epochs });
        double best = settled.Evaluate(data).Loss;

        double[] wandering = [.. Enumerable.Range(1, 10).Select(seed => Excess(new WanderingRegression(seed: seed)))];
        double[] averaged = [.. Enumerable.Range(1, 10).Select(seed => Excess(new AveragedRegression(seed: seed)))];
        string found = FormattableString.Invariant($"loss above {best}: {string.Join(", ", wandering)} and, of averages, {string.Join(", ", averaged)}");
        Assert.All(averaged.Zip(wandering), e => Assert.True(e.First < e.Second, found));
        Assert.True(averaged.Average() < wandering.Average() / 20, found);
        Assert.All(averaged, e => Assert.InRange(e, 0, 0.003));

        double Excess<T>(T network) where T : INetwork, IDisposable
        {
            using (network)
            {
                Trainer.Fit(network, data, options: new() { Epochs = 60 });
                return Evaluator.Evaluate(network, data).Single().Loss - best;
            }
        }
    }

    [Fact]
    public void Early_stopping_keeps_and_restores_the_averages_of_the_best_epoch()
    {
        using AveragedDigits network = new(seed: 1);
        var seen = new List<(EpochReport Report, float[] Weights)>();
        network.Fit(Digits.Train, Digits.Validation, new() { Epochs = 12, EarlyStopping = new(patience: 3) },
            EpochReport.ForEach(report => seen.Add((report, Measure.Weights(network.Label)))));
        Assert.Equal(seen.Last(s => s.Report.IsBest).Weights, Measure.Weights(network.Label));
    }

    [Fact]
    public void A_fit_that_the_progress_callback_ends_leaves_the_averages_too()
    {
        using AveragedDigits stopped = new(seed: 1), whole = new(seed: 1);
        Assert.Throws<OperationCanceledException>(() => stopped.Fit(Digits.Train, Digits.Validation, new() { Epochs = 3 },
            EpochReport.ForEach(report => { if (report.Epoch == 2) { throw new OperationCanceledException(); } })));
        whole.Fit(Digits.Train, Digits.Validation, new() { Epochs = 2 });
        Assert.Equal(Measure.Weights(whole.Label), Measure.Weights(stopped.Label));
    }

    [Fact]
    public void A_file_holds_the_weights_of_the_moment_and_loading_starts_a_new_average()
    {
        using var folder = new TemporaryFolder();
        using AveragedNet network = new(seed: 1), loaded = new(seed: 2);
        network.TrainStep(X, Size);
        network.TrainStep(X, Size);
        network.Save(folder.File("net"));
        loaded.TrainStep(X, Size);
        loaded.Load(folder.File("net"));
        Assert.Equal(Measure.Weights(network.Size), Measure.Weights(loaded.Size));
        loaded.UseAveragedWeights();
        Assert.Equal(Measure.Weights(network.Size), Measure.Weights(loaded.Size));
    }

    [Fact]
    public void A_layer_that_is_not_trained_stays_as_it_is()
    {
        using IdleNet network = new(seed: 1);
        float[] idle = Measure.Weights(network.Idle);
        network.TrainStep(X, Size);
        network.UseAveragedWeights();
        Assert.Equal(idle, Measure.Weights(network.Idle));
    }

    [Fact]
    public void A_network_without_averages_says_so()
    {
        using SmallNet network = new();
        Assert.False(network.Memory().HasAverages);
        var e = Assert.Throws<InvalidOperationException>(() => network.Memory().UseAverages());
        Assert.Equal("SmallNet keeps no averages: give it [AverageWeights(0.999f)].", e.Message);
        Assert.Null(typeof(SmallNet).GetMethod("UseAveragedWeights"));
    }
}

/// <summary>A linear model whose weights are averaged.</summary>
[Network(BatchSize = 2), Sgd(0.1f), AverageWeights(0.75f)]
internal sealed partial class AveragedNet
{
    [Input(2)] public partial Layer X { get; }
    [Dense(1), MeanSquaredError] public partial Head Size { get; }
}

#pragma warning disable NG0213 // A value feeds nothing: that is the point.
/// <summary>A layer beside the way to the head.</summary>
[Network(BatchSize = 2), Sgd(0.1f), AverageWeights(0.75f)]
internal sealed partial class IdleNet
{
    [Input(2)] public partial Layer X { get; }
    [Dense(3)] public partial Layer Idle { get; }
    [Dense(1, From = nameof(X)), MeanSquaredError] public partial Head Size { get; }
}
#pragma warning restore NG0213

/// <summary>A reader of digits whose weights are averaged.</summary>
[Network(BatchSize = 32), Sgd(0.1f, Momentum = 0.5f), AverageWeights(0.95f)]
internal sealed partial class AveragedDigits
{
    [Input(8, 8, 1)] public partial Layer Image { get; }
    [Dense(10), SoftmaxCrossEntropy] public partial Head Label { get; }
}

/// <summary>The same without averages.</summary>
[Network(BatchSize = 32), Sgd(0.1f, Momentum = 0.5f)]
internal sealed partial class SteppedDigits
{
    [Input(8, 8, 1)] public partial Layer Image { get; }
    [Dense(10), SoftmaxCrossEntropy] public partial Head Label { get; }
}

/// <summary>A linear model of the diabetes data at a constant rate, its weights averaged over some two epochs.</summary>
[Network(BatchSize = 8), Sgd(0.03f), AverageWeights(0.99f)]
internal sealed partial class AveragedRegression
{
    [Input(10)] public partial Layer Features { get; }
    [Dense(1), MeanSquaredError] public partial Head Progression { get; }
}

/// <summary>The same without averages.</summary>
[Network(BatchSize = 8), Sgd(0.03f)]
internal sealed partial class WanderingRegression
{
    [Input(10)] public partial Layer Features { get; }
    [Dense(1), MeanSquaredError] public partial Head Progression { get; }
}

/// <summary>The same where it cannot wander: all patients are one batch, and the rate sinks to nothing.</summary>
[Network(BatchSize = 442), Sgd(0.02f, Momentum = 0.9f), CosineSchedule(steps: Epochs)]
internal sealed partial class SettledRegression
{
    public const int Epochs = 5000;

    [Input(10)] public partial Layer Features { get; }
    [Dense(1), MeanSquaredError] public partial Head Progression { get; }
}
