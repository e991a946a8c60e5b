using System.Collections.Immutable;
using System.Globalization;

namespace NetGen;

/// <summary>What one epoch of a fit brought. Its text is a line for a log.</summary>
/// <param name="Epoch">The epoch, from 1.</param>
/// <param name="Epochs">The most epochs the fit may take.</param>
/// <param name="Steps">Updates made since the fit began.</param>
/// <param name="TrainingLoss">
/// The mean over the epoch's rows of Σ head weight × head loss, each taken in its training step: with dropout, before that step's update,
/// penalties not included.
/// </param>
/// <param name="ValidationLoss">Σ head weight × head loss on the validation set after the epoch; null without one.</param>
/// <param name="Validation">The metrics of every head on the validation set, in declaration order; empty without one.</param>
/// <param name="Elapsed">Time since the fit began.</param>
/// <param name="IsBest">Whether the validation loss is the best so far, by more than <see cref="EarlyStopping.MinimumDelta"/> if there is early stopping.</param>
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
    /// <summary>
    /// Progress that calls <paramref name="action"/> with each report on the thread that trains, in order, before the next epoch begins.
    /// (<see cref="Progress{T}"/> posts to other threads, and a console may see epoch 1 after epoch 36.)
    /// </summary>
    public static IProgress<EpochReport> ForEach(Action<EpochReport> action) => new Direct(action ?? throw new ArgumentNullException(nameof(action)));

    /// <summary>"epoch 3/50: training loss 0.4123, validation loss 0.3881 (best), 1.2 s", the same in every culture.</summary>
    public override string ToString()
    {
        string validation = ValidationLoss is { } loss
            ? string.Create(CultureInfo.InvariantCulture, $", validation loss {loss:G4}{(IsBest ? " (best)" : "")}")
            : "";
        return string.Create(CultureInfo.InvariantCulture,
            $"epoch {Epoch}/{Epochs}: training loss {TrainingLoss:G4}{validation}, {Elapsed.TotalSeconds:F1} s");
    }

    private sealed class Direct(Action<EpochReport> action) : IProgress<EpochReport>
    {
        public void Report(EpochReport value) => action(value);
    }
}
