namespace NetGen;

/// <summary>Sums errors, and the spread of the targets about the mean of each output by Welford's recurrence (Technometrics 4, 1962).</summary>
internal sealed class RegressionTally(NetworkMemory memory, int head) : HeadTally(memory, head)
{
    private readonly double[] _means = new double[memory.Schema.Heads[head].Units];
    private double _absolute, _squared, _spread;

    public override HeadMetrics Result
    {
        get
        {
            double values = (double)Count * Info.Units;
            double rSquared = _spread > 0 ? 1 - _squared / _spread : double.NaN;
            return new RegressionMetrics(Info.Name, MeanLoss, Count, _absolute / values, _squared / values, rSquared);
        }
    }

    protected override void AddRow(int row)
    {
        ReadOnlySpan<float> predictions = Memory.PredictionRow(Head, row), targets = Memory.TargetRow(Head, row);
        for (int i = 0; i < targets.Length; i++)
        {
            double error = (double)predictions[i] - targets[i];
            _absolute += Math.Abs(error);
            _squared += error * error;

            // Count is already this row's number n: m ← m + (t − m)/n, S ← S + (t − m_before)·(t − m_after).
            double before = targets[i] - _means[i];
            _means[i] += before / Count;
            _spread += before * (targets[i] - _means[i]);
        }
    }
}
