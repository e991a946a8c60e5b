using System.Diagnostics;
using NetGen.Benchmarks.Learning;

namespace NetGen.Benchmarks.Commands;

/// <summary>Test errors on full MNIST beside the ones that papers print. One seed each; our networks are not the papers' to the last detail, and each line says which they are.</summary>
internal static class Papers
{
    private const float Epsilon = 0.25f;
    private const int Rows = 60_000, DefaultEpochs = 20;

    private static readonly Entry[] Table =
    [
        new("softmax", "softmax regression (Goodfellow 2015, fig. 1: 99.9 % under FGSM)", seed => new Shallow(seed: seed), DefaultEpochs),
        new("relu", "784-256-128-10 ReLU, plain (Goodfellow's maxout: 89.4 % under FGSM)", seed => new Plain(seed: seed), DefaultEpochs),
        new("relu-adversarial", "the same, trained with FGSM at ε 0.25 (Goodfellow's maxout: 17.9 %)", seed => new HardenedQuarter(seed: seed), DefaultEpochs),
        new("dropout", "3 × 1024 ReLU, dropout 0.2 and 0.5 (Srivastava 2014: 1.25 %)", seed => new Deep(seed: seed), Deep.Epochs),
        new("dropout-max-norm", "the same with max-norm 3.5 (Srivastava 2014: 1.06 %)", seed => new DeepBounded(seed: seed), Deep.Epochs),
    ];

    public static void Run(Options options)
    {
        var images = Images.Read(Path.Combine(options.RequireData(), "mnist"), Rows);
        Entry[] entries = options.Select(Table, entry => entry.Name);
        foreach (string line in entries.AsParallel().AsOrdered().WithDegreeOfParallelism(Environment.ProcessorCount)
            .WithMergeOptions(ParallelMergeOptions.NotBuffered).Select(entry => Line(entry, images, options.Epochs ?? entry.Epochs)))
        {
            Console.WriteLine(line);
        }
    }

    private static string Line(Entry entry, Images images, int epochs)
    {
        var watch = Stopwatch.StartNew();
        (double clean, double attacked) = Lesson.Run(entry.Create, seed: 1, images, epochs, Epsilon);
        return $"{entry.Name} epochs={epochs} seconds={watch.Elapsed.TotalSeconds:F0} test_error={100 * (1 - clean):F2}% fgsm_{Epsilon}_error={100 * (1 - attacked):F2}%   {entry.Text}";
    }

    private sealed record Entry(string Name, string Text, Func<int, ILearner> Create, int Epochs);
}
