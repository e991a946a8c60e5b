namespace NetGen;

/// <summary>Gathers one head's metrics, a row at a time in row order, in double precision.</summary>
internal abstract class HeadTally(NetworkMemory memory, int head)
{
    private double _loss;

    protected NetworkMemory Memory { get; } = memory;

    protected int Head { get; } = head;

    protected HeadInfo Info { get; } = memory.Schema.Heads[head];

    /// <summary>Rows whose target is there.</summary>
    protected int Count { get; private set; }

    protected double MeanLoss => Count > 0 ? _loss / Count : 0;

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
                Count++;
                _loss += losses[row];
                AddRow(row);
            }
        }
    }

    protected abstract void AddRow(int row);
}
