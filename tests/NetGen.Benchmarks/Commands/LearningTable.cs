using NetGen.Benchmarks.Learning;

namespace NetGen.Benchmarks.Commands;

/// <summary>
/// What W2's network learns with each regularizer, beside what PyTorch's learns: test accuracy after 20 epochs of Adam on the first 50,000
/// images, and the same under FGSM with ε 0.1, in per cent, as mean ± standard deviation over seeds.
/// </summary>
internal static class LearningTable
{
    private const float Epsilon = 0.1f;
    private const int Rows = 50_000, PeerEpochs = 20, PeerSeeds = 3;

    /// <summary>PyTorch's figures were measured once, with TorchSharp 0.107 at the same settings, from its own default initialization.</summary>
    private static readonly Row[] Table =
    [
        new("none", seed => new Plain(seed: seed), Peer(98.03, 0.18), Peer(31.40, 1.55), Peer(88.96, 0.15), Peer(9.71, 1.06)),
        new("dropout", seed => new Dropped(seed: seed), Peer(97.95, 0.04), Peer(35.15, 0.36), Peer(87.73, 0.27), Peer(17.73, 0.77)),
        new("dropout-narrow", seed => new DroppedFromNarrow(seed: seed), Peer(97.95, 0.04), Peer(35.15, 0.36), Peer(87.73, 0.27), Peer(17.73, 0.77)),
        new("L2", seed => new Decayed(seed: seed), Peer(97.54, 0.43), Peer(36.09, 4.66), Peer(88.26, 0.43), Peer(11.61, 1.16)),
        new("smoothing", seed => new Smoothed(seed: seed), Peer(98.31, 0.09), Peer(38.62, 1.56), Peer(88.85, 0.04), Peer(28.40, 4.24)),
        new("adversarial", seed => new Hardened(seed: seed), Peer(98.81, 0.10), Peer(91.33, 0.19), Peer(87.32, 0.70), Peer(76.78, 0.97)),
        new("adversarial-narrow", seed => new HardenedFromNarrow(seed: seed), Peer(98.81, 0.10), Peer(91.33, 0.19), Peer(87.32, 0.70), Peer(76.78, 0.97)),
    ];

    public static void Run(Options options)
    {
        int epochs = options.Epochs ?? PeerEpochs;
        int[] seeds = [.. Enumerable.Range(1, options.Seeds ?? PeerSeeds)];
        Row[] rows = options.Select(Table, row => row.Name);
        string folder = options.RequireData();
        Console.WriteLine($"{epochs} epochs, {seeds.Length} seeds; PyTorch's figures are of {PeerEpochs} epochs and {PeerSeeds} seeds.");
        int below = 0;
        foreach (string set in new[] { "mnist", "fashion" })
        {
            var images = Images.Read(Path.Combine(folder, set), Rows);
            foreach (Row row in rows)
            {
                (Statistic clean, Statistic attacked) = set == "mnist" ? (row.Mnist, row.MnistAttacked) : (row.Fashion, row.FashionAttacked);
                (double Clean, double Attacked)[] results = [.. Lesson.Run(row.Create, seeds, images, epochs, Epsilon)];
                Compare($"{set,-7} {row.Name,-18} accuracy  ", Statistic.Of([.. results.Select(r => r.Clean)]), clean);
                Compare($"{set,-7} {row.Name,-18} under FGSM", Statistic.Of([.. results.Select(r => r.Attacked)]), attacked);
            }
        }

        Console.WriteLine($"{below} of {4 * rows.Length} means lie below PyTorch's mean − deviation; the others lie within its spread or above.");

        void Compare(string cell, Statistic ours, Statistic peer)
        {
            double floor = peer.Mean - peer.Deviation;
            bool isBelow = ours.Mean < floor;
            below += isBelow ? 1 : 0;
            Console.WriteLine($"{cell}  {Text(ours)}   PyTorch {Text(peer)}{(isBelow ? $"   below PyTorch's mean − deviation, {floor:F2}" : "")}");
        }
    }

    private static Statistic Peer(double mean, double deviation) => new(PeerSeeds, mean, deviation);

    private static string Text(Statistic value) => value.Count > 1 ? $"{value.Mean:F2} ± {value.Deviation:F2}" : $"{value.Mean:F2}";

    private sealed record Row(string Name, Func<int, ILearner> Create, Statistic Mnist, Statistic MnistAttacked, Statistic Fashion, Statistic FashionAttacked);
}
