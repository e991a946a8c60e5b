using System.Collections.Immutable;
using NetGen.Tests.Networks;

namespace NetGen.Tests.Training;

public class EvaluatorTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(13)]
    public void Every_row_counts_once_whatever_the_batch(int rows)
    {
        float[] x = [.. Enumerable.Range(1, rows).Select(i => (float)i)];
        HeadMetrics metrics = Echo.Measure(LossKind.MeanSquaredError, 1, x, x);
        Assert.Equal(rows, metrics.Count);
        Assert.Equal(x.Average(), metrics.Loss);
    }

    [Fact]
    public void Row_losses_are_added_in_double()
    {
        // In float 2²⁴ + 1 is 2²⁴, and the ones would vanish.
        Assert.Equal((16777216.0 + 3) / 4, Echo.Measure(LossKind.MeanSquaredError, 1, [16777216, 1, 1, 1], 0, 0, 0, 0).Loss);
    }

    [Fact]
    public void Evaluation_changes_nothing_that_training_uses()
    {
        using var network = new LinearModel(LossKind.MeanSquaredError, inputs: 1, units: 1);
        Bits before = Bits.Of(network);
        var data = new Dataset(new FeatureColumn("X", [1], new float[20]), new FeatureColumn("Y", [1], new float[20]));
        Evaluator.Evaluate(network, data);
        Assert.Equal(before, Bits.Of(network));
    }

    [Fact]
    public void The_total_loss_weighs_the_heads()
    {
        using var network = new ScriptedNetwork { Validation = [3] };
        network.Memory.HeadWeights[0] = 0.5f;
        network.Memory.HeadWeights[1] = 7;
        ImmutableArray<HeadMetrics> metrics = Evaluator.Evaluate(network, ScriptedNetwork.Data(2));
        Assert.Equal(1.5, Evaluator.TotalLoss(network, metrics));
    }

    [Fact]
    public void The_metrics_of_another_network_are_refused()
    {
        using var network = new ScriptedNetwork { Validation = [3] };
        ImmutableArray<HeadMetrics> metrics = Evaluator.Evaluate(network, ScriptedNetwork.Data(2));
        Assert.Throws<ArgumentException>("metrics", () => Evaluator.TotalLoss(network, metrics[..1]));
        Assert.Throws<ArgumentException>("metrics", () => Evaluator.TotalLoss(network, [metrics[1], metrics[0]]));
        Assert.Throws<ArgumentException>("metrics", () => Evaluator.TotalLoss(network, default));
    }
}
