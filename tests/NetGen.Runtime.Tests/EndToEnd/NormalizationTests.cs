using System.Numerics.Tensors;

namespace NetGen.Tests.EndToEnd;

/// <summary>What a user sees of normalized layers: statistics, files, early stopping, batches.</summary>
public class NormalizationTests
{
    private static readonly string[] Parameters =
    [
        "Edges.weight", "Edges.gamma", "Edges.beta", "Edges.runningMean", "Edges.runningVariance",
        "Hidden.weight", "Hidden.gamma", "Hidden.beta", "Hidden.runningMean", "Hidden.runningVariance",
        "Again.weight", "Again.gamma", "Again.beta", "Label.weight", "Label.bias",
    ];

    [Fact]
    public void A_normalized_layer_has_no_bias_and_its_statistics_are_parameters()
    {
        using Normalized network = new(seed: 1);
        NetworkSchema schema = ((INetwork)network).Schema;
        Assert.Equal(Parameters, schema.Parameters.Select(p => p.Name));
        Assert.Equal([8], network.Edges.Parameter("runningMean").Lengths.ToArray());
        Assert.Equal(0, network.Edges.Parameter("runningMean")[3]);
        Assert.Equal(1, network.Edges.Parameter("runningVariance")[3]);
        Assert.Equal(1, network.Hidden.Parameter("gamma")[15]);
    }

    [Fact]
    public void The_first_step_leaves_the_statistics_of_its_batch()
    {
        (float[] images, int[] labels) = Images(16);
        using Normalized network = new(seed: 1);
        TensorSpan<float> w = network.Edges.Weights;
        double sum = 0, squares = 0;
        int count = 0;
        for (int row = 0; row < 16; row++)
        {
            for (int y = 0; y < 6; y++)
            {
                for (int x = 0; x < 6; x++, count++)
                {
                    double z = 0;
                    for (int k = 0; k < 9; k++)
                    {
                        z += w[k / 3, k % 3, 0, 5] * images[row * 64 + (y + k / 3) * 8 + x + k % 3];
                    }

                    (sum, squares) = (sum + z, squares + z * z);
                }
            }
        }

        double mean = sum / count, variance = squares / count - mean * mean;
        network.TrainStep(images, labels);
        Assert.Equal(mean, network.Edges.Parameter("runningMean")[5], 5);
        Assert.Equal(variance, network.Edges.Parameter("runningVariance")[5], 5);
    }

    [Fact]
    public void A_prediction_does_not_depend_on_the_rows_beside_it()
    {
        (float[] images, int[] labels) = Images(160);
        using Normalized network = new(seed: 1);
        network.Fit(Normalized.Data(images, labels), null, new FitOptions { Epochs = 3 });
        float[] together = new float[5 * 10], alone = new float[10];
        network.Predict(images.AsSpan(0, 5 * 64), together);
        for (int row = 0; row < 5; row++)
        {
            network.Predict(images.AsSpan(row * 64, 64), alone);
            Assert.Equal(together.AsSpan(row * 10, 10).ToArray(), alone);
        }
    }

    [Fact]
    public void A_step_of_one_row_is_refused_before_anything_changes()
    {
        (float[] images, int[] labels) = Images(1);
        using Normalized network = new(seed: 1);
        float[] before = ((INetwork)network).Memory.Parameters.ToArray();
        ArgumentOutOfRangeException refused = Assert.Throws<ArgumentOutOfRangeException>(() => network.TrainStep(images, labels));
        Assert.Contains("Hidden has a batch normalization", refused.Message, StringComparison.Ordinal);
        Assert.Equal(before, ((INetwork)network).Memory.Parameters.ToArray());
        Assert.Equal(0, ((INetwork)network).Memory.Steps);
    }

    [Theory]
    [InlineData(33, 1, 16)] // 16, then 9 and 8
    [InlineData(17, 1, 9)]
    [InlineData(17, 2, 17)]
    [InlineData(18, 1, 16)]
    [InlineData(49, 2, 32)]
    [InlineData(49, 3, 41)]
    [InlineData(49, 9, 49)]
    [InlineData(32, 1, 16)]
    [InlineData(5, 1, 5)]
    public void The_last_batches_share_their_rows_where_one_would_be_alone(int remaining, int batches, int rows)
    {
        using Normalized network = new(seed: 1);
        Assert.Equal(rows, BatchCut.Next(remaining, batches, ((INetwork)network).Schema));
    }

    [Fact]
    public void A_fit_visits_every_row_although_one_would_be_alone()
    {
        (float[] images, int[] labels) = Images(33);
        using Normalized network = new(seed: 1), every = new(seed: 1);
        FitResult result = network.Fit(Normalized.Data(images, labels), null, new FitOptions { Epochs = 2 });
        Assert.Equal(6, result.Steps);

        // Reports after every update cut the epoch into the same batches.
        Dataset data = Normalized.Data(images, labels);
        every.Fit(data, data, new FitOptions { Epochs = 2, KeepBest = false, EarlyStopping = new EarlyStopping(patience: 100) { Every = Every.Steps(1) } });
        network.Fit(data, null, new FitOptions { Epochs = 1 });
        Assert.Equal(9, ((INetwork)network).Memory.Steps);
        Assert.Equal(6, ((INetwork)every).Memory.Steps);
    }

    [Fact]
    public void A_file_and_the_best_epoch_keep_the_statistics()
    {
        (float[] images, int[] labels) = Images(320);
        Dataset data = Normalized.Data(images, labels);
        using Normalized network = new(seed: 2), other = new(seed: 3);
        FitResult result = network.Fit(data, data, new FitOptions { Epochs = 8, EarlyStopping = new EarlyStopping(patience: 3) });
        Assert.Equal(result.Best!.ValidationLoss!.Value, network.Evaluate(data).Loss, 6);

        using var file = new MemoryStream();
        Checkpoint.Save(network, file);
        file.Position = 0;
        Checkpoint.Load(other, file);
        Assert.Equal(((INetwork)network).Memory.Parameters.ToArray(), ((INetwork)other).Memory.Parameters.ToArray());
    }

    [Fact]
    public void A_normalized_network_learns()
    {
        (float[] images, int[] labels) = Images(640);
        Dataset data = Normalized.Data(images, labels);
        using Normalized network = new(seed: 3);
        network.Fit(data, null, new FitOptions { Epochs = 15 });
        Assert.True(network.Evaluate(data).Label.Accuracy > 0.95, $"accuracy {network.Evaluate(data).Label.Accuracy}");
    }

    /// <summary>Images whose class is the line that has a bright pixel.</summary>
    private static (float[] Images, int[] Labels) Images(int count)
    {
        var random = new Random(7);
        float[] images = [.. Enumerable.Range(0, count * 64).Select(_ => 0.5f * (float)random.NextDouble())];
        int[] labels = [.. Enumerable.Range(0, count).Select(_ => random.Next(8))];
        for (int row = 0; row < count; row++)
        {
            images[row * 64 + labels[row] * 8 + random.Next(8)] = 1;
        }

        return (images, labels);
    }
}
