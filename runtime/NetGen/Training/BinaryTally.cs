namespace NetGen;

/// <summary>Counts right and wrong decisions of every output.</summary>
internal sealed class BinaryTally(NetworkMemory memory, int head) : HeadTally(memory, head)
{
    private const float Threshold = 0.5f;
    private long _truePositives, _falsePositives, _falseNegatives, _trueNegatives;

    public override HeadMetrics Result =>
        new BinaryMetrics(Info.Name, MeanLoss, Count, _truePositives, _falsePositives, _falseNegatives, _trueNegatives);

    protected override void AddRow(int row)
    {
        ReadOnlySpan<float> predictions = Memory.PredictionRow(Head, row), targets = Memory.TargetRow(Head, row);
        for (int i = 0; i < predictions.Length; i++)
        {
            switch (predictions[i] > Threshold, targets[i] > Threshold)
            {
                case (true, true):
                    _truePositives++;
                    break;
                case (true, false):
                    _falsePositives++;
                    break;
                case (false, true):
                    _falseNegatives++;
                    break;
                case (false, false):
                    _trueNegatives++;
                    break;
            }
        }
    }
}
