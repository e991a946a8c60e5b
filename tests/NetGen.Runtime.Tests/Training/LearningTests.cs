using NetGen.Tests.Networks;

namespace NetGen.Tests.Training;

/// <summary>The loop trains real models, written by hand.</summary>
public class LearningTests
{
    [Fact]
    public void Softmax_regression_separates_three_clouds()
    {
        using var network = new LinearModel(LossKind.SoftmaxCrossEntropy, inputs: 2, units: 3);
        DataSplit split = Clouds(300).Split(validation: 0.2, seed: 1);

        double before = ((ClassificationMetrics)Evaluator.Evaluate(network, split.Validation)[0]).Accuracy;
        FitResult result = Trainer.Fit(network, split.Train, split.Validation, new() { Epochs = 20, EarlyStopping = new(patience: 5) });
        var after = (ClassificationMetrics)Evaluator.Evaluate(network, split.Validation)[0];

        Assert.True(after.Accuracy > 0.95 && after.Accuracy > before, $"{before} → {after.Accuracy}");
        Assert.Equal(result.BestValidationLoss, after.Loss);
    }

    [Fact]
    public void Linear_regression_finds_the_line()
    {
        using var network = new LinearModel(LossKind.MeanSquaredError, inputs: 1, units: 1);
        float[] x = [.. Enumerable.Range(0, 64).Select(i => i / 32f - 1)];
        var data = new Dataset(new FeatureColumn("X", [1], x), new FeatureColumn("Y", [1], x.Select(v => 3 * v - 2).ToArray()));

        Trainer.Fit(network, data, options: new() { Epochs = 100 });

        Assert.Equal(3, network.Memory.Parameter(network.Schema.Parameters[0].Offset), tolerance: 1e-3f);
        Assert.Equal(-2, network.Memory.Parameter(network.Schema.Parameters[1].Offset), tolerance: 1e-3f);
        Assert.True(((RegressionMetrics)Evaluator.Evaluate(network, data)[0]).RSquared > 0.9999);
    }

    [Fact]
    public void Logistic_regression_learns_from_the_rows_that_have_a_target()
    {
        using var network = new LinearModel(LossKind.BinaryCrossEntropy, inputs: 1, units: 1, rate: 1);
        float[] x = [.. Enumerable.Range(0, 64).Select(i => i / 32f - 1)];
        float[] y = [.. x.Select((v, i) => i % 3 == 0 ? float.NaN : v > 0 ? 1 : 0)];
        var data = new Dataset(new FeatureColumn("X", [1], x), new FeatureColumn("Y", [1], y));

        Trainer.Fit(network, data, options: new() { Epochs = 50 });

        var metrics = (BinaryMetrics)Evaluator.Evaluate(network, data)[0];
        Assert.Equal(42, metrics.Count);
        Assert.True(metrics.Accuracy > 0.95, metrics.ToString());
    }

    [Fact]
    public void The_same_seeds_give_the_same_bits()
    {
        Assert.Equal(Trained(seed: 1, order: 5), Trained(seed: 1, order: 5));
        Assert.NotEqual(Trained(seed: 1, order: 5), Trained(seed: 1, order: 6));
        Assert.NotEqual(Trained(seed: 1, order: 5), Trained(seed: 2, order: 5));
    }

    [Fact]
    public void Too_high_a_learning_rate_diverges_and_leaves_finite_parameters()
    {
        using var network = new LinearModel(LossKind.MeanSquaredError, inputs: 1, units: 1, rate: 1e20f);
        var data = new Dataset(new FeatureColumn("X", [1], new float[] { 1, 2, 3, 4, 5, 6, 7, 8 }), new FeatureColumn("Y", [1], new float[8]));
        Assert.Throws<TrainingDivergedException>(() => Trainer.Fit(network, data));
        Assert.All(network.Memory.Parameters.ToArray(), p => Assert.True(float.IsFinite(p)));
    }

    private static Bits Trained(int seed, int order)
    {
        using var network = new LinearModel(LossKind.SoftmaxCrossEntropy, inputs: 2, units: 3, seed: seed);
        Trainer.Fit(network, Clouds(60), options: new() { Epochs = 3, Seed = order });
        return Bits.Of(network);
    }

    /// <summary>Points about three corners of a triangle.</summary>
    private static Dataset Clouds(int rows)
    {
        var random = new Random(7);
        float[] x = new float[2 * rows];
        int[] labels = new int[rows];
        for (int row = 0; row < rows; row++)
        {
            labels[row] = row % 3;
            (float cx, float cy) = labels[row] switch { 0 => (0f, 2f), 1 => (-2f, -1f), _ => (2f, -1f) };
            x[2 * row] = cx + random.NextSingle() * 2 - 1;
            x[2 * row + 1] = cy + random.NextSingle() * 2 - 1;
        }

        return new Dataset(new FeatureColumn("X", [2], x), new LabelColumn("Y", labels));
    }
}
