using NetGen.Tests.Networks;

namespace NetGen.Tests.Training;

public class AllocationTests
{
    [Theory, InlineData(false), InlineData(true)]
    public void A_step_allocates_nothing(bool ahead)
    {
        using var network = new LinearModel(LossKind.SoftmaxCrossEntropy, inputs: 4, units: 3, batchSize: 2);
        Dataset data = Rows(101);
        var order = new BatchOrder(data.Count, seed: 1);
        using var gatherer = new Gatherer(network, ahead);
        var pass = new TrainingPass(network, data, gatherer);
        int epochs = 0;
        Assert.Equal(0, Allocated.ByThread(() =>
        {
            pass.BeginEpoch();
            ReadOnlySpan<int> rows = order.Epoch(++epochs);
            pass.Run(rows, rows.Length, default);
        }));
        Assert.Equal(51 * epochs, pass.Steps);
    }

    [Fact]
    public void An_epoch_allocates_its_report_and_metrics_whatever_the_number_of_rows()
    {
        Assert.InRange(EpochBytes(rows: 40), 1, 4096);
        Assert.InRange(EpochBytes(rows: 4000), 1, 4096);
    }

    /// <summary>What the epochs 11 to 20 take on average.</summary>
    private static long EpochBytes(int rows) => (FitBytes(rows, epochs: 20) - FitBytes(rows, epochs: 10)) / 10;

    private static long FitBytes(int rows, int epochs)
    {
        using var network = new LinearModel(LossKind.SoftmaxCrossEntropy, inputs: 4, units: 3, batchSize: 2);
        Dataset data = Rows(rows);
        var options = new FitOptions { Epochs = epochs, EarlyStopping = new(patience: 1000) };
        return Allocated.ByThread(() => Trainer.Fit(network, data, data, options));
    }

    private static Dataset Rows(int count) => new(
        new FeatureColumn("X", [4], Enumerable.Range(0, 4 * count).Select(i => i % 7 / 7f).ToArray()),
        new LabelColumn("Y", Enumerable.Range(0, count).Select(i => i % 3).ToArray()));
}
