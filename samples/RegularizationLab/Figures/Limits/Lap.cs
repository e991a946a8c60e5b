using Digits;
using NetGen;

namespace RegularizationLab.Figures;

/// <summary>What networks learned at one rate, seed by seed. One that diverged counts as a guess.</summary>
/// <param name="Rate">The learning rate at the start.</param>
/// <param name="Validation">The shares of validation rows misread.</param>
/// <param name="Test">The shares of test rows misread.</param>
/// <param name="Diverged">How many diverged: a loss or a weight became NaN or infinite.</param>
internal sealed record Lap(float Rate, double[] Validation, double[] Test, int Diverged)
{
    /// <summary>The share that one misreads who guesses.</summary>
    public const double Guess = 1 - 1.0 / ImageSet.Classes;

    public static Lap Of(SweepRow<Pace> row) => new(
        row.Point.Hyperparameters.Rate,
        [.. row.Trials.Select(trial => Error(trial.Validation))],
        [.. row.Trials.Select(trial => Error(trial.Test))],
        row.Count(TrialOutcome.Diverged));

    private static double Error(Measurement? measured) => measured is null ? Guess : Score.Of(measured).Error;
}
