using System.Globalization;

namespace NetGen;

/// <summary>Runs the trials of a sweep, from any thread.</summary>
internal sealed class TrialRunner<THyperparameters>(
    Func<THyperparameters, int, INetwork> create, Dataset training, Dataset validation, SweepOptions options, CancellationToken cancellation)
{
    private readonly NewNetworks _created = new(nameof(create));

    /// <summary>What the score is.</summary>
    public Metric Metric { get; } = options.Metric ?? options.Fit.EarlyStopping?.Monitor ?? Metric.TotalLoss;

    /// <summary>Trains one network and measures it.</summary>
    public SweepTrial<THyperparameters> Run(SweepPoint<THyperparameters> point, int seed)
    {
        if (cancellation.IsCancellationRequested)
        {
            return Unfinished(point, seed, TrialOutcome.Canceled);
        }

        using INetwork network = _created.Require(create(point.Hyperparameters, seed), string.Create(CultureInfo.InvariantCulture, $"{point}, seed {seed}"));
        Require(network);
        options.ShareCores(network);
        try
        {
            FitResult fit = Trainer.Fit(network, training, validation, options.Fit, cancellationToken: cancellation);
            return fit.StopReason == StopReason.Canceled
                ? Unfinished(point, seed, TrialOutcome.Canceled) with { Fit = fit }
                : Measured(network, point, seed, fit);
        }
        catch (TrainingDivergedException divergence)
        {
            return Unfinished(point, seed, TrialOutcome.Diverged) with { Divergence = divergence.Message };
        }
    }

    private void Require(INetwork network)
    {
        Metric.Require(network.Schema, nameof(options));
        FitArguments.Measurable(network.Schema, validation, Metric, "validation", nameof(validation));
        options.Test?.Require(network.Schema, nameof(options));
    }

    /// <summary>A network without a finite value on the validation set, or with NaN on the test set, has diverged too, though its training losses were finite.</summary>
    private SweepTrial<THyperparameters> Measured(INetwork network, SweepPoint<THyperparameters> point, int seed, FitResult fit)
    {
        var measured = Measurement.Of(network, validation);
        double score = Metric.Of(measured);
        if (fit.Best is null || !double.IsFinite(score))
        {
            return Unfinished(point, seed, TrialOutcome.Diverged) with { Fit = fit, Divergence = $"The {Metric} had no finite value on the validation set." };
        }

        Measurement? test = options.Test is null ? null : Measurement.Of(network, options.Test);
        return test?.Heads.FirstOrDefault(head => head.IsMeasured && double.IsNaN(head.Loss)) is { } head
            ? Unfinished(point, seed, TrialOutcome.Diverged) with { Fit = fit, Divergence = $"The loss of {head.Head} was NaN on the test set." }
            : new SweepTrial<THyperparameters>(point, seed, TrialOutcome.Finished, score) { Fit = fit, Validation = measured, Test = test };
    }

    private static SweepTrial<THyperparameters> Unfinished(SweepPoint<THyperparameters> point, int seed, TrialOutcome outcome) =>
        new(point, seed, outcome, double.NaN);
}
