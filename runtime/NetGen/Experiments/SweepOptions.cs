namespace NetGen;

/// <summary>How <see cref="Sweep"/> trains, ranks and measures.</summary>
public sealed record SweepOptions
{
    /// <summary>How each network is trained; early stopping needs no more than to be named here, for a sweep has a validation set.</summary>
    public FitOptions Fit { get; init; } = new();

    /// <summary>
    /// What ranks the points, measured on the validation set after the fit; if null what early stopping monitors, and without that
    /// <see cref="Metric.TotalLoss"/>.
    /// </summary>
    public Metric? Metric { get; init; }

    /// <summary>Rows that each network is measured on as well, for reports; they never decide anything. None if null.</summary>
    public Dataset? Test { get; init; }

    /// <summary>
    /// How many networks are trained at a time; as many as there are cores if not given. With more than one, each has one thread. Results
    /// do not depend on it.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is less than 1.</exception>
    public int Workers
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1, nameof(Workers));
            field = value;
        }
    } = Environment.ProcessorCount;
}
