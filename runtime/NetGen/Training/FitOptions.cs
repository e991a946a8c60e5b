namespace NetGen;

/// <summary>How long a fit trains, and in which order it visits the rows.</summary>
public sealed record FitOptions
{
    /// <summary>The most times that every row of the training set is visited; ≥ 1, 10 if not given.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is less than 1.</exception>
    public int Epochs
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1, nameof(Epochs));
            field = value;
        }
    } = 10;

    /// <summary>When to stop before the last epoch; never if null. It needs a validation set.</summary>
    public EarlyStopping? EarlyStopping { get; init; }

    /// <summary>The seed of the order in which each epoch visits the rows; the network's own seed if null.</summary>
    public int? Seed { get; init; }
}
