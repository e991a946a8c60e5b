using System.Diagnostics;
using NetGen.Benchmarks.Learning;

namespace NetGen.Benchmarks.Commands;

/// <summary>Test errors on full MNIST beside the ones that papers print. One seed each; our networks are not the papers' to the last detail, and each line says which they are.</summary>
internal static class Papers
{
    private const float Epsilon = 0.25f;
    private const int Rows = 60_000, DefaultEpochs = 20, Seed = 1;

    private static readonly Entry[] Table =
    [
        new("softmax", "softmax regression (Goodfellow 2015, fig. 1: 99.9 % under FGSM)", _ => new Shallow(seed: Seed), DefaultEpochs),
        new("relu", "784-256-128-10 ReLU, plain (Goodfellow's maxout: 89.4 % under FGSM)", _ => new Plain(seed: Seed), DefaultEpochs),
        new("relu-adversarial", "the same, trained with FGSM at ε 0.25 (Goodfellow's maxout: 17.9 %)", _ => new HardenedQuarter(seed: Seed), DefaultEpochs),
        new("dropout", "3 × 1024 ReLU, dropout 0.2 and 0.5 (Srivastava 2014: 1.25 %)", epochs => new Deep(new() { CosineSteps = epochs * Deep.StepsInEpoch }, Seed), Deep.Epochs),
        new("dropout-max-norm", "the same with max-norm 3.5 (Srivastava 2014: 1.06 %)", epochs => new DeepBounded(new() { CosineSteps = epochs * Deep.StepsInEpoch }, Seed), Deep.Epochs),
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
        (double clean, double attacked) = Lesson.Run(entry.Create(epochs), images, epochs, Epsilon);
        return $"{entry.Name} epochs={epochs} minutes={watch.Elapsed.TotalMinutes:F1} test_error={100 - clean:F2}% fgsm_{Epsilon}_error={100 - attacked:F2}%   {entry.Text}";
    }

    /// <param name="Name">What <c>--only</c> calls it.</param>
    /// <param name="Text">What the network is, and what the paper prints.</param>
    /// <param name="Create">Makes the network for a number of epochs.</param>
    /// <param name="Epochs">How many, if <c>--epochs</c> does not say.</param>
    private sealed record Entry(string Name, string Text, Func<int, ILearner> Create, int Epochs);
}
