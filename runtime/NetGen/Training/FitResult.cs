using System.Collections.Immutable;
using System.Globalization;

namespace NetGen;

/// <summary>How a fit went.</summary>
/// <param name="History">One report for every epoch that was finished.</param>
/// <param name="BestEpoch">The epoch of the best validation loss, from 1; 0 if there was no validation set or never a finite loss on it.</param>
/// <param name="BestValidationLoss">The validation loss of <paramref name="BestEpoch"/>; null if that is 0.</param>
/// <param name="StopReason">Why the fit ended.</param>
/// <param name="Steps">Updates made, those of an unfinished epoch and those that restoring the best epoch undid included.</param>
/// <param name="Elapsed">The time it took.</param>
public sealed record FitResult(
    ImmutableArray<EpochReport> History,
    int BestEpoch,
    double? BestValidationLoss,
    StopReason StopReason,
    long Steps,
    TimeSpan Elapsed)
{
    /// <summary>"EarlyStopped after 23 epochs, 1,058 updates, 1.9 s; best epoch 18, validation loss 0.3881", the same in every culture.</summary>
    public override string ToString()
    {
        string best = BestValidationLoss is { } loss ? string.Create(CultureInfo.InvariantCulture, $"; best epoch {BestEpoch}, validation loss {loss:G4}") : "";
        return string.Create(CultureInfo.InvariantCulture, $"{StopReason} after {History.Length} epochs, {Steps:N0} updates, {Elapsed.TotalSeconds:F1} s{best}");
    }
}

/// <summary>Why a fit ended.</summary>
public enum StopReason
{
    /// <summary>The last epoch was finished.</summary>
    Completed,

    /// <summary>The validation loss had not improved for <see cref="EarlyStopping.Patience"/> epochs.</summary>
    EarlyStopped,

    /// <summary>The cancellation token asked for it.</summary>
    Cancelled,
}
