namespace NetGen;

/// <summary>The inner loop of a fit: a visit to every row of an epoch, a batch a step, in one piece or in several.</summary>
internal sealed class TrainingPass(INetwork network, Dataset training, Gatherer gatherer)
{
    private readonly NetworkMemory _memory = network.Memory;
    private readonly double[] _losses = new double[network.Schema.Heads.Length], _weights = new double[network.Schema.Heads.Length];

    /// <summary>Updates made so far.</summary>
    public long Steps { get; private set; }

    /// <summary>Rows of the present epoch visited so far.</summary>
    public int Rows { get; private set; }

    /// <summary>
    /// Σ head weight × head loss over the heads that had a target among those rows, each loss the mean over its targets (counted by the weights
    /// of their classes): as an evaluation of the same rows measures it. NaN if there was no target.
    /// </summary>
    public double Loss
    {
        get
        {
            double? loss = null;
            for (int head = 0; head < _losses.Length; head++)
            {
                loss = _weights[head] > 0 ? (loss ?? 0) + _memory.HeadWeights[head] * (_losses[head] / _weights[head]) : loss;
            }

            return loss ?? double.NaN;
        }
    }

    /// <summary>Begins an epoch, and tells the network of how many rows: a prior's strength depends on it.</summary>
    public void BeginEpoch()
    {
        Rows = 0;
        Array.Clear(_losses);
        Array.Clear(_weights);
        _memory.TrainingExamples = training.Count;
    }

    /// <summary>Trains on the first rows of what remains of an epoch, batch by batch. No batch is asked for beyond them. Allocates nothing.</summary>
    /// <param name="remaining">The rows of the epoch that remain, in their order.</param>
    /// <param name="count">How many of them to train on: all, or whole batches as <see cref="BatchCut"/> cuts them.</param>
    /// <param name="cancellation">Ends the pass between two batches.</param>
    /// <returns>Whether all was done; false as soon as cancellation is asked for.</returns>
    /// <exception cref="TrainingDivergedException">A loss, or a parameter, is not finite.</exception>
    public bool Run(ReadOnlySpan<int> remaining, int count, CancellationToken cancellation)
    {
        gatherer.Ask(training, remaining[..BatchCut.Next(remaining.Length, network.Schema)]);
        for (int done = 0; done < count && !cancellation.IsCancellationRequested;)
        {
            int rows = gatherer.Take();
            done += rows;
            if (done < count)
            {
                gatherer.Ask(training, remaining.Slice(done, BatchCut.Next(remaining.Length - done, network.Schema)));
            }

            network.Step(rows);
            Steps++;
            Rows += rows;
            AddLosses();
        }

        RequireFiniteNetwork();
        return !cancellation.IsCancellationRequested;
    }

    /// <summary>Adds the losses of the step just made, each as often as it has targets.</summary>
    private void AddLosses()
    {
        _memory.RequireFiniteLosses();
        for (int head = 0; head < _losses.Length; head++)
        {
            float weight = _memory.TargetWeights[head];
            if (weight > 0)
            {
                _losses[head] += (double)weight * _memory.HeadLosses[head];
                _weights[head] += weight;
            }
        }
    }

    /// <summary>The last update may overflow after a loss that was finite, or leave a state that no later update gets over; no later step would notice.</summary>
    private void RequireFiniteNetwork()
    {
        if (NonFinite.FirstIn(_memory) is var (parameter, _))
        {
            throw TrainingDivergedException.OfParameter(_memory.Steps, parameter.Name);
        }

        if (NonFinite.FirstInState(_memory) is { } state)
        {
            throw TrainingDivergedException.OfState(_memory.Steps, state.Name);
        }
    }
}
