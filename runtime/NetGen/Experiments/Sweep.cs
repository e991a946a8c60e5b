using System.Globalization;

namespace NetGen;

/// <summary>
/// Trains one compiled network with many hyperparameters, from several seeds each, on all cores: what a point is worth is its mean over
/// the seeds, and the deviation says which differences mean something.
/// </summary>
public static class Sweep
{
    /// <summary>Trains and measures a network for each point and seed.</summary>
    /// <param name="grid">The points: a <see cref="Grid{THyperparameters}"/>, a <see cref="RandomSample{THyperparameters}"/> or any others.</param>
    /// <param name="seeds">One or more, each once.</param>
    /// <param name="create">Makes a new network: <c>(hyperparameters, seed) => new DigitNet(hyperparameters, seed)</c>. It is disposed of afterwards.</param>
    /// <param name="training">What every network is trained on.</param>
    /// <param name="validation">What stops the fits and ranks the points.</param>
    /// <param name="options">Fit, metric, test set, workers; defaults if null.</param>
    /// <param name="progress">Told of each trial when it ends, in no certain order, one at a time; an exception of its own ends the sweep.</param>
    /// <param name="cancellationToken">Ends the sweep; trials that did not finish say so.</param>
    /// <returns>
    /// A row for each point, in order: the same to the bit on any number of workers, times apart. The network of a trial comes back, to
    /// the bit, from the same hyperparameters, seed and fit.
    /// </returns>
    /// <exception cref="ArgumentException">
    /// <paramref name="grid"/> or <paramref name="seeds"/> is empty, a seed is there twice, a data set does not fit the network, the network
    /// lacks the metric, the fit retrains on the validation rows, or <paramref name="create"/> returned no network, or one that it had
    /// returned before.
    /// </exception>
    public static SweepTable<THyperparameters> Run<THyperparameters>(
        IEnumerable<SweepPoint<THyperparameters>> grid,
        IEnumerable<int> seeds,
        Func<THyperparameters, int, INetwork> create,
        Dataset training,
        Dataset validation,
        SweepOptions? options = null,
        IProgress<SweepTrial<THyperparameters>>? progress = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(grid);
        ArgumentNullException.ThrowIfNull(seeds);
        ArgumentNullException.ThrowIfNull(create);
        ArgumentNullException.ThrowIfNull(training);
        ArgumentNullException.ThrowIfNull(validation);
        options ??= new SweepOptions();
        SweepPoint<THyperparameters>[] points = [.. grid];
        int[] all = [.. seeds];
        Require(points.Length, all, options);

        var runner = new TrialRunner<THyperparameters>(create, training, validation, options, cancellationToken);
        var inTurn = new InTurn<SweepTrial<THyperparameters>>(progress);
        SweepTrial<THyperparameters>[] trials = ParallelRuns.Run(points.Length * all.Length, options.Workers, i =>
        {
            SweepTrial<THyperparameters> trial = runner.Run(points[i / all.Length], all[i % all.Length]);
            inTurn.Report(trial);
            return trial;
        });
        return new SweepTable<THyperparameters>(
            [.. points.Select((point, i) => new SweepRow<THyperparameters>(point, [.. trials.Skip(i * all.Length).Take(all.Length)], runner.Metric))], runner.Metric);
    }

    /// <summary>At least one point and one seed, no seed twice, and validation rows that are not trained on.</summary>
    private static void Require(int grid, int[] seeds, SweepOptions options)
    {
        if (grid == 0)
        {
            throw new ArgumentException("Got 0 points; a sweep needs at least one.", nameof(grid));
        }

        if (seeds.Length == 0)
        {
            throw new ArgumentException("Got 0 seeds; a sweep needs at least one.", nameof(seeds));
        }

        if (seeds.GroupBy(seed => seed).FirstOrDefault(same => same.Count() > 1) is { } twice)
        {
            throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"Seed {twice.Key} is there {twice.Count()} times; the same network again would feign a smaller deviation."), nameof(seeds));
        }

        if (options.Fit.RetrainOnAll)
        {
            throw new ArgumentException(
                "FitOptions.RetrainOnAll trains on the validation rows, by which a sweep ranks; sweep without it, then retrain the best point.", nameof(options));
        }
    }
}
