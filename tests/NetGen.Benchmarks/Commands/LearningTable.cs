using System.Collections.Immutable;
using NetGen.Benchmarks.Learning;

namespace NetGen.Benchmarks.Commands;

/// <summary>
/// What W2's network learns with each regulariser, beside what PyTorch's learns: test accuracy after 20 epochs of Adam on the first 50,000
/// images, and the same under FGSM with ε 0.1, as mean ± standard deviation over three seeds.
/// </summary>
internal static class LearningTable
{
    private const float Epsilon = 0.1f;
    private const int Rows = 50_000, DefaultEpochs = 20;

    private static readonly int[] Seeds = [1, 2, 3];

    /// <summary>PyTorch's figures were measured once, with TorchSharp 0.107 at the same settings and for as many seeds, from its own default initialisation.</summary>
    private static readonly Row[] Table =
    [
        new("none", seed => new Plain(seed: seed), new(98.03, 0.18), new(31.40, 1.55), new(88.96, 0.15), new(9.71, 1.06)),
        new("dropout", seed => new Dropped(seed: seed), new(97.95, 0.04), new(35.15, 0.36), new(87.73, 0.27), new(17.73, 0.77)),
        new("L2", seed => new Decayed(seed: seed), new(97.54, 0.43), new(36.09, 4.66), new(88.26, 0.43), new(11.61, 1.16)),
        new("smoothing", seed => new Smoothed(seed: seed), new(98.31, 0.09), new(38.62, 1.56), new(88.85, 0.04), new(28.40, 4.24)),
        new("adversarial", seed => new Hardened(seed: seed), new(98.81, 0.10), new(91.33, 0.19), new(87.32, 0.70), new(76.78, 0.97)),
        new("adversarial-narrow", seed => new HardenedFromNarrow(seed: seed), new(98.81, 0.10), new(91.33, 0.19), new(87.32, 0.70), new(76.78, 0.97)),
    ];

    public static void Run(Options options)
    {
        int epochs = options.Epochs ?? DefaultEpochs;
        Row[] rows = options.Select(Table, row => row.Name);
        foreach (string set in new[] { "mnist", "fashion" })
        {
            var images = Images.Read(Path.Combine(options.RequireData(), set), Rows);
            foreach (Row row in rows)
            {
                ImmutableArray<(double Clean, double Attacked)> results = Lesson.Run(row.Create, Seeds, images, epochs, Epsilon);
                (Spread clean, Spread attacked) = set == "mnist" ? (row.Mnist, row.MnistAttacked) : (row.Fashion, row.FashionAttacked);
                Console.WriteLine($"{set,-7} {row.Name,-18} epochs={epochs} " +
                    $"accuracy {Spread.Of([.. results.Select(r => r.Clean)])} (PyTorch {clean})   " +
                    $"under FGSM {Spread.Of([.. results.Select(r => r.Attacked)])} (PyTorch {attacked})");
            }
        }
    }

    private sealed record Row(string Name, Func<int, ILearner> Create, Spread Mnist, Spread MnistAttacked, Spread Fashion, Spread FashionAttacked);
}
