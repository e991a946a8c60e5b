using System.Collections.Immutable;
using System.Globalization;

namespace NetGen;

/// <summary>How a fit went.</summary>
/// <param name="History">One report for every epoch that was finished and for every evaluation before the end of one, in order.</param>
/// <param name="Best">
/// The report of the best evaluation: with early stopping that of what it monitors, without it that of the lowest validation loss. Null
/// if there was no validation set, or never a finite value on it.
/// </param>
/// <param name="StopReason">Why the fit ended.</param>
/// <param name="Steps">Updates made, those of an unfinished epoch and those that restoring the best parameters undid included.</param>
/// <param name="Elapsed">The time it took.</param>
public sealed record FitResult(
    ImmutableArray<EpochReport> History,
    EpochReport? Best,
    StopReason StopReason,
    long Steps,
    TimeSpan Elapsed)
{
    /// <summary>Which parameters the network held when the fit ended.</summary>
    public FittedParameters Parameters { get; init; }

    /// <summary>The epoch of the best evaluation, from 1: the one it ended or, with <see cref="Every.Steps"/>, fell into; 0 if there is none.</summary>
    public int BestEpoch => Best?.Epoch ?? 0;

    /// <summary>The updates that led to the best evaluation, counted from the start of the fit; 0 if there is none.</summary>
    public long BestSteps => Best?.Steps ?? 0;

    /// <summary>The validation loss of the best evaluation; null if there is none.</summary>
    public double? BestValidationLoss => Best?.ValidationLoss;

    /// <summary>
    /// The second training, of <see cref="BestSteps"/> updates on all rows, if <see cref="FitOptions.RetrainOnAll"/> asked for it, with its
    /// own history, updates and time, and without validation. Null otherwise, and if the first training was canceled or has no best evaluation. If its own
    /// <see cref="FitResult.StopReason"/> is <see cref="StopReason.Canceled"/>, the network holds the first one's best parameters.
    /// </summary>
    public FitResult? Retraining { get; init; }

    /// <summary>
    /// "EarlyStopped after 23 epochs, 1,058 updates, 1.9 s; best epoch 18, validation loss 0.3881, whose parameters are kept", with the
    /// monitored metric and its value where that is not the loss, "no evaluation had a finite value" where none had, the training loss of
    /// the last report where there was no evaluation, and which parameters are kept instead where they are not the best; the same in every
    /// culture.
    /// </summary>
    public override string ToString()
    {
        int epochs = History.Count(report => report.EndsEpoch);
        string length = string.Create(CultureInfo.InvariantCulture,
            $"{epochs} {(epochs == 1 ? "epoch" : "epochs")}, {Steps:N0} {(Steps == 1 ? "update" : "updates")}");
        string also = Best?.Monitored is { } value && value != BestValidationLoss
            ? string.Create(CultureInfo.InvariantCulture, $", monitored {Best.Monitor} {value:G4}")
            : "";
        string best = BestValidationLoss is { } loss ? string.Create(CultureInfo.InvariantCulture, $"; best epoch {BestEpoch}, validation loss {loss:G4}{also}")
            : History.Any(report => report.ValidationLoss is not null) ? "; no evaluation had a finite value"
            : History.LastOrDefault()?.TrainingLoss is { } last && !double.IsNaN(last)
                ? string.Create(CultureInfo.InvariantCulture, $"; training loss {last:G4}")
            : "";
        string again = Retraining is null ? "" : $"; retrained on all rows for as many updates: {Retraining}";
        return string.Create(CultureInfo.InvariantCulture, $"{StopReason} after {length}, {Elapsed.TotalSeconds:F1} s{best}{ParametersText}{again}");
    }

    /// <summary>Which parameters the network holds, after what was said of the best evaluation.</summary>
    private string ParametersText => Parameters switch
    {
        FittedParameters.Best when Best is not null => ", whose parameters are kept",
        FittedParameters.Best => "; the best parameters of the first training are kept",
        FittedParameters.Initial => "; the parameters from before the fit are kept",
        FittedParameters.Last => "; the parameters of the last update are kept",
        _ => "",
    };
}

/// <summary>Which parameters a network holds after a fit.</summary>
public enum FittedParameters
{
    /// <summary>Those of the last update; with <see cref="AverageWeightsAttribute"/> the averages up to it.</summary>
    Last,

    /// <summary>Those of the best evaluation, <see cref="FitResult.Best"/>; after a second training that was canceled, of the first one's.</summary>
    Best,

    /// <summary>Those from before the fit: early stopping found no evaluation whose value was finite.</summary>
    Initial,

    /// <summary>Those of the second training, on all rows (<see cref="FitOptions.RetrainOnAll"/>).</summary>
    Retrained,
}

/// <summary>Why a fit ended.</summary>
public enum StopReason
{
    /// <summary>The last epoch was finished, or the last of <see cref="FitOptions.Steps"/> made.</summary>
    Completed,

    /// <summary>There was no improvement for <see cref="EarlyStopping.Patience"/> evaluations.</summary>
    EarlyStopped,

    /// <summary>The cancellation token asked for it.</summary>
    Canceled,
}
