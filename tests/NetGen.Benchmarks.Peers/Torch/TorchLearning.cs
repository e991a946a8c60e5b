using System.Diagnostics;
using Digits;
using NetGen.Benchmarks.Learning;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn.functional;

namespace NetGen.Benchmarks.Peers.Torch;

/// <summary>
/// What W4's network learns in TorchSharp, by the recipe of our learning table and from the library's own start: Adam 1e-3 on the first
/// 50,000 images in batches of 64, measured after the last epoch as images are and under FGSM with ε 0.1.
/// </summary>
internal static class TorchLearning
{
    public const string Command = "learning";

    private const int Rows = 50_000, Batch = 64, Epochs = 20, Seeds = 3, Side = 28, StepsBetweenCollections = 50, TestBatch = 1000;
    private const double Dropout = 0.5, Epsilon = 0.1;

    public static void Run(Options options)
    {
        string folder = options.RequireData();
        TorchContestant.Begin(options.Threads.Max());
        foreach (string set in options.Select(["mnist", "fashion"], name => name))
        {
            var watch = Stopwatch.StartNew();
            var images = Images.Read(Path.Combine(folder, set), Rows, options.Validation);
            (double Clean, double Attacked)[] results =
                [.. Enumerable.Range(1, options.Seeds ?? Seeds).Select(seed => Learn(images, seed, options.Epochs ?? Epochs))];
            Console.WriteLine($"{set} W4 TorchSharp seeds={results.Length} accuracy={Text(results.Select(r => r.Clean))} " +
                $"under_fgsm={Text(results.Select(r => r.Attacked))} minutes={watch.Elapsed.TotalMinutes:F1}");
        }
    }

    private static string Text(IEnumerable<double> values)
    {
        var statistic = Statistic.Of([.. values]);
        return $"{statistic.Mean:F2}±{statistic.Deviation:F2}";
    }

    private static (double Clean, double Attacked) Learn(Images images, int seed, int epochs)
    {
        random.manual_seed(seed);
        using DisposeScope all = NewDisposeScope();
        using Convolved ours = new(seed: seed);
        TorchModel model = new(PeerNetwork.Of(ours).Layers, Dropout, startsAsItWants: true);
        using optim.Optimizer optimizer = optim.Adam(model.parameters(), 1e-3, beta2: 0.999);
        (Tensor features, Tensor labels) = Tensors(images.Train);
        long count = labels.shape[0];
        model.train();
        for (int step = 0, epoch = 0; epoch < epochs; epoch++)
        {
            using Tensor order = randperm(count);
            for (long first = 0; first < count; first += Batch, step++)
            {
                using DisposeScope scope = NewDisposeScope();
                Tensor rows = order.narrow(0, first, Math.Min(Batch, count - first));
                optimizer.zero_grad();
                cross_entropy(model.forward(Planes(features.index_select(0, rows))), labels.index_select(0, rows)).backward();
                optimizer.step();
                if (step % StepsBetweenCollections == 0)
                {
                    GC.Collect(0, GCCollectionMode.Forced, blocking: true);
                    GC.WaitForPendingFinalizers();
                }
            }
        }

        model.eval();
        return Measure(model, images.Test);
    }

    private static (double Clean, double Attacked) Measure(TorchModel model, Dataset test)
    {
        (Tensor features, Tensor labels) = Tensors(test);
        double clean = 0, attacked = 0;
        for (long first = 0; first < labels.shape[0]; first += TestBatch)
        {
            using DisposeScope scope = NewDisposeScope();
            Tensor x = Planes(features.narrow(0, first, TestBatch)).detach().requires_grad_(true), y = labels.narrow(0, first, TestBatch);
            Tensor z = model.forward(x), gradient = autograd.grad([cross_entropy(z, y)], [x])[0];
            clean += Right(z, y);
            attacked += Right(model.forward(x.detach().add(gradient.sign(), alpha: Epsilon).clamp(0, 1)), y);
        }

        return (100 * clean / labels.shape[0], 100 * attacked / labels.shape[0]);

        static long Right(Tensor z, Tensor y) => z.argmax(1).eq(y).sum().item<long>();
    }

    private static (Tensor Features, Tensor Labels) Tensors(Dataset data) => (
        tensor(data.Features(ImageSet.Images).ToArray()).reshape(data.Count, Side, Side, 1),
        tensor([.. data.Labels(ImageSet.Labels).ToArray().Select(label => (long)label)]));

    /// <summary>Images as the library wants their axes, and as they lie best in memory.</summary>
    private static Tensor Planes(Tensor images) => images.permute(0, 3, 1, 2);
}
