using Digits;
using NetGen;

namespace RegularizationLab;

/// <summary>Data, plan and kind of network that all figures share.</summary>
/// <param name="Name">What the images are.</param>
/// <param name="Train">The few rows to learn from.</param>
/// <param name="Validation">The rows that choose.</param>
/// <param name="Test">The rows that judge, and decide nothing.</param>
/// <param name="Plan">How much is trained.</param>
/// <param name="Create">Makes an untrained network from a recipe and a seed.</param>
internal sealed record Workbench(string Name, Dataset Train, Dataset Validation, Dataset Test, Plan Plan, Func<Recipe, int, ILearner> Create)
{
    private const int DigitPixels = 64, BatchSize = 32;

    /// <summary>More rows to learn from, none of them in <see cref="PoolTest"/> or <see cref="Validation"/>.</summary>
    public required Dataset Pool { get; init; }

    /// <summary>The rows that judge what has learned from the pool.</summary>
    public required Dataset PoolTest { get; init; }

    /// <summary>Ends the figure at hand, with an <see cref="OperationCanceledException"/>.</summary>
    public CancellationToken Cancellation { get; init; }

    /// <summary>Whether the images are the small ones that this program carries, and not those of a folder.</summary>
    public bool HasDigits => Train.Features(ImageSet.Images).Size == DigitPixels;

    /// <summary>The digits that this program carries within itself, all parts together and divided anew.</summary>
    public static Workbench Embedded(Plan plan)
    {
        ImageSet digits = EmbeddedDigits.Read();
        DataSplit rows = Few(digits.Train.Concat(digits.Validation).Concat(digits.Test), plan.TrainingRows);
        DataSplit others = Few(rows.Validation, plan.ValidationRows);
        DataSplit more = Few(others.Validation, plan.PoolRows);
        return new(digits.Name, rows.Train, others.Train, others.Validation, plan, Learners.Digits) { Pool = more.Train, PoolTest = more.Validation };
    }

    /// <exception cref="UsageException">The folder does not hold the files of MNIST or Fashion-MNIST, or too few images to be divided.</exception>
    public static Workbench Folder(string folder, Plan plan)
    {
        ImageSet images = MnistFolder.Read(folder);
        string name = Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)));
        try
        {
            return new(name, Few(images.Train, plan.TrainingRows).Train, Few(images.Validation, plan.ValidationRows).Train, images.Test, plan, Learners.Images)
            {
                Pool = Few(images.Train, plan.PoolRows).Train,
                PoolTest = images.Test,
            };
        }
        catch (ArgumentOutOfRangeException fault)
        {
            throw new UsageException($"--data {folder}: {fault.Message}");
        }
    }

    /// <summary>
    /// The same with about so many rows of the pool to learn from, drawn by a seed, and the pool's test; in as many epochs as make the plan's updates.
    /// </summary>
    public Workbench Of(int rows, int seed)
    {
        Dataset train = Few(Pool, rows, seed).Train;
        int batches = (train.Count + BatchSize - 1) / BatchSize;
        return this with { Train = train, Test = PoolTest, Plan = Plan with { Epochs = Math.Max(1, Plan.Updates / batches) } };
    }

    /// <summary>
    /// The regime in which regularization is needed: more rows, but a share of the labels to learn from is wrong, and there are fewer epochs of more
    /// updates. Validation and test are as they are.
    /// </summary>
    public Workbench WithWrongLabels()
    {
        Workbench more = Of(Plan.NoisyRows, seed: 1);
        return more with { Train = WrongLabels.Among(more.Train, Plan.WrongShare, seed: 1), Plan = Plan with { Epochs = Plan.NoisyEpochs } };
    }

    /// <summary>Measures something once from every seed, several seeds at a time; the results are in the order of the seeds.</summary>
    /// <exception cref="OperationCanceledException">It was canceled.</exception>
    public T[] ForEachSeed<T>(Func<int, T> measure) => ForEach(Plan.Seeds, measure);

    /// <inheritdoc cref="ForEachSeed"/>
    public TResult[] ForEach<TItem, TResult>(IReadOnlyList<TItem> items, Func<TItem, TResult> measure)
    {
        var results = new TResult[items.Count];
        var options = new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = Cancellation };
        Parallel.For(0, items.Count, options, i => results[i] = measure(items[i]));
        return results;
    }

    /// <summary>Trains every point from every seed, and measures it on validation and test rows.</summary>
    /// <exception cref="OperationCanceledException">It was canceled.</exception>
    public SweepTable<T> Sweep<T>(IEnumerable<SweepPoint<T>> points, Func<T, int, INetwork> create, FitOptions fit, Dataset? train = null)
    {
        SweepTable<T> table = NetGen.Sweep.Run(points, Plan.Seeds, create, train ?? Train, Validation,
            new SweepOptions { Fit = fit, Test = Test }, cancellationToken: Cancellation);
        Cancellation.ThrowIfCancellationRequested();
        return table;
    }

    /// <summary>A network trained for all epochs, whatever validation says: what overfitting is, is to be seen.</summary>
    public ILearner Trained(Recipe recipe, int seed)
    {
        ILearner network = Untrained(recipe, seed);
        network.Fit(Train, null, new FitOptions { Epochs = Plan.Epochs }, null, Cancellation);
        Cancellation.ThrowIfCancellationRequested();
        return network;
    }

    /// <summary>A network of one thread: networks are trained side by side.</summary>
    public ILearner Untrained(Recipe recipe, int seed)
    {
        ILearner network = Create(recipe, seed);
        network.Threads = 1;
        return network;
    }

    /// <summary>About that many rows, every class with its share, and the others.</summary>
    private static DataSplit Few(Dataset data, int rows, int seed = 1) =>
        data.Split(1 - Math.Min(.9, (double)rows / data.Count), seed, stratify: ImageSet.Labels);
}
