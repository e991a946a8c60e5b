namespace NetGen.Benchmarks.Harness;

/// <summary>A network at work: each call takes the next batch of its data, as training does, checks and copies included.</summary>
internal sealed class Subject : IDisposable
{
    private readonly TrainingSet _data;
    private readonly float[] _probabilities;
    private int _next;
    private float _loss;

    /// <param name="network">Disposed of with the subject.</param>
    /// <param name="data">One whole batch at least.</param>
    /// <param name="rows">Rows in a batch.</param>
    public Subject(IClassifier network, TrainingSet data, int rows)
    {
        (Network, _data, Rows) = (network, data, rows);
        _probabilities = new float[rows * network.Schema.Heads[0].Units];
    }

    public IClassifier Network { get; }

    public int Rows { get; }

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
