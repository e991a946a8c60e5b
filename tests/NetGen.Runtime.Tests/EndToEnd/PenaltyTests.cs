using NetGen.Tests.Persistence;

namespace NetGen.Tests.EndToEnd;

/// <summary>What a network with penalties and priors says about them, and what it asks for.</summary>
public class PenaltyTests
{
    private static readonly float[] X = [1, -2, 0.5f, 3, 0, -1, 2, 1];
    private static readonly float[] Y = [1, 0, -1, 2];

    [Fact]
    public void Penalty_is_the_weighted_sum_of_the_norms()
    {
        using var net = new Penalized(new() { HiddenL2 = 0.5f, HiddenL1 = 0.25f, YL1 = 2 }, seed: 3);
        double squares = 0, absolute = 0, head = 0;
        Each(net.Hidden, w => (squares, absolute) = (squares + (double)w * w, absolute + Math.Abs(w)));
        Each(net.Y, w => head += Math.Abs(w));
        Assert.Equal(0.5 * 0.5 * squares + 0.25 * absolute + 2 * head, net.Penalty(), 1e-12);
        Assert.Equal(net.Penalty(), ((INetwork)net).Penalty());
    }

    [Fact]
    public void A_network_without_penalties_has_a_penalty_of_zero()
    {
        using INetwork net = new Wide(seed: 1);
        Assert.Equal(0, net.Penalty());
    }

    [Fact]
    public void A_step_before_the_number_of_examples_is_known_says_what_to_set_and_changes_nothing()
    {
        using var net = new Believing(seed: 1);
        float[] before = ((INetwork)net).Memory.Parameters.ToArray();
        var e = Assert.Throws<InvalidOperationException>(() => net.TrainStep(X, Y));
        Assert.Equal(
            "Believing has a prior, whose strength depends on the number of training examples. Set TrainingExamples first, or call Fit, which sets it to the rows of its training set.",
            e.Message);
        Assert.Throws<InvalidOperationException>(() => net.Penalty());
        Assert.Equal(before, ((INetwork)net).Memory.Parameters.ToArray());
        Assert.Equal(0, ((INetwork)net).Memory.Steps);

        net.TrainingExamples = 4;
        Assert.True(float.IsFinite(net.TrainStep(X, Y)));
    }

    [Fact]
    public void A_prediction_needs_no_number_of_examples()
    {
        using var net = new Believing(seed: 1);
        net.Predict([1, 2], new float[1]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-3)]
    public void The_number_of_examples_is_positive(int examples)
    {
        using var net = new Believing(seed: 1);
        var e = Assert.Throws<ArgumentOutOfRangeException>(() => net.TrainingExamples = examples);
        Assert.Contains($"TrainingExamples is {examples}; it must be ≥ 1.", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Fit_sets_it_to_the_rows_of_the_training_set()
    {
        using var net = new Believing(seed: 1);
        net.Fit(Believing.Data(X, Y), options: new() { Epochs = 1 });
        Assert.Equal(4, net.TrainingExamples);
    }

    [Fact]
    public void A_second_training_that_is_undone_leaves_the_strength_that_the_first_had()
    {
        using var net = new Believing(seed: 1);
        using var source = new CancellationTokenSource();
        var options = new FitOptions { Epochs = 3, EarlyStopping = new(patience: 3), RetrainOnAll = true };
        FitResult result = net.Fit(Believing.Data(X, Y), Believing.Data(X.AsMemory(0, 4), Y.AsMemory(0, 2)), options, EpochReport.ForEach(Cancel), source.Token);

        Assert.Equal(StopReason.Canceled, result.Retraining!.StopReason);
        Assert.Equal(4, net.TrainingExamples);
        double penalty = net.Penalty();
        net.TrainingExamples = 4;
        Assert.Equal(net.Penalty(), penalty);

        void Cancel(EpochReport report)
        {
            if (report.IsRetraining)
            {
                source.Cancel();
            }
        }
    }

    [Fact]
    public void To_measure_a_network_that_was_loaded_the_number_of_examples_must_be_set()
    {
        using var folder = new TemporaryFolder();
        string path = folder.File("believing");
        Dataset data = Believing.Data(X, Y);
        using Believing saved = new(seed: 1), loaded = new(seed: 2);
        saved.Fit(data, options: new() { Epochs = 1 });
        saved.Save(path);
        loaded.Load(path);

        Assert.Equal(saved.Evaluate(data).Loss, loaded.Evaluate(data).Loss);
        var e = Assert.Throws<InvalidOperationException>(() => Measurement.Of(loaded, data));
        Assert.Contains("Set TrainingExamples first", e.Message, StringComparison.Ordinal);
        loaded.TrainingExamples = 4;
        Assert.Equal(Measurement.Of(saved, data).Penalty, Measurement.Of(loaded, data).Penalty);
    }

    [Theory]
    [InlineData(0.5f, 8)]
    [InlineData(2f, 4)]
    public void Priors_are_L2_and_L1_of_their_strength_to_the_bit(float sigma, int examples)
    {
        // Powers of two: 1/(N·σ²) rounds alike whichever way it is computed.
        using var prior = new Believing(new() { HiddenGaussianSigma = sigma, YLaplaceSigma = sigma }, seed: 2) { TrainingExamples = examples };
        using var penalty = new Equivalent(new() { HiddenL2 = 1 / (examples * sigma * sigma), YL1 = 1 / (examples * sigma) }, seed: 2);
        for (int step = 0; step < 20; step++)
        {
            Assert.Equal(penalty.TrainStep(X, Y), prior.TrainStep(X, Y));
        }

        Assert.Equal(((INetwork)penalty).Memory.Parameters.ToArray(), ((INetwork)prior).Memory.Parameters.ToArray());
        Assert.Equal(penalty.Penalty(), prior.Penalty());
    }

    private static void Each(Layer layer, Action<float> visit)
    {
        foreach (float w in layer.Weights)
        {
            visit(w);
        }
    }
}

[Network(BatchSize = 4), Sgd(0.05f)]
internal sealed partial class Penalized
{
    [Input(2)] public partial Layer X { get; }
    [Dense(3), Tanh, L1(0.1f, Proximal = true), L2(0.1f)] public partial Layer Hidden { get; }
    [Dense(1), MeanSquaredError, L1(0.1f)] public partial Head Y { get; }
}

[Network(BatchSize = 4), Adam(0.01f)]
internal sealed partial class Believing
{
    [Input(2)] public partial Layer X { get; }
    [Dense(3), Tanh, GaussianPrior(sigma: 1, Bias = true)] public partial Layer Hidden { get; }
    [Dense(1), MeanSquaredError, LaplacePrior(sigma: 1, Proximal = true)] public partial Head Y { get; }
}

/// <summary><see cref="Believing"/>, written as the penalties that its priors are.</summary>
[Network(BatchSize = 4), Adam(0.01f)]
internal sealed partial class Equivalent
{
    [Input(2)] public partial Layer X { get; }
    [Dense(3), Tanh, L2(0, Bias = true)] public partial Layer Hidden { get; }
    [Dense(1), MeanSquaredError, L1(0, Proximal = true)] public partial Head Y { get; }
}
