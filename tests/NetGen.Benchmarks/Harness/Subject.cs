namespace NetGen.Benchmarks.Harness;

/// <summary>A network at work: each call takes the next batch of its data, as training does, checks and copies included.</summary>
internal sealed class Subject : IDisposable
{
    // Data that stays in the nearest cache would flatter a step.
    private const int LeastBatches = 16, LeastRows = 256;

    private readonly TrainingSet _data;
    private readonly float[] _probabilities;
    private int _next;
    private float _loss;

    /// <param name="workload">Whose network to make.</param>
    /// <param name="setting">How to run it.</param>
    public Subject(Workload workload, Setting setting)
    {
        Network = workload.Create();
        Network.Threads = setting.Threads;
        Network.VectorBits = setting.Bits;
        Rows = workload.Rows ?? Network.Schema.BatchSize;
        _data = DataFor(Network.Schema, Rows);
        _probabilities = new float[Rows * Network.Schema.Heads[0].Units];
    }

    public IClassifier Network { get; }

    /// <summary>Rows in a batch.</summary>
    public int Rows { get; }

    /// <summary>Batches enough for a network that takes so many rows at once; always the same.</summary>
    public static TrainingSet DataFor(NetworkSchema schema, int rows) => new(Math.Max(LeastBatches * rows, LeastRows), schema.Inputs[0].Size);

    public void Train()
    {
        int row = Advance();
        _loss = Network.TrainStep(_data.Features(row, Rows), _data.Labels(row, Rows));
    }

    public void Predict() => Network.Predict(_data.Features(Advance(), Rows), _probabilities);

    /// <exception cref="InvalidOperationException">The network has diverged: figures of it would mean nothing.</exception>
    public void RequireSound()
    {
        if (!float.IsFinite(_loss))
        {
            throw new InvalidOperationException($"{Network.Schema.Name} diverged while it was timed: its loss is {_loss}.");
        }
    }

    public void Dispose() => Network.Dispose();

    private int Advance()
    {
        int row = _next;
        _next = row + 2 * Rows <= _data.Rows ? row + Rows : 0;
        return row;
    }
}
