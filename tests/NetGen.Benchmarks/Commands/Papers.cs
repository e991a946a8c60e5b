using System.Diagnostics;
using NetGen.Benchmarks.Learning;

namespace NetGen.Benchmarks.Commands;

/// <summary>
/// Test errors on full MNIST and Fashion-MNIST beside the ones that papers print, after the last epoch. Our networks are not the papers' to
/// the last detail, and each line says which they are. Settings were chosen by the last 10,000 training images (<c>--validation</c>).
/// </summary>
internal static class Papers
{
    private const int Rows = 60_000, DefaultEpochs = 20, StepsOf128 = 469, StepsOf64 = 938, NetEpochs = 150, LongEpochs = 150, Draws = 20;

    private static readonly Entry[] Table =
    [
        new("softmax", "softmax regression (Goodfellow 2015, fig. 1: 99.9 % under FGSM)",
            new Trial((seed, _) => new Shallow(seed: seed)), DefaultEpochs),
        new("relu", "784-256-128-10 ReLU, plain (Goodfellow's maxout: 89.4 % under FGSM)",
            new Trial((seed, _) => new Plain(seed: seed)), DefaultEpochs),
        new("relu-adversarial", "the same, trained with FGSM at ε 0.25 (Goodfellow's maxout: 17.9 %)",
            new Trial((seed, _) => new HardenedQuarter(seed: seed)), DefaultEpochs),
        new("dropout", "3 × 1024 ReLU, dropout 0.2 and 0.5 (Srivastava 2014: 1.25 %)",
            new Trial((seed, epochs) => new Deep(new() { CosineSteps = epochs * Deep.StepsInEpoch }, seed)), Deep.Epochs),
        new("dropout-max-norm", "the same with max-norm 3.5 (Srivastava 2014: 1.06 %)",
            new Trial((seed, epochs) => new DeepBounded(new() { CosineSteps = epochs * Deep.StepsInEpoch }, seed)), Deep.Epochs),

        new("simard", "784-800-10 ReLU (Simard 2003: 1.6 %)",
            new Trial((seed, epochs) => new Simard(new() { CosineSteps = epochs * StepsOf128 }, seed)), DefaultEpochs),
        new("simard-affine", "the same, images shifted, stretched and rotated (Simard 2003: 1.1 %)",
            new Trial((seed, epochs) => new Simard(Affine with { CosineSteps = epochs * StepsOf128 }, seed)), LongEpochs),
        new("simard-elastic", "the same, images bent too (Simard 2003: 0.7 %)",
            new Trial((seed, epochs) => new Simard(Elastic with { CosineSteps = epochs * StepsOf128 }, seed)), LongEpochs),
        new("cnn-elastic", "two convolutions of 5×5, elastic (Simard 2003: 0.4 %)",
            new Trial((seed, epochs) => new SimardConvolved(BentForConvolutions with { CosineSteps = epochs * StepsOf64 }, seed)), 30),

        new("fashion", "three convolutions (Fashion-MNIST's own table, two of them and fewer than 100,000 parameters: 7.5 %)",
            new Trial((seed, epochs) => new Clothes(new() { CosineSteps = epochs * StepsOf64 }, seed)), DefaultEpochs, IsFashion: true),
        new("fashion-augmented", "the same, images flipped left to right and shifted by a pixel",
            new Trial((seed, epochs) => new Clothes(ForClothes with { CosineSteps = epochs * StepsOf64 }, seed)), DefaultEpochs,
            IsFashion: true),
        new("fashion-flipped", "the same, flipped both ways (the same table with flips, shifts and rotations: 8.1 %)",
            new Trial((seed, epochs) => new Clothes(FlippedBothWays with { CosineSteps = epochs * StepsOf64 }, seed)), 10, IsFashion: true),
        new("mnist", "the same network on digits (the same table: 0.8 %)",
            new Trial((seed, epochs) => new Clothes(new() { CosineSteps = epochs * StepsOf64 }, seed)), 10),
        new("mnist-flipped", "the same, flipped both ways: the wrong augmentation (the same table: 2.9 %)",
            new Trial((seed, epochs) => new Clothes(FlippedBothWays with { CosineSteps = epochs * StepsOf64 }, seed)), 10),

        OfSmall("net-1", "480 images of 120 digits, 16×16, no hidden layer (LeCun 1989: 80 % right)", seed => new Net1(seed: seed)),
        OfSmall("net-2", "12 hidden units that see everything (LeCun 1989: 87 %)", seed => new Net2(seed: seed)),
        OfSmall("net-3", "two locally connected layers (LeCun 1989: 88.5 %)", seed => new Net3(seed: seed)),
        OfSmall("net-4", "the first of them shared (LeCun 1989: 94 %)", seed => new Net4(seed: seed)),
        OfSmall("net-5", "both of them shared (LeCun 1989: 98.4 %)", seed => new Net5(seed: seed)),

        new("cnn-adversarial", "two convolutions trained by PGD-7 at ε 0.3 (Madry 2018: 1.2 % and 6.8 %), attacked by PGD-20 from 5 starts",
            new HardTrial((seed, epochs) => new Madry(new() { CosineSteps = epochs * StepsOf64 }, seed)), 10),
    ];

    // Chosen by the last 10,000 training images, one seed each: 0.99 % wrong after 60 epochs, 0.75 % after 150.
    private static Simard.Hyperparameters Affine => new()
    {
        ImageShift = 2,
        ImageVerticalStretch = 0.15f,
        ImageHorizontalStretch = 0.15f,
        ImageRotation = 10,
    };

    private static Simard.Hyperparameters Elastic => Affine with { ImageElasticAlpha = 34 };

    // Chosen likewise: 0.71 % wrong after 20 epochs without batch normalization, 0.56 % with it after 30.
    private static SimardConvolved.Hyperparameters BentForConvolutions => new()
    {
        ImageShift = 2,
        ImageVerticalStretch = 0.1f,
        ImageHorizontalStretch = 0.1f,
        ImageRotation = 10,
        ImageElasticAlpha = 24,
    };

    private static Clothes.Hyperparameters ForClothes => new() { ImageHorizontalFlip = 0.5f, ImageShift = 1 };

    private static Clothes.Hyperparameters FlippedBothWays => new() { ImageHorizontalFlip = 0.5f, ImageVerticalFlip = 0.5f };

    public static void Run(Options options)
    {
        Entry[] entries = options.Select(Table, entry => entry.Name);
        string folder = options.RequireData();
        Lazy<Images> digits = new(() => Images.Read(Path.Combine(folder, "mnist"), Rows, options.Validation));
        Lazy<Images> clothes = new(() => Images.Read(Path.Combine(folder, "fashion"), Rows, options.Validation));
        foreach (string line in entries.AsParallel().AsOrdered().WithDegreeOfParallelism(options.Threads.Max())
            .WithMergeOptions(ParallelMergeOptions.NotBuffered)
            .Select(entry => Line(entry, (entry.IsFashion ? clothes : digits).Value,
                options.Seeds ?? entry.Seeds, options.Epochs ?? entry.Epochs)))
        {
            Console.WriteLine(line);
        }
    }

    /// <summary>A network for small digits; the number of epochs leaves training errors of next to none.</summary>
    private static Entry OfSmall(string name, string text, Func<int, ILearner> create) =>
        new(name, text, new SmallTrial((seed, _) => create(seed)), NetEpochs, Draws);

    private static string Line(Entry entry, Images images, int seeds, int epochs)
    {
        var watch = Stopwatch.StartNew();
        (string Name, double Error)[][] results = [.. Enumerable.Range(1, seeds).Select(seed => entry.Trial.Run(images, seed, epochs))];
        IEnumerable<string> errors = results[0].Select((figure, i) =>
            $"{figure.Name}={Text(Statistic.Of([.. results.Select(result => result[i].Error)]))}");
        return $"{entry.Name} epochs={epochs} seeds={seeds} minutes={watch.Elapsed.TotalMinutes:F1} parameters={Parameters(entry.Trial)} " +
            $"{string.Join(' ', errors)}   {entry.Text}";
    }

    private static string Text(Statistic value) => value.Count > 1 ? $"{value.Mean:F2}±{value.Deviation:F2}%" : $"{value.Mean:F2}%";

    /// <summary>How many numbers are trained: the running statistics of batch normalization are not.</summary>
    private static int Parameters(Trial trial)
    {
        using ILearner network = trial.Create(1, 1);
        return network.Schema.Parameters.Where(p => !p.Role.StartsWith("running", StringComparison.Ordinal)).Sum(p => p.Rows * p.Columns);
    }

    /// <param name="Name">What <c>--only</c> calls it.</param>
    /// <param name="Text">What the network is, and what the paper prints.</param>
    /// <param name="Trial">How it is trained and measured.</param>
    /// <param name="Epochs">How many, if <c>--epochs</c> does not say.</param>
    /// <param name="Seeds">How many, if <c>--seeds</c> does not say.</param>
    /// <param name="IsFashion">Whether it is trained on Fashion-MNIST.</param>
    private sealed record Entry(string Name, string Text, Trial Trial, int Epochs, int Seeds = 1, bool IsFashion = false);
}
