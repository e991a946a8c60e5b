namespace NetGen;

/// <summary>
/// Stops a fit when the validation loss no longer improves, and keeps the best parameters (Deep Learning, §7.8, algorithm 7.1, with one
/// evaluation an epoch). The parameters of the best epoch are restored whichever way the fit ends.
/// </summary>
public sealed record EarlyStopping
{
    /// <summary>Stops after <paramref name="patience"/> epochs in a row without improvement.</summary>
    /// <param name="patience">≥ 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="patience"/> is less than 1.</exception>
    public EarlyStopping(int patience) => Patience = patience;

    /// <summary>How many epochs in a row may bring no improvement before the fit stops; ≥ 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is less than 1.</exception>
    public int Patience
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1, nameof(Patience));
            field = value;
        }
    }

    /// <summary>An improvement is a validation loss below the best so far minus this; ≥ 0 and finite, 0 if not given. NaN is never one.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative, NaN or infinite.</exception>
    public double MinimumDelta
    {
        get;
        init
        {
            if (!double.IsFinite(value) || value < 0)
            {
                throw new ArgumentOutOfRangeException(nameof(MinimumDelta), value, "The minimum delta must be a finite number, at least 0.");
            }

            field = value;
        }
    }
}
