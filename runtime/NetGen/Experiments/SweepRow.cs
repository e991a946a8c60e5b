using System.Collections.Immutable;

namespace NetGen;

/// <summary>How one point of a sweep did over all seeds.</summary>
/// <param name="Point">The hyperparameters.</param>
/// <param name="Trials">A trial for each seed, in the order of the seeds.</param>
/// <param name="Metric">What the sweep ranks by.</param>
/// <typeparam name="THyperparameters">The network's generated record.</typeparam>
public sealed record SweepRow<THyperparameters>(
    SweepPoint<THyperparameters> Point, ImmutableArray<SweepTrial<THyperparameters>> Trials, Metric Metric)
{
    /// <summary>Whether every trial finished.</summary>
    public bool IsComplete => Count(TrialOutcome.Finished) == Trials.Length;

    /// <summary>Mean and deviation of the score over the trials that finished.</summary>
    public Statistic Score => Statistic.Of([.. Finished.Select(t => t.Score)]);

    /// <summary>The trial of the best score, of equal ones the first; null if none finished.</summary>
    public SweepTrial<THyperparameters>? Best =>
        Metric.Mode == MetricMode.Minimize ? Finished.MinBy(t => t.Score) : Finished.MaxBy(t => t.Score);

    private IEnumerable<SweepTrial<THyperparameters>> Finished => Trials.Where(t => t.Outcome == TrialOutcome.Finished);

    /// <summary>How many trials ended in this way.</summary>
    public int Count(TrialOutcome outcome) => Trials.Count(t => t.Outcome == outcome);

    /// <summary>Mean and deviation of any metric on the validation set, over the trials that finished.</summary>
    /// <exception cref="ArgumentException">The network has no such metric.</exception>
    public Statistic Validation(Metric metric)
    {
        ArgumentNullException.ThrowIfNull(metric);
        return Statistic.Of([.. Finished.Select(t => metric.Of(t.Validation!))]);
    }

    /// <summary>Mean and deviation of any metric on the test set, over the trials that finished; of no values without a test set.</summary>
    /// <exception cref="ArgumentException">The network has no such metric.</exception>
    public Statistic Test(Metric metric)
    {
        ArgumentNullException.ThrowIfNull(metric);
        return Statistic.Of([.. Finished.Where(t => t.Test is not null).Select(t => metric.Of(t.Test!))]);
    }

    /// <summary>"λ = 0.001, keep = 0.5: 0.9712 ± 0.0034".</summary>
    public override string ToString() => $"{Point}: {Score}{(IsComplete ? "" : $" ({Ending})")}";

    /// <summary>"3 of 3", or how the others ended: "1 of 3, 2 diverged".</summary>
    internal string Ending
    {
        get
        {
            int diverged = Count(TrialOutcome.Diverged), canceled = Count(TrialOutcome.Canceled);
            return FormattableString.Invariant($"{Count(TrialOutcome.Finished)} of {Trials.Length}")
                + (diverged > 0 ? FormattableString.Invariant($", {diverged} diverged") : "")
                + (canceled > 0 ? FormattableString.Invariant($", {canceled} canceled") : "");
        }
    }
}
