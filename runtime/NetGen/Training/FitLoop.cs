using System.Collections.Immutable;
using System.Diagnostics;

namespace NetGen;

/// <summary>One fit: train up to the next report, measure, keep what is best, stop when there is reason to. <see cref="Trainer.Fit"/> says what holds at the end.</summary>
internal sealed class FitLoop(
    INetwork network, Dataset training, Dataset? validation, FitOptions options, Gatherer gatherer, IProgress<EpochReport>? progress,
    CancellationToken cancellation)
{
    private readonly BatchOrder _order = new(training.Count, options.Seed ?? network.Memory.Seed);
    private readonly TrainingPass _pass = new(network, training, gatherer);
    private readonly Every _every = options.EarlyStopping?.Every ?? Every.Epoch;
    private readonly BestSoFar _bestSoFar = new(options.EarlyStopping);
    private readonly NetworkSnapshot _kept = new(network.Memory);
    private readonly AveragedWeights _averaged = new(network.Memory);
    private readonly ImmutableArray<EpochReport>.Builder _history = ImmutableArray.CreateBuilder<EpochReport>();
    private readonly Stopwatch _elapsed = Stopwatch.StartNew();

    private EpochReport? _best;
    private bool _isReporting;

    /// <summary>Whether this fit diverged. (A progress callback may throw of another one that did.)</summary>
    public bool HasDiverged { get; private set; }

    /// <summary>Whether the reports should say that this is the second training.</summary>
    public bool IsRetraining { get; init; }

    /// <summary>
    /// What the network holds if the fit ends now. Early stopping that never saw a finite value leaves the network as it came; without it
    /// the last update's parameters are worth more than those from before the fit.
    /// </summary>
    private FittedParameters Held => !options.KeepBest || validation is null ? FittedParameters.Last
        : _best is not null ? FittedParameters.Best
        : options.EarlyStopping is not null ? FittedParameters.Initial
        : FittedParameters.Last;

    /// <summary>What is restored when training diverges, in words: the best evaluation or, where the last parameters are kept, the last report.</summary>
    private string Restored => (Held == FittedParameters.Last ? _history.LastOrDefault() : _best) is not { } report
        ? "the parameters from before the fit"
        : FormattableString.Invariant($"the parameters of {(Held == FittedParameters.Last ? "the last report" : "the best evaluation")}, after {report.Steps:N0} {(report.Steps == 1 ? "update" : "updates")},");

    public FitResult Run()
    {
        try
        {
            StopReason reason = Train();
            return new FitResult(_history.ToImmutable(), _best, reason, _pass.Steps, _elapsed.Elapsed) { Parameters = Held };
        }
        catch (TrainingDivergedException divergence) when (!_isReporting)
        {
            HasDiverged = true;
            throw divergence.Restored(Restored);
        }
        finally
        {
            if (HasDiverged || Held != FittedParameters.Last)
            {
                _kept.Restore();
            }
            else
            {
                _averaged.Adopt();
            }
        }
    }

    private StopReason Train()
    {
        for (int epoch = 1; epoch <= options.Epochs; epoch++)
        {
            ReadOnlySpan<int> order = _order.Epoch(epoch);
            _pass.BeginEpoch();
            while (_pass.Rows < order.Length)
            {
                if (!_pass.Run(order[_pass.Rows..], RowsToReport(order.Length - _pass.Rows), cancellation))
                {
                    return StopReason.Canceled;
                }

                bool endsEpoch = _pass.Rows == order.Length, isLast = (endsEpoch && epoch == options.Epochs) || _pass.Steps == options.Steps;
                Report(epoch, endsEpoch, isLast);
                if (_bestSoFar.IsPatienceSpent)
                {
                    return StopReason.EarlyStopped;
                }

                if (isLast)
                {
                    return StopReason.Completed;
                }
            }
        }

        return StopReason.Completed;
    }

    /// <summary>How many of the epoch's remaining rows come before the next report: all, or whole batches up to an evaluation or the last update.</summary>
    private int RowsToReport(int remaining)
    {
        long steps = Math.Min(_every.StepsLeft(_pass.Steps), (options.Steps ?? long.MaxValue) - _pass.Steps);
        return steps < remaining ? BatchCut.Next(remaining, steps, network.Schema) : remaining;
    }

    private void Report(int epoch, bool endsEpoch, bool isLast)
    {
        using AveragedWeights.Use use = _averaged.Enter();
        bool measures = validation is not null && (isLast || _every.IsDue(_pass.Steps, epoch, endsEpoch));
        Measurement? measured = measures ? new Measurement(network, Evaluator.Measure(network, validation!, gatherer)) : null;
        double? monitored = measured is null ? null : _bestSoFar.Monitor.Of(measured);
        var report = new EpochReport(
            epoch, options.Epochs, _pass.Steps, _pass.Loss, measured?.Loss, measured?.Heads ?? [], _elapsed.Elapsed,
            IsBest: monitored is { } value && _bestSoFar.Improves(value))
        {
            Monitor = _bestSoFar.Monitor,
            Monitored = monitored,
            EndsEpoch = endsEpoch,
            IsRetraining = IsRetraining,
        };
        _best = report.IsBest ? report : _best;
        if (Held == FittedParameters.Last || (Held == FittedParameters.Best && report.IsBest))
        {
            _kept.Take(); // the last are kept, too: divergence goes back to them
        }

        _history.Add(report);
        _isReporting = true;
        progress?.Report(report);
        _isReporting = false;
    }
}
