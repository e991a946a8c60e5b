namespace NetGen;

/// <summary>Follows what early stopping monitors, the total loss without it, over the evaluations of a fit.</summary>
internal sealed class BestSoFar(EarlyStopping? rule)
{
    private readonly double _minimumDelta = rule?.MinimumDelta ?? 0;
    private readonly double _sign = rule?.Monitor.Mode == MetricMode.Maximize ? -1 : 1;
    private double _best = double.PositiveInfinity; // times the sign: always to be minimized
    private int _evaluationsSince;

    /// <summary>What to read off a measurement.</summary>
    public Metric Monitor { get; } = rule?.Monitor ?? Metric.TotalLoss;

    /// <summary>Whether there was no improvement for as many evaluations as the rule has patience; never without a rule.</summary>
    public bool IsPatienceSpent => _evaluationsSince >= rule?.Patience;

    /// <summary>Takes the value of the next evaluation and says whether it is an improvement.</summary>
    public bool Improves(double value)
    {
        _evaluationsSince++;
        if (!double.IsFinite(value) || !(_sign * value < _best - _minimumDelta))
        {
            return false;
        }

        (_best, _evaluationsSince) = (_sign * value, 0);
        return true;
    }
}
