namespace NetGen;

/// <summary>The inner loop of a fit: one visit to every row, a batch a step.</summary>
internal sealed class TrainingPass(INetwork network, Dataset training, Gatherer gatherer)
{
    private readonly NetworkMemory _memory = network.Memory;
    private readonly int _batchSize = network.Schema.BatchSize;

    /// <summary>Updates made so far.</summary>
    public long Steps { get; private set; }

    /// <summary>The mean over the rows of the last pass of Σ head weight × head loss.</summary>
    public double Loss { get; private set; }

    /// <summary>Trains on every row, in this order; the last batch is what remains. Allocates nothing.</summary>
    /// <returns>Whether the pass was finished; false as soon as cancellation is asked for.</returns>
    /// <exception cref="TrainingDivergedException">A loss, or a parameter, is not finite.</exception>
    public bool Run(ReadOnlySpan<int> order, CancellationToken cancellation)
    {
        double sum = 0;
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
            sum += rows * RequireFiniteLoss();
        }

        RequireFiniteParameters();
        Loss = sum / order.Length;
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
