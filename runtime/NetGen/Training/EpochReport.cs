using System.Collections.Immutable;
using System.Globalization;

namespace NetGen;

/// <summary>
/// What a fit brought so far: one is made at the end of every epoch, and at every evaluation before that (<see cref="EarlyStopping.Every"/>).
/// Its text is a line for a log.
/// </summary>
/// <param name="Epoch">The epoch, from 1.</param>
/// <param name="Epochs">The most epochs the fit may take.</param>
/// <param name="Steps">Updates made since the fit began.</param>
/// <param name="TrainingLoss">
/// Σ head weight × head loss over the epoch's rows so far, each loss the mean over the targets that are there (counted by the weights of their
/// classes), taken in its training step: with dropout, before that step's update, penalties not included. NaN if there was no target. With mixup it is the loss of the blends, with adversarial training that of the clean rows.
/// </param>
/// <param name="ValidationLoss">
/// Σ head weight × head loss on the validation set now, over the heads that have a target there; null without a set, and where no evaluation was
/// due.
/// </param>
/// <param name="Validation">The metrics of every head on the validation set, in declaration order; empty where <paramref name="ValidationLoss"/> is null.</param>
/// <param name="Elapsed">Time since the fit began.</param>
/// <param name="IsBest">
/// Whether this is the best evaluation so far: by the validation loss, or by what early stopping monitors and its
/// <see cref="EarlyStopping.MinimumDelta"/>.
/// </param>
public sealed record EpochReport(
    int Epoch,
    int Epochs,
    long Steps,
    double TrainingLoss,
    double? ValidationLoss,
    ImmutableArray<HeadMetrics> Validation,
    TimeSpan Elapsed,
    bool IsBest)
{
    /// <summary>What is monitored: <see cref="EarlyStopping.Monitor"/>, the validation loss without early stopping.</summary>
    public Metric Monitor { get; init; } = Metric.TotalLoss;

    /// <summary>The value of <see cref="Monitor"/>; null where <see cref="ValidationLoss"/> is.</summary>
    public double? Monitored { get; init; } = ValidationLoss;

    /// <summary>Whether the epoch is over; false at an evaluation before its end.</summary>
    public bool EndsEpoch { get; init; } = true;

    /// <summary>Whether this is the second training, on all rows, that <see cref="FitOptions.RetrainOnAll"/> asks for.</summary>
    public bool IsRetraining { get; init; }

    /// <summary>
    /// Progress that calls <paramref name="action"/> with each report on the thread that trains, in order, before the next epoch begins.
    /// (<see cref="Progress{T}"/> posts to other threads, and a console may see epoch 1 after epoch 36.)
    /// </summary>
    public static IProgress<EpochReport> ForEach(Action<EpochReport> action) => new Direct(action ?? throw new ArgumentNullException(nameof(action)));

    /// <summary>
    /// "epoch 3/50: training loss 0.4123, validation loss 0.3881 (best), 1.2 s", the same in every culture; with "update 200" before the
    /// end of an epoch, "monitored accuracy of Label 0.9712" where that is not the loss, and "not measured" for a loss that no target gave.
    /// </summary>
    public override string ToString()
    {
        string phase = IsRetraining ? "retraining on all, " : "", update = EndsEpoch ? "" : Invariant($", update {Steps:N0}");
        string monitored = Monitored.Equals(ValidationLoss) ? "" : $", monitored {Monitor} {Text(Monitored)}";
        string measured = Validation.IsDefaultOrEmpty || Validation.Any(head => head.IsMeasured) ? Text(ValidationLoss) : NotMeasured;
        string validation = ValidationLoss is null ? "" : $", validation loss {measured}{monitored}{(IsBest ? " (best)" : "")}";
        // A training loss that is measured is finite, or training has diverged.
        string training = double.IsNaN(TrainingLoss) ? NotMeasured : Text(TrainingLoss);
        return Invariant($"{phase}epoch {Epoch}/{Epochs}{update}: training loss {training}{validation}, {Elapsed.TotalSeconds:F1} s");
    }

    private const string NotMeasured = "not measured";

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);

    /// <summary>Four decimals, so that lines agree; four digits of a number that those would not show.</summary>
    private static string Text(double? number) =>
        number?.ToString(Math.Abs(number.Value) is >= 0.001 and < 10_000 ? "F4" : "G4", CultureInfo.InvariantCulture) ?? "";

    private sealed class Direct(Action<EpochReport> action) : IProgress<EpochReport>
    {
        public void Report(EpochReport value) => action(value);
    }
}
