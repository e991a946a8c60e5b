using NetGen.CompilerServices;
using NetGen.Tests.Networks;

namespace NetGen.Tests.Learning;

/// <summary>Mixup: steps on blends of rows.</summary>
public class BlendingTests
{
    private static readonly float[] X = [0.5f, -1f, 0.25f, 2f, -0.5f, 1f, 1.5f, 0.75f];
    private static readonly float[] Size = [1f, -2f, 0.5f, 3f];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_step_is_one_on_rows_and_targets_blended_by_hand(int seed)
    {
        using BlendedNet blended = new(seed: seed);
        using UnblendedNet plain = new(seed: seed);
        (float share, int[] partners) = Drawn(seed, rows: 4);
        float[] x = [.. Enumerable.Range(0, 8).Select(i => share * X[i] + (1 - share) * X[2 * partners[i / 2] + i % 2])];
        float[] size = [.. Enumerable.Range(0, 4).Select(i => share * Size[i] + (1 - share) * Size[partners[i]])];
        Assert.Equal(plain.TrainStep(x, size), blended.TrainStep(X, Size), 1e-5f);
        Assert.All(Measure.Weights(plain.Size).Zip(Measure.Weights(blended.Size)), w => Assert.Equal(w.First, w.Second, 1e-5f));
    }

    [Fact]
    public void A_classifier_learns_both_labels_each_by_its_share_and_nothing_of_a_missing_one()
    {
        // Two rows that are each other's partner, the second without a label: the first is trained by λ on its blend, the second by 1 − λ on its own.
        int seed = Enumerable.Range(0, 100).First(s => Drawn(s, rows: 2).Partners[0] == 1);
        float share = Drawn(seed, rows: 2).Share;
        using BlendedClasses network = new(seed: seed);
        float[] first = [share * X[0] + (1 - share) * X[2], share * X[1] + (1 - share) * X[3]];
        float[] second = [share * X[2] + (1 - share) * X[0], share * X[3] + (1 - share) * X[1]];
        double expected = share * Loss(network, first, label: 1) + (1 - share) * Loss(network, second, label: 1);
        Assert.Equal(expected, network.TrainStep(X.AsSpan(0, 4), [1, -1]), 1e-5);
    }

    [Fact]
    public void A_missing_number_is_refused_before_anything_changes()
    {
        using BlendedNet network = new(seed: 1);
        network.TrainStep(X, Size);
        Bits before = Bits.Of(network);
        const string Advice = "so Size needs one in every row: leave such rows out, or remove [Mixup] or [CutMix] (α = 0 still reads both).";
        var step = Assert.Throws<ArgumentException>(() => network.TrainStep(X, [1, 2, float.NaN, 3]));
        Assert.Equal("size", step.ParamName);
        Assert.StartsWith("size is NaN at row 2, position 0; mixup and CutMix blend the targets of two rows, " + Advice, step.Message, StringComparison.Ordinal);

        var fit = Assert.Throws<ArgumentException>(() => network.Fit(BlendedNet.Data(X, new[] { 1, float.NaN, 2, 3 })));
        Assert.Equal("training", fit.ParamName);
        Assert.StartsWith("The training set has NaN (a missing target) for Size in row 1. Mixup and CutMix blend the targets of two rows, " + Advice, fit.Message, StringComparison.Ordinal);
        Assert.Equal(before, Bits.Of(network));
    }

    [Fact]
    public void Rows_that_a_fit_will_train_on_later_need_their_numbers_too()
    {
        using BlendedNet network = new(seed: 1);
        Bits before = Bits.Of(network);
        Dataset whole = BlendedNet.Data(X, Size), incomplete = BlendedNet.Data(X, new[] { 1, 2, 3, float.NaN });
        var retraining = Assert.Throws<ArgumentException>(() => network.Fit(whole, incomplete, new() { EarlyStopping = new(patience: 1), RetrainOnAll = true }));
        Assert.Equal("validation", retraining.ParamName);
        Assert.StartsWith("The validation set has NaN (a missing target) for Size in row 3.", retraining.Message, StringComparison.Ordinal);
        Assert.Equal(before, Bits.Of(network));
    }

    [Fact]
    public void Attacks_and_uncertain_predictions_are_those_of_rows_as_they_are()
    {
        // The same parameters, and masks, with mixup and without.
        using BlendedThinned blended = new(seed: 5);
        using PlainThinned plain = new(seed: 5);
        float[] size = [1, float.NaN, 2, 3], moved = new float[8], expected = new float[8];
        blended.InputGradient(X, size, moved);
        plain.InputGradient(X, size, expected);
        Assert.Equal(expected, moved);
        Assert.Contains(moved, g => g != 0);
        Assert.Equal([0, 0], moved[2..4]);

        blended.Fgsm(X, size, 0.1f, moved);
        plain.Fgsm(X, size, 0.1f, expected);
        Assert.Equal(expected, moved);
        Assert.Equal(X[2..4], moved[2..4]);

        float[] mean = new float[4], deviation = new float[4], expectedMean = new float[4], expectedDeviation = new float[4];
        blended.PredictUncertain(X, 7, mean, deviation);
        plain.PredictUncertain(X, 7, expectedMean, expectedDeviation);
        Assert.Equal(expectedMean, mean);
        Assert.Equal(expectedDeviation, deviation);
        Assert.All(deviation, d => Assert.True(d > 0));
    }

    [Fact]
    public void A_validation_set_may_lack_targets_for_it_is_never_blended()
    {
        using BlendedNet network = new(seed: 1);
        network.Fit(BlendedNet.Data(X, Size), BlendedNet.Data(X, new[] { 1, float.NaN, 2, 3 }), new() { Epochs = 1 });
        Assert.Equal(1, ((INetwork)network).Memory.Steps);
    }

    [Fact]
    public void Blending_digits_lowers_the_confidence_and_costs_little_accuracy()
    {
        using SmallNet plain = new(seed: 1);
        using MixedDigits mixed = new(seed: 1);
        plain.Fit(Digits.Train, options: new() { Epochs = 15 });
        mixed.Fit(Digits.Train, options: new() { Epochs = 15 });
        float[] images = Digits.Test.Features("Image").ToArray(), p = new float[10 * Digits.Test.Count], q = new float[10 * Digits.Test.Count];
        plain.Predict(images, p);
        mixed.Predict(images, q);
        (double sure, double modest) = (Measure.Confidence(p), Measure.Confidence(q));
        Assert.True(modest < sure - 0.05, FormattableString.Invariant($"{sure} and, of blends, {modest}"));
        Assert.InRange(Measure.Accuracy(mixed, Digits.Test), Measure.Accuracy(plain, Digits.Test) - 0.02, 1);
    }

    /// <summary>Of 344 digits two in five have a label drawn at random. Zhang et al. 2018, section 3.4: mixup keeps a network from learning those by heart.</summary>
    [Fact]
    public void Blending_withstands_wrong_labels_that_a_network_otherwise_learns_by_heart()
    {
        Dataset rows = Digits.Train.Split(validation: 0.7, seed: 3, stratify: "Label").Train;
        var random = new Random(1);
        int[] labels = [.. rows.Labels("Label").ToArray().Select(label => random.NextDouble() < 0.4 ? random.Next(10) : label)];
        Dataset wrong = MixedDigits.Data(rows.Features("Image").ToArray(), labels);
        double plainLoss = 0, mixedLoss = 0, plainAccuracy = 0, mixedAccuracy = 0;
        const int Seeds = 5;
        for (int seed = 1; seed <= Seeds; seed++)
        {
            using SmallNet plain = new(seed: seed);
            using MixedDigits mixed = new(new() { MixupAlpha = 1 }, seed: seed);
            plain.Fit(wrong, options: new() { Epochs = 60 });
            mixed.Fit(wrong, options: new() { Epochs = 60 });
            SmallNet.Evaluation asPlain = plain.Evaluate(Digits.Test);
            MixedDigits.Evaluation asMixed = mixed.Evaluate(Digits.Test);
            (plainLoss, plainAccuracy) = (plainLoss + asPlain.Loss / Seeds, plainAccuracy + asPlain.Label.Accuracy / Seeds);
            (mixedLoss, mixedAccuracy) = (mixedLoss + asMixed.Loss / Seeds, mixedAccuracy + asMixed.Label.Accuracy / Seeds);
        }

        string found = FormattableString.Invariant($"loss {plainLoss} and {mixedLoss}, accuracy {plainAccuracy} and {mixedAccuracy}");
        Assert.True(mixedLoss < plainLoss - 0.04, found);
        Assert.True(mixedAccuracy > plainAccuracy + 0.05, found);
    }

    [Fact]
    public void A_step_allocates_nothing()
    {
        using BlendedNet network = new(seed: 1);
        Assert.Equal(0, Allocated.ByThread(() => network.TrainStep(X, Size)));
    }

    private static (float Share, int[] Partners) Drawn(int seed, int rows)
    {
        int[] partners = new int[rows];
        Mixup.DrawPartners(partners, seed, step: 0);
        return (Mixup.Share(0.8f, seed, step: 0), partners);
    }

    private static double Loss(BlendedClasses network, float[] x, int label) => network.Evaluate(BlendedClasses.Data(x, new[] { label })).Loss;
}

/// <summary>A linear model of blended rows.</summary>
[Network(BatchSize = 4), Sgd(0.1f), Mixup(0.8f)]
internal sealed partial class BlendedNet
{
    [Input(2)] public partial Layer X { get; }
    [Dense(1), MeanSquaredError] public partial Head Size { get; }
}

/// <summary>A linear model of rows as they are.</summary>
[Network(BatchSize = 4), Sgd(0.1f)]
internal sealed partial class UnblendedNet
{
    [Input(2)] public partial Layer X { get; }
    [Dense(1), MeanSquaredError] public partial Head Size { get; }
}

/// <summary>Blended rows, thinned.</summary>
[Network(BatchSize = 4), Sgd(0.1f), Mixup(0.8f)]
internal sealed partial class BlendedThinned
{
    [Input(2)] public partial Layer X { get; }
    [Dense(24), Tanh, Dropout(0.5f)] public partial Layer Hidden { get; }
    [Dense(1), MeanSquaredError] public partial Head Size { get; }
}

/// <summary>Rows as they are, thinned.</summary>
[Network(BatchSize = 4), Sgd(0.1f)]
internal sealed partial class PlainThinned
{
    [Input(2)] public partial Layer X { get; }
    [Dense(24), Tanh, Dropout(0.5f)] public partial Layer Hidden { get; }
    [Dense(1), MeanSquaredError] public partial Head Size { get; }
}

/// <summary>A linear classifier of blended rows.</summary>
[Network(BatchSize = 4), Sgd(0.1f), Mixup(0.8f)]
internal sealed partial class BlendedClasses
{
    [Input(2)] public partial Layer X { get; }
    [Dense(3), SoftmaxCrossEntropy] public partial Head Class { get; }
}

/// <summary><see cref="SmallNet"/> trained on blends.</summary>
[Network(BatchSize = 32), Adam(learningRate: 5e-3f), Mixup(0.4f)]
internal sealed partial class MixedDigits
{
    [Input(8, 8, 1)] public partial Layer Image { get; }
    [Dense(48), Relu] public partial Layer Hidden { get; }
    [Dense(10), SoftmaxCrossEntropy] public partial Head Label { get; }
}
