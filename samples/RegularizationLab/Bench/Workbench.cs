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
    private const int DigitPixels = 64;

    /// <summary>Whether the images are the small ones that this program carries, and not those of a folder.</summary>
    public bool HasDigits => Train.Features(ImageSet.Images).Size == DigitPixels;

    /// <summary>The digits that this program carries within itself, all parts together and divided anew.</summary>
    public static Workbench Embedded(Plan plan)
    {
        ImageSet digits = EmbeddedDigits.Read();
        DataSplit rows = Few(digits.Train.Concat(digits.Validation).Concat(digits.Test), plan.TrainingRows);
        DataSplit others = Few(rows.Validation, plan.ValidationRows);
        return new(digits.Name, rows.Train, others.Train, others.Validation, plan, Learners.Digits);
    }

    /// <exception cref="UsageException">The folder does not hold the files of MNIST or Fashion-MNIST, or too few images to be divided.</exception>
    public static Workbench Folder(string folder, Plan plan)
    {
        ImageSet images = MnistFolder.Read(folder);
        string name = Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder)));
        try
        {
            return new(name, Few(images.Train, plan.TrainingRows).Train, Few(images.Validation, plan.ValidationRows).Train, images.Test, plan, Learners.Images);
        }
        catch (ArgumentOutOfRangeException fault)
        {
            throw new UsageException($"--data {folder}: {fault.Message}");
        }
    }

    /// <summary>Measures something once from every seed, several seeds at a time; the results are in the order of the seeds.</summary>
    public T[] ForEachSeed<T>(Func<int, T> measure) => ForEach(Plan.Seeds, measure);

    /// <inheritdoc cref="ForEachSeed"/>
    public static TResult[] ForEach<TItem, TResult>(IReadOnlyList<TItem> items, Func<TItem, TResult> measure)
    {
        var results = new TResult[items.Count];
        Parallel.For(0, items.Count, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, i => results[i] = measure(items[i]));
        return results;
    }

    /// <summary>A network trained for all epochs, whatever validation says: what overfitting is, is to be seen.</summary>
    public ILearner Trained(Recipe recipe, int seed)
    {
        ILearner network = Untrained(recipe, seed);
        network.Fit(Train, null, new FitOptions { Epochs = Plan.Epochs }, null, CancellationToken.None);
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
    private static DataSplit Few(Dataset data, int rows) => data.Split(1 - Math.Min(.9, (double)rows / data.Count), seed: 1, stratify: ImageSet.Labels);
}
