namespace NetGen.Tests.EndToEnd;

/// <summary>
/// Once warm, no thread allocates anything for a batch. Counted over the whole process, workers included.
/// </summary>
[Collection(nameof(Alone))]
public sealed class ProcessAllocationTests : IDisposable
{
    private const int Batch = 32;

    // 49 batches with an object each; less than that is the compiler, which keeps some objects off the heap once a method is hot.
    private const int AnObjectForEachBatch = 49 * 24;

    private readonly Wide _network = new(seed: 1);

    public void Dispose() => _network.Dispose();

    [Theory, InlineData(1), InlineData(2)]
    public void A_training_step(int threads)
    {
        (float[] x, int[] y) = Rows(Batch);
        _network.Threads = threads;
        Assert.Equal(0, Allocated.ByProcess(() => _network.TrainStep(x, y)));
    }

    [Theory, InlineData(1, 1), InlineData(1, 100), InlineData(2, 1), InlineData(2, 100)]
    public void A_prediction(int threads, int rows)
    {
        (float[] x, _) = Rows(rows);
        float[] predictions = new float[10 * rows];
        _network.Threads = threads;
        Assert.Equal(0, Allocated.ByProcess(() => _network.Predict(x, predictions)));
    }

    [Theory, InlineData(1), InlineData(2)]
    public void An_evaluation_takes_no_object_for_a_batch(int threads)
    {
        (Dataset one, Dataset fifty) = (Data(Batch), Data(50 * Batch));
        _network.Threads = threads;
        long least = Allocated.ByProcess(() => _network.Evaluate(one));
        Assert.InRange(least, 1, 8192);
        Assert.InRange(Allocated.ByProcess(() => _network.Evaluate(fifty)), 1, least + AnObjectForEachBatch - 1);
    }

    [Theory, InlineData(1), InlineData(2)]
    public void An_epoch_takes_no_object_for_a_batch(int threads)
    {
        (Dataset one, Dataset fifty) = (Data(Batch), Data(50 * Batch + 7));
        _network.Threads = threads;
        long least = EpochBytes(one);
        Assert.InRange(least, 1, 8192);
        Assert.InRange(EpochBytes(fifty), 1, least + AnObjectForEachBatch - 1);
    }

    /// <summary>What a fit of three epochs takes more than one of two: reports, metrics, and nothing that a fit takes once.</summary>
    private long EpochBytes(Dataset data) => FitBytes(data, epochs: 3) - FitBytes(data, epochs: 2);

    private long FitBytes(Dataset data, int epochs)
    {
        var options = new FitOptions { Epochs = epochs, EarlyStopping = new(patience: 100) };
        return Allocated.ByProcess(() => _network.Fit(data, data, options));
    }

    private static Dataset Data(int count)
    {
        (float[] x, int[] y) = Rows(count);
        return Wide.Data(x, y);
    }

    private static (float[] X, int[] Y) Rows(int count) =>
        ([.. Enumerable.Range(0, 200 * count).Select(i => i % 23 / 23f)], [.. Enumerable.Range(0, count).Select(i => i % 11 - 1)]);
}
