using NetGen.CompilerServices;

namespace NetGen;

/// <summary>
/// Stops a fit when a measure of the validation set no longer improves, and keeps the best parameters (Deep Learning, §7.8, algorithm
/// 7.1). The best parameters are restored whichever way the fit ends: patience, the last epoch, cancellation, divergence, an exception of
/// the progress callback. Only <see cref="FitOptions.KeepBest"/> = false leaves those of the last update.
/// </summary>
/// <example><code>
/// new EarlyStopping(patience: 5) { Monitor = Metric.Accuracy(nameof(net.Label)), MinimumDelta = 0.001, Every = Every.Steps(200) }
/// </code></example>
public sealed record EarlyStopping
{
    /// <summary>Stops after <paramref name="patience"/> evaluations in a row without improvement.</summary>
    /// <param name="patience">≥ 1.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="patience"/> is less than 1.</exception>
    public EarlyStopping(int patience) => Patience = HyperparameterRange.Check(patience, 1, nameof(patience));

    /// <summary>How many evaluations in a row, one an epoch if <see cref="Every"/> says nothing else, may bring no improvement before the fit stops; ≥ 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is less than 1.</exception>
    public int Patience
    {
        get;
        init => field = HyperparameterRange.Check(value, 1, nameof(Patience));
    }

    /// <summary>What should improve, and by its <see cref="Metric.Mode"/> in which direction; <see cref="Metric.TotalLoss"/> if not given.</summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public Metric Monitor
    {
        get;
        init => field = value ?? throw new ArgumentNullException(nameof(Monitor));
    } = Metric.TotalLoss;

    /// <summary>
    /// When the validation set is evaluated; at the end of every epoch if not given. The end of the last epoch is evaluated in any case,
    /// so that what was trained last is never lost unseen.
    /// </summary>
    /// <exception cref="ArgumentNullException">The value is null.</exception>
    public Every Every
    {
        get;
        init => field = value ?? throw new ArgumentNullException(nameof(Every));
    } = Every.Epoch;

    /// <summary>
    /// An improvement lies beyond the best so far by more than this: v &lt; best − δ where v is to be minimized, v &gt; best + δ where it
    /// is to be maximized. ≥ 0 and finite, 0 if not given. NaN and infinities never are improvements.
    /// </summary>
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
