namespace NetGen.Tests.EndToEnd;

/// <summary>Once warm, nothing that happens for each batch allocates.</summary>
public sealed class AllocationTests : IDisposable
{
    private readonly Gauge _network = new(seed: 1);
    private readonly GaugeRows _rows = new();

    public void Dispose() => _network.Dispose();

    [Fact]
    public void A_training_step() => AllocatesNothing(() => _rows.Step(_network));

    [Fact]
    public void A_prediction_of_one_row()
    {
        float[] left = new float[3], right = new float[2], kind = new float[3], flags = new float[2], size = new float[1];
        AllocatesNothing(() => _network.Predict(left, right, kind, flags, size));
    }

    [Fact]
    public void A_prediction_of_many_rows()
    {
        float[] left = new float[300], right = new float[200], kind = new float[300], flags = new float[200], size = new float[100];
        AllocatesNothing(() => _network.Predict(left, right, kind, flags, size));
    }

    [Fact]
    public void Gathering_a_batch_and_stepping_predicting_or_measuring_it()
    {
        INetwork network = _network;
        Dataset data = _rows.Times(4).Data().Split(validation: 0.5).Train;
        int[] batch = [0, 3, 5];
        AllocatesNothing(() =>
        {
            data.Gather(network.Memory, batch);
            network.Step(batch.Length);
            network.Predict(batch.Length);
            network.Evaluate(batch.Length);
        });
    }

    [Fact]
    public void An_evaluation_takes_as_much_for_many_batches_as_for_one()
    {
        Dataset one = _rows.Data(), many = _rows.Times(50).Data();
        Assert.Equal(EvaluationBytes(one), EvaluationBytes(many));
    }

    private long EvaluationBytes(Dataset data) => Allocated.ByThread(() => _network.Evaluate(data));

    private static void AllocatesNothing(Action act) => Assert.Equal(0, Allocated.ByThread(act));
}
