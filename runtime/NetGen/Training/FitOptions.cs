using System.Globalization;
using NetGen.CompilerServices;

namespace NetGen;

/// <summary>How long a fit trains, and in which order it visits the rows.</summary>
public sealed record FitOptions
{
    /// <summary>The most times that every row of the training set is visited; ≥ 1, 10 if not given.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is less than 1.</exception>
    public int Epochs
    {
        get;
        init => field = HyperparameterRange.Check(value, 1, nameof(Epochs));
    } = 10;

    /// <summary>
    /// The most updates the fit makes, be it in the midst of an epoch; ≥ 1, as many as the epochs take if null. The fit ends with
    /// whichever comes first, these updates or the last epoch.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is less than 1.</exception>
    public long? Steps
    {
        get;
        init
        {
            if (value is < 1)
            {
                throw new ArgumentOutOfRangeException(nameof(Steps), value, string.Create(CultureInfo.InvariantCulture,
                    $"{nameof(Steps)} is {value}; it must be ≥ 1, or null for as many as the epochs take."));
            }

            field = value;
        }
    }

    /// <summary>When to stop before the last epoch; never if null. It needs a validation set.</summary>
    public EarlyStopping? EarlyStopping { get; init; }

    /// <summary>
    /// Whether a fit that is given a validation set ends with the parameters of its best evaluation: the best value of
    /// <see cref="EarlyStopping.Monitor"/> or, without early stopping, the lowest validation loss. True if not given; false leaves the
    /// parameters of the last update, as a comparison at a fixed number of epochs wants, and has no effect with <see cref="RetrainOnAll"/>. <see cref="FitResult.Parameters"/> says which
    /// ones the network holds.
    /// </summary>
    /// <remarks>
    /// This is the textbook's early stopping without the stopping (Deep Learning, §7.8, algorithm 7.1: the parameters returned are those
    /// of the lowest validation error). The validation loss of parameters that were chosen by it flatters them; measure on a test set.
    /// </remarks>
    public bool KeepBest { get; init; } = true;

    /// <summary>
    /// Early stopping only finds out how many updates are best; then the network is trained again, from the parameters it came with, for
    /// that many updates on training and validation rows together (Deep Learning, §7.8, algorithm 7.2). Updates and not epochs are what
    /// is kept: an epoch of more rows has more of them. It needs <see cref="EarlyStopping"/>, and sets that can be joined
    /// (<see cref="Dataset.Concat"/>).
    /// </summary>
    /// <remarks>
    /// If the second training does not end well (cancellation, divergence, an exception of the progress callback), the network holds the
    /// best parameters of the first.
    /// </remarks>
    public bool RetrainOnAll { get; init; }

    /// <summary>The seed of the order in which each epoch visits the rows; the network's own seed if null.</summary>
    public int? Seed { get; init; }
}
