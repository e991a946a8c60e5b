namespace NetGen;

/// <summary>
/// How <see cref="Sweep"/> trains, ranks and measures. Early stopping needs no more than to be named in <see cref="ExperimentOptions.Fit"/>,
/// for a sweep has a validation set.
/// </summary>
public sealed record SweepOptions : ExperimentOptions
{
    /// <summary>
    /// What ranks the points, measured on the validation set after the fit; if null what early stopping monitors, and without that
    /// <see cref="Metric.TotalLoss"/>.
    /// </summary>
    public Metric? Metric { get; init; }

    /// <summary>Rows that each network is measured on as well, for reports; they never decide anything. None if null.</summary>
    public Dataset? Test { get; init; }
}
