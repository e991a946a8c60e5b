namespace NetGen;

/// <summary>Gathers one head's metrics, a row at a time in row order, in double precision.</summary>
internal abstract class HeadTally(NetworkMemory memory, int head)
{
    private double _loss, _weights;

    protected NetworkMemory Memory { get; } = memory;

    protected int Head { get; } = head;

    protected HeadInfo Info { get; } = memory.Schema.Heads[head];

    /// <summary>Rows whose target is there.</summary>
    protected int Count { get; private set; }

    /// <summary>The mean over those rows, each counted by the weight of its class; null if nothing counts.</summary>
    protected double? MeanLoss => _weights > 0 ? _loss / _weights : null;

    public abstract HeadMetrics Result { get; }

    /// <summary>The tally that the head's loss implies.</summary>
    public static HeadTally For(NetworkMemory memory, int head) => memory.Schema.Heads[head].Loss switch
    {
        LossKind.SoftmaxCrossEntropy => new ClassificationTally(memory, head),
        LossKind.BinaryCrossEntropy => new BinaryTally(memory, head),
        _ => new RegressionTally(memory, head),
    };

    /// <summary>Adds the first <paramref name="rows"/> rows of the batch that was just evaluated.</summary>
    public void AddBatch(int rows)
    {
        ReadOnlySpan<float> present = Memory.Present(Head), losses = Memory.RowLosses(Head);
        for (int row = 0; row < rows; row++)
        {
            if (present[row] != 0)
            {
                double weight = Info.ClassWeights.IsEmpty ? 1 : Info.ClassWeights[Memory.Labels(Head)[row]];
                Count++;
                _weights += weight;
                _loss += weight > 0 ? weight * losses[row] : 0; // a class that does not count does not, whatever its loss is
                AddRow(row);
            }
        }
    }

    protected abstract void AddRow(int row);
}
