using System.Collections.Immutable;
using System.Globalization;

namespace NetGen;

/// <summary>
/// k-fold cross-validation (Deep Learning, §5.3.1, algorithm 5.1): every row is held out once, and measured by a network that was trained
/// on the other folds. For data sets too small to give a test set away.
/// </summary>
public static class CrossValidation
{
    private static readonly FitArguments s_arguments = new("data", "data", "options");

    /// <summary>Trains and measures a network for each fold.</summary>
    /// <param name="create">Makes a new network for a fold, 0 to k − 1: <c>_ => new DigitNet(seed: 1)</c>. It is disposed of afterwards.</param>
    /// <param name="data">All rows, not scaled by what was learned on all of them: that would tell each fold of the rows it is judged by.</param>
    /// <param name="folds">k, 2 to the number of rows.</param>
    /// <param name="options">Fit, seed, strata, workers; defaults if null.</param>
    /// <param name="progress">Told of each fold when it is finished, in no certain order, one at a time; an exception of its own ends the work.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <returns>The folds in order: the same to the bit on any number of workers.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="folds"/> is less than 2 or more than there are rows.</exception>
    /// <exception cref="ArgumentException">
    /// The data do not fit the network, a fold's training rows are too few, or <paramref name="create"/> returned no network, or one that it
    /// had returned before.
    /// </exception>
    /// <exception cref="TrainingDivergedException">A fold diverged: a mean without it would flatter.</exception>
    /// <exception cref="OperationCanceledException">Cancellation was asked for; the folds finished before were told to <paramref name="progress"/>.</exception>
    public static CrossValidationResult Run(
        Func<int, INetwork> create,
        Dataset data,
        int folds,
        CrossValidationOptions? options = null,
        IProgress<FoldResult>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(create);
        ArgumentNullException.ThrowIfNull(data);
        options ??= new CrossValidationOptions();
        ImmutableArray<DataSplit> splits = data.Folds(folds, options.Seed, options.Stratify);
        var inTurn = new InTurn<FoldResult>(progress);
        var created = new NewNetworks(nameof(create));
        return new CrossValidationResult([.. ParallelRuns.Run(folds, options.Workers, fold =>
        {
            FoldResult result = Train(create, created, splits[fold], fold, options, cancellationToken);
            inTurn.Report(result);
            return result;
        })]);
    }

    private static FoldResult Train(
        Func<int, INetwork> create, NewNetworks created, DataSplit split, int fold, CrossValidationOptions options, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        using INetwork network = created.Require(create(fold), string.Create(CultureInfo.InvariantCulture, $"fold {fold}"));
        split.Train.Require(network.Schema, s_arguments.TrainingArgument);
        split.Validation.Require(network.Schema, s_arguments.ValidationArgument);
        options.ShareCores(network);
        DataSplit? stopping = options.Fit.EarlyStopping is null ? null : split.Train.Split(options.StoppingShare, options.Seed, options.Stratify);
        FitResult fit = Trainer.Run(
            network, stopping?.Train ?? split.Train, stopping?.Validation, options.Fit, progress: null, s_arguments, cancellation);
        return StopReason.Canceled == (fit.Retraining ?? fit).StopReason
            ? throw new OperationCanceledException(cancellation)
            : new FoldResult(fold, fit, Measured(network, split.Validation));
    }

    /// <summary>A loss that is measured and NaN is no loss that was not measured: the fold has diverged.</summary>
    private static Measurement Measured(INetwork network, Dataset held)
    {
        var measured = Measurement.Of(network, held);
        return measured.Heads.FirstOrDefault(h => h.IsMeasured && double.IsNaN(h.Loss)) is { } head
            ? throw TrainingDivergedException.OfMeasurement(network.Memory.Steps, head.Head, head.Loss)
            : measured;
    }
}
