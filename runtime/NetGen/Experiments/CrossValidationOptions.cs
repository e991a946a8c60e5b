namespace NetGen;

/// <summary>How <see cref="CrossValidation"/> deals out the rows and trains on them.</summary>
public sealed record CrossValidationOptions : ExperimentOptions
{
    /// <summary>
    /// With early stopping, the share of each fold's training rows that says when to stop; above 0 and below 1, 0.2 if not given. The rows
    /// that a fold holds out cannot say it: choosing by them would flatter the measurement on them.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is out of range.</exception>
    public double StoppingShare
    {
        get;
        init => field = value is > 0 and < 1 ? value : throw new ArgumentOutOfRangeException(
            nameof(StoppingShare), value, "The share of training rows that says when to stop must be above 0 and below 1.");
    } = 0.2;

    /// <summary>The folds are a function of it and of the data; 0 if not given.</summary>
    public int Seed { get; init; }

    /// <summary>A label column whose classes are spread evenly over the folds; none if null.</summary>
    public string? Stratify { get; init; }
}
