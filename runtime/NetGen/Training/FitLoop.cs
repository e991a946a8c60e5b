using System.Collections.Immutable;
using System.Diagnostics;

namespace NetGen;

/// <summary>One fit: train an epoch, measure it, keep it if it is the best, stop when there is reason to. <see cref="Trainer.Fit"/> says what holds at the end.</summary>
internal sealed class FitLoop(
    INetwork network, Dataset training, Dataset? validation, FitOptions options, Gatherer gatherer, IProgress<EpochReport>? progress,
    CancellationToken cancellation)
{
    private readonly BatchOrder _order = new(training.Count, options.Seed ?? network.Memory.Seed);
    private readonly TrainingPass _pass = new(network, training, gatherer);
    private readonly BestEpoch _best = new(options.EarlyStopping);
    private readonly NetworkSnapshot _kept = new(network.Memory);
    private readonly ImmutableArray<EpochReport>.Builder _history = ImmutableArray.CreateBuilder<EpochReport>();
    private readonly Stopwatch _elapsed = Stopwatch.StartNew();

    private bool KeepsTheBest => options.EarlyStopping is not null;

    public FitResult Run()
    {
        bool restore = KeepsTheBest;
        try
        {
            StopReason reason = Train();
            return new FitResult(_history.ToImmutable(), _best.Epoch, _best.Loss, reason, _pass.Steps, _elapsed.Elapsed);
        }
        catch (TrainingDivergedException)
        {
            restore = true;
            throw;
        }
        finally
        {
            if (restore)
            {
                _kept.Restore();
            }
        }
    }

    private StopReason Train()
    {
        for (int epoch = 1; epoch <= options.Epochs; epoch++)
        {
            if (!_pass.Run(_order.Epoch(epoch), cancellation))
            {
                return StopReason.Cancelled;
            }

            EpochReport report = Measure(epoch);
            if (report.IsBest || !KeepsTheBest)
            {
                _kept.Take();
            }

            _history.Add(report);
            progress?.Report(report);
            if (_best.IsPatienceSpent)
            {
                return StopReason.EarlyStopped;
            }
        }

        return StopReason.Completed;
    }

    private EpochReport Measure(int epoch)
    {
        ImmutableArray<HeadMetrics> metrics = validation is null ? [] : Evaluator.Measure(network, validation, gatherer);
        double? loss = validation is null ? null : Evaluator.TotalLoss(network, metrics);
        bool isBest = loss is { } value && _best.Improves(epoch, value);
        return new EpochReport(epoch, options.Epochs, _pass.Steps, _pass.Loss, loss, metrics, _elapsed.Elapsed, isBest);
    }
}
