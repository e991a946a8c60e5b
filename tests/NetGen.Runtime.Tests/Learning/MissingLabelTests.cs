using NetGen.Tests.Networks;

namespace NetGen.Tests.Learning;

/// <summary>A row without a label adds nothing: as if it were not in its batch.</summary>
public class MissingLabelTests
{
    private const int BatchSize = 32, Epochs = 3;

    /// <summary>Half of the rows, drawn by lot, have lost their label.</summary>
    private static readonly Dataset Gaps = WithGaps();

    [Fact]
    public void Training_with_half_of_the_labels_missing_is_training_on_the_rest_of_each_batch_to_the_bit()
    {
        using var fitted = new SmallNet(seed: 1);
        fitted.Fit(Gaps, options: new() { Epochs = Epochs });

        using var stepped = new SmallNet(seed: 1);
        FeatureColumn images = Gaps.Features("Image");
        LabelColumn labels = Gaps.Labels("Label");
        var order = new BatchOrder(Gaps.Count, seed: 1);
        for (int epoch = 1; epoch <= Epochs; epoch++)
        {
            foreach (int[] batch in order.Epoch(epoch).ToArray().Chunk(BatchSize))
            {
                int[] known = [.. batch.Where(row => labels[row] != LabelColumn.Missing)];
                stepped.TrainStep([.. known.SelectMany(row => images.Row(row).ToArray())], [.. known.Select(row => labels[row])]);
            }
        }

        Assert.Equal(Bits.Of(stepped), Bits.Of(fitted));
    }

    [Fact]
    public void Half_of_the_labels_are_enough_to_learn()
    {
        using var network = new RegularizedNet(seed: 1);
        network.Fit(Gaps, options: new() { Epochs = 20 });
        Assert.InRange(network.Evaluate(Digits.Test).Label.Accuracy, 0.9, 1);
        Assert.Equal(Gaps.Labels("Label").ToArray().Count(label => label >= 0), network.Evaluate(Gaps).Label.Count);
    }

    [Fact]
    public void A_batch_without_any_label_has_no_loss_and_leaves_the_parameters()
    {
        using var network = new SmallNet(seed: 1);
        float[] before = Measure.Weights(network.Hidden);
        float loss = network.TrainStep(Digits.Train.Features("Image").ToArray().AsSpan(0, 2 * Digits.Pixels), [-1, -1]);
        Assert.Equal(float.NaN, loss);
        Assert.Equal(before, Measure.Weights(network.Hidden));
    }

    private static Dataset WithGaps()
    {
        var random = new Random(5);
        int[] labels = [.. Digits.Train.Labels("Label").ToArray().Select(label => random.Next(2) == 0 ? LabelColumn.Missing : label)];
        return Digits.Train.With(new LabelColumn("Label", labels));
    }
}
