namespace NetGen;

/// <summary>Ranks the true class of each row among the predicted probabilities.</summary>
internal sealed class ClassificationTally(NetworkMemory memory, int head) : HeadTally(memory, head)
{
    private readonly ConfusionMatrix _confusion = new(memory.Schema.Heads[head].Units);
    private readonly Counts _ranks = new(memory.Schema.Heads[head].Units);

    public override HeadMetrics Result => new ClassificationMetrics(Info.Name, MeanLoss, Count, _confusion, _ranks);

    protected override void AddRow(int row)
    {
        ReadOnlySpan<float> probabilities = Memory.PredictionRow(Head, row);
        int truth = Memory.Labels(Head)[row], predicted = 0, rank = 0;
        for (int other = 0; other < probabilities.Length; other++)
        {
            predicted = Precedes(probabilities, other, predicted) ? other : predicted;
            rank += Precedes(probabilities, other, truth) ? 1 : 0;
        }

        _confusion.Add(truth, predicted);
        _ranks.Add(rank);
    }

    /// <summary>Whether class a ranks before class b: more probable, or as probable and of lower index; NaN is the least probable.</summary>
    private static bool Precedes(ReadOnlySpan<float> probabilities, int a, int b)
    {
        int order = probabilities[a].CompareTo(probabilities[b]); // a total order with NaN below every number
        return order > 0 || (order == 0 && a < b);
    }
}
