namespace NetGen;

/// <summary>The inner loop of a fit: a visit to every row of an epoch, a batch a step, in one piece or in several.</summary>
internal sealed class TrainingPass(INetwork network, Dataset training, Gatherer gatherer)
{
    private readonly NetworkMemory _memory = network.Memory;
    private readonly int _batchSize = network.Schema.BatchSize;
    private double _sum;

    /// <summary>Updates made so far.</summary>
    public long Steps { get; private set; }

    /// <summary>Rows of the present epoch visited so far.</summary>
    public int Rows { get; private set; }

    /// <summary>The mean over those rows of Σ head weight × head loss.</summary>
    public double Loss => _sum / Rows;

    /// <summary>Begins an epoch, and tells the network of how many rows: a prior's strength depends on it.</summary>
    public void BeginEpoch()
    {
        (Rows, _sum) = (0, 0);
        _memory.TrainingExamples = training.Count;
    }

    /// <summary>Trains on these rows, in this order; the last batch is what remains. No batch is asked for beyond them. Allocates nothing.</summary>
    /// <returns>Whether all was done; false as soon as cancellation is asked for.</returns>
    /// <exception cref="TrainingDivergedException">A loss, or a parameter, is not finite.</exception>
    public bool Run(ReadOnlySpan<int> order, CancellationToken cancellation)
    {
        gatherer.Ask(training, order[..Math.Min(_batchSize, order.Length)]);
        for (int done = 0; done < order.Length && !cancellation.IsCancellationRequested;)
        {
            int rows = gatherer.Take();
            done += rows;
            if (done < order.Length)
            {
                gatherer.Ask(training, order.Slice(done, Math.Min(_batchSize, order.Length - done)));
            }

            network.Step(rows);
            Steps++;
            Rows += rows;
            _sum += rows * RequireFiniteLoss();
        }

        RequireFiniteParameters();
        return !cancellation.IsCancellationRequested;
    }

    /// <summary>Σ head weight × head loss of the step just made.</summary>
    private double RequireFiniteLoss()
    {
        double objective = 0;
        for (int head = 0; head < _memory.HeadLosses.Length; head++)
        {
            float loss = _memory.HeadLosses[head];
            if (!float.IsFinite(loss))
            {
                throw TrainingDivergedException.Of(_memory.Steps, network.Schema.Heads[head].Name, loss);
            }

            objective += (double)_memory.HeadWeights[head] * loss;
        }

        return objective;
    }

    /// <summary>The last update may overflow after a loss that was finite, and no later step would notice.</summary>
    private void RequireFiniteParameters()
    {
        if (NonFinite.FirstIn(_memory) is var (parameter, _))
        {
            throw TrainingDivergedException.OfParameter(_memory.Steps, parameter.Name);
        }
    }
}
