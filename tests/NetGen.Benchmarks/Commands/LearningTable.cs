using System.Diagnostics;
using NetGen.Benchmarks.Learning;

namespace NetGen.Benchmarks.Commands;

/// <summary>
/// What W2's network learns with each regularizer, and W4's plain and on augmented images, beside what PyTorch's learn: test accuracy after
/// 20 epochs of Adam on the first 50,000 images, and the same under FGSM with ε 0.1, in per cent, as mean ± standard deviation over seeds.
/// </summary>
internal static class LearningTable
{
    private const float Epsilon = 0.1f;
    private const int Rows = 50_000, PeerEpochs = 20, PeerSeeds = 3;

    /// <summary>
    /// PyTorch's figures were measured once, with TorchSharp 0.107 at the same settings, from its own default initialization.
    /// </summary>
    private static readonly Row[] Table =
    [
        new("none", seed => new Plain(seed: seed), Peer(98.03, 0.18), Peer(31.40, 1.55), Peer(88.96, 0.15), Peer(9.71, 1.06)),
        new("dropout", seed => new Dropped(seed: seed), Peer(97.95, 0.04), Peer(35.15, 0.36), Peer(87.73, 0.27), Peer(17.73, 0.77)),
        new("dropout-narrow", seed => new DroppedFromNarrow(seed: seed), Peer(97.95, 0.04), Peer(35.15, 0.36), Peer(87.73, 0.27), Peer(17.73, 0.77)),
        new("L2", seed => new Decayed(seed: seed), Peer(97.54, 0.43), Peer(36.09, 4.66), Peer(88.26, 0.43), Peer(11.61, 1.16)),
        new("smoothing", seed => new Smoothed(seed: seed), Peer(98.31, 0.09), Peer(38.62, 1.56), Peer(88.85, 0.04), Peer(28.40, 4.24)),
        new("adversarial", seed => new Hardened(seed: seed), Peer(98.81, 0.10), Peer(91.33, 0.19), Peer(87.32, 0.70), Peer(76.78, 0.97)),
        new("adversarial-narrow", seed => new HardenedFromNarrow(seed: seed), Peer(98.81, 0.10), Peer(91.33, 0.19), Peer(87.32, 0.70), Peer(76.78, 0.97)),
        new("W4", seed => new Convolved(seed: seed)),
        new("W4-augmented", seed => new Convolved(Bent, seed)) { CreateForFashion = seed => new Convolved(Flipped, seed) },
    ];

    public static void Run(Options options)
    {
        int epochs = options.Epochs ?? PeerEpochs;
        int[] seeds = [.. Enumerable.Range(1, options.Seeds ?? PeerSeeds)];
        Row[] rows = options.Select(Table, row => row.Name);
        string folder = options.RequireData();
        Console.WriteLine($"{epochs} epochs, {seeds.Length} seeds; PyTorch's figures are of {PeerEpochs} epochs and {PeerSeeds} seeds.");
        int below = 0, compared = 0;
        foreach (string set in new[] { "mnist", "fashion" })
        {
            var images = Images.Read(Path.Combine(folder, set), Rows, options.Validation);
            foreach (Row row in rows)
            {
                bool isDigits = set == "mnist";
                var watch = Stopwatch.StartNew();
                (Statistic? clean, Statistic? attacked) = isDigits ? (row.Mnist, row.MnistAttacked) : (row.Fashion, row.FashionAttacked);
                (double Clean, double Attacked)[] results =
                    [.. Lesson.Run(isDigits ? row.Create : row.CreateForFashion, seeds, images, epochs, Epsilon, options.Threads.Max())];
                Compare($"{set,-7} {row.Name,-18} accuracy  ", Statistic.Of([.. results.Select(r => r.Clean)]), clean);
                Compare($"{set,-7} {row.Name,-18} under FGSM", Statistic.Of([.. results.Select(r => r.Attacked)]), attacked,
                    $"   minutes={watch.Elapsed.TotalMinutes:F1}");
            }
        }

        Console.WriteLine($"{below} of {compared} means lie below PyTorch's mean − deviation; the others lie within its spread or above.");

        void Compare(string cell, Statistic ours, Statistic? peer, string end = "")
        {
            double floor = peer is { } known ? known.Mean - known.Deviation : double.NegativeInfinity;
            bool isBelow = ours.Mean < floor;
            (below, compared) = (below + (isBelow ? 1 : 0), compared + (peer is null ? 0 : 1));
            Console.WriteLine($"{cell}  {Text(ours)}{(peer is null ? "" : $"   PyTorch {Text(peer.Value)}")}" +
                $"{(isBelow ? $"   below PyTorch's mean − deviation, {floor:F2}" : "")}{end}");
        }
    }

    /// <summary>Handwriting varies in place, angle, size and stroke.</summary>
    private static Convolved.Hyperparameters Bent => new() { ImageShift = 2, ImageRotation = 10, ImageZoom = 0.1f, ImageElasticAlpha = 20 };

    /// <summary>A shoe looks to the left or to the right.</summary>
    private static Convolved.Hyperparameters Flipped => new() { ImageHorizontalFlip = 0.5f, ImageShift = 1, ImageZoom = 0.05f };

    private static Statistic Peer(double mean, double deviation) => new(PeerSeeds, mean, deviation);

    private static string Text(Statistic value) => value.Count > 1 ? $"{value.Mean:F2} ± {value.Deviation:F2}" : $"{value.Mean:F2}";

    /// <param name="Name">What <c>--only</c> calls it.</param>
    /// <param name="Create">Makes the network of a seed.</param>
    /// <param name="Mnist">PyTorch's accuracy on MNIST, where it is known.</param>
    /// <param name="MnistAttacked">The same under FGSM.</param>
    /// <param name="Fashion">The same on Fashion-MNIST.</param>
    /// <param name="FashionAttacked">The same on Fashion-MNIST under FGSM.</param>
    private sealed record Row(
        string Name,
        Func<int, ILearner> Create,
        Statistic? Mnist = null,
        Statistic? MnistAttacked = null,
        Statistic? Fashion = null,
        Statistic? FashionAttacked = null)
    {
        /// <summary>Makes the network for Fashion-MNIST, where that is another.</summary>
        public Func<int, ILearner> CreateForFashion { get; init; } = Create;
    }
}
