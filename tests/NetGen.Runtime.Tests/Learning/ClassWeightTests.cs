using NetGen.Tests.Data;
using NetGen.Tests.Networks;

namespace NetGen.Tests.Learning;

/// <summary>Classes that count differently.</summary>
public class ClassWeightTests
{
    private static readonly float[] X = [0.5f, -1f, 0.25f, 2f, -0.5f, 1f];

    [Fact]
    public void A_row_of_weight_two_is_a_row_that_is_there_twice()
    {
        using WeightedNet weighted = new(seed: 1);
        using EvenNet even = new(seed: 1);
        float loss = weighted.TrainStep(X, [0, 1, -1]);
        float twice = even.TrainStep([.. X[..2], .. X[2..4], .. X[2..4], .. X[4..]], [0, 1, 1, -1]);
        Assert.Equal(twice, loss, 1e-6f);
        Assert.All(Measure.Weights(even.Class).Zip(Measure.Weights(weighted.Class)), w => Assert.Equal(w.First, w.Second, 1e-6f));
        Assert.NotEqual(0.1f, loss);
    }

    [Fact]
    public void A_class_of_weight_zero_is_not_trained()
    {
        using WeightedNet weighted = new(seed: 1);
        float[] before = Measure.Weights(weighted.Class);
        Assert.Equal(float.NaN, weighted.TrainStep(X, [2, 2, 2])); // nothing that counts
        Assert.Equal(before, Measure.Weights(weighted.Class));
    }

    [Fact]
    public void A_set_whose_every_label_is_missing_or_of_weight_zero_is_refused()
    {
        using WeightedNet network = new(seed: 1);
        float[] x = [.. X, .. X];
        Dataset good = WeightedNet.Data(x, new[] { 0, 1, 2, -1, 2, 2 }), mute = WeightedNet.Data(x, new[] { 2, 2, -1, 2, 2, 2 });
        Bits before = Bits.Of(network);
        Refused(() => network.Fit(mute), "training");
        Refused(() => network.Fit(good, mute), "validation");
        Refused(() => network.Fit(good, mute, new() { EarlyStopping = new(patience: 1) { Monitor = Metric.Loss("Class") } }), "validation");
        Assert.Equal(before, Bits.Of(network));

        Assert.Equal(1, network.Fit(good, WeightedNet.Data(X, new[] { 2, -1, 0 }), new() { Epochs = 1 }).BestEpoch);

        static void Refused(Action fit, string argument) => Refusal.Says(fit, argument,
            $"Every target of the {argument} set is missing (label −1 or NaN), or of a class of weight 0, for Class; at least one must be there and count.");
    }

    [Fact]
    public void The_loss_that_is_measured_is_weighted_and_the_accuracy_is_not()
    {
        using WeightedNet network = new(seed: 1);
        WeightedNet.Evaluation all = network.Evaluate(WeightedNet.Data(X, new[] { 0, 1, 2 }));
        double[] alone = [.. Enumerable.Range(0, 3).Select(row => network.Evaluate(WeightedNet.Data(X.AsMemory(2 * row, 2), new[] { row == 2 ? 1 : row })).Loss)];
        double first = alone[0], second = alone[1];
        Assert.Equal((1 * first + 2 * second) / 3, all.Loss, 1e-6);
        Assert.Equal(3, all.Class.Count);

        float[] p = new float[9];
        network.Predict(X, p);
        int right = p.Chunk(3).Where((q, row) => Array.IndexOf(q, q.Max()) == row).Count();
        Assert.Equal(right / 3.0, all.Class.Accuracy, 1e-12);
    }

    [Fact]
    public void A_rare_class_is_found_more_often_when_it_counts_more()
    {
        // Nine in ten of the 8s are thrown away.
        LabelColumn labels = Digits.Train.Labels("Label");
        Dataset data = Digits.Train.Select([.. Enumerable.Range(0, labels.Count).Where(row => labels[row] != 8 || row % 10 == 0)]);
        using RareNet even = new(seed: 1);
        using RareCountsNet counts = new(seed: 1);
        even.Fit(data, options: new() { Epochs = 8 });
        counts.Fit(data, options: new() { Epochs = 8 });
        double without = even.Evaluate(Digits.Test).Label.Confusion.Recall(8), with = counts.Evaluate(Digits.Test).Label.Confusion.Recall(8);
        Assert.True(with > without + 0.1, FormattableString.Invariant($"recall {without} and, with the weight, {with}"));
    }
}

/// <summary>A linear classifier of three classes that count 1, 2 and 0.</summary>
[Network(BatchSize = 4), Sgd(0.1f)]
internal sealed partial class WeightedNet
{
    [Input(2)] public partial Layer X { get; }
    [Dense(3), SoftmaxCrossEntropy(Smoothing = 0.1f, ClassWeights = new[] { 1f, 2f, 0f })] public partial Head Class { get; }
}

/// <summary>The same with classes that count the same.</summary>
[Network(BatchSize = 4), Sgd(0.1f)]
internal sealed partial class EvenNet
{
    [Input(2)] public partial Layer X { get; }
    [Dense(3), SoftmaxCrossEntropy(Smoothing = 0.1f)] public partial Head Class { get; }
}

/// <summary>A linear reader of digits.</summary>
[Network(BatchSize = 32), Sgd(0.1f)]
internal sealed partial class RareNet
{
    [Input(8, 8, 1)] public partial Layer Image { get; }
    [Dense(10), SoftmaxCrossEntropy] public partial Head Label { get; }
}

/// <summary>The same, for which an 8 counts ten times.</summary>
[Network(BatchSize = 32), Sgd(0.1f)]
internal sealed partial class RareCountsNet
{
    [Input(8, 8, 1)] public partial Layer Image { get; }
    [Dense(10), SoftmaxCrossEntropy(ClassWeights = new[] { 1f, 1f, 1f, 1f, 1f, 1f, 1f, 1f, 10f, 1f })] public partial Head Label { get; }
}
