using System.Globalization;

namespace NetGen;

/// <summary>How one network of a sweep did.</summary>
/// <param name="Point">Its hyperparameters.</param>
/// <param name="Seed">Its seed.</param>
/// <param name="Outcome">Whether it was trained to the end.</param>
/// <param name="Score">The metric that the sweep ranks by, on the validation set; NaN unless the outcome is <see cref="TrialOutcome.Finished"/>.</param>
/// <typeparam name="THyperparameters">The network's generated record.</typeparam>
public sealed record SweepTrial<THyperparameters>(SweepPoint<THyperparameters> Point, int Seed, TrialOutcome Outcome, double Score)
{
    /// <summary>How the fit went; null if it was never begun or diverged.</summary>
    public FitResult? Fit { get; init; }

    /// <summary>The measurement on the validation set; null unless the trial finished.</summary>
    public Measurement? Validation { get; init; }

    /// <summary>The measurement on the test set; null unless the trial finished and there is one.</summary>
    public Measurement? Test { get; init; }

    /// <summary>What diverged and when, in words; null unless the outcome is <see cref="TrialOutcome.Diverged"/>.</summary>
    public string? Divergence { get; init; }

    /// <summary>"λ = 0.001, seed 2: 0.1234", or the outcome in place of the score; the same in every culture.</summary>
    public override string ToString()
    {
        string ending = Outcome switch
        {
            TrialOutcome.Finished => Score.ToString("G4", CultureInfo.InvariantCulture),
            TrialOutcome.Diverged => "diverged",
            _ => "canceled",
        };
        return string.Create(CultureInfo.InvariantCulture, $"{Point}, seed {Seed}: {ending}");
    }
}

/// <summary>How a trial of a sweep ended.</summary>
public enum TrialOutcome
{
    /// <summary>It was trained and measured.</summary>
    Finished,

    /// <summary>A loss, a parameter or the score became NaN or infinite.</summary>
    Diverged,

    /// <summary>Cancellation came before its end, or before its beginning.</summary>
    Canceled,
}
