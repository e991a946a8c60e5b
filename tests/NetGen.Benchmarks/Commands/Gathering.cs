using Digits;
using NetGen.Benchmarks.Harness;

namespace NetGen.Benchmarks.Commands;

/// <summary>
/// How long it takes to gather shuffled rows of 784 numbers into a batch, from 60,000 rows of floats (188 MB) and from the same as bytes
/// (47 MB), in turn.
/// </summary>
internal static class Gathering
{
    private const int Rows = 60_000, Size = 784;

    public static void Run(Options options)
    {
        byte[] bytes = new byte[Rows * Size];
        new Random(1).NextBytes(bytes);
        LabelColumn labels = new("Label", new int[Rows]);
        Dataset kept = new(new FeatureColumn("Image", [28, 28, 1], bytes), labels);
        Dataset floats = new(new FeatureColumn("Image", [28, 28, 1], kept.Features("Image").ToArray()), labels);
        using MnistNet network = new(seed: 1);
        NetworkMemory memory = ((INetwork)network).Memory;
        foreach (int batch in new[] { 64, memory.Schema.BatchSize })
        {
            Sample[][] samples = Measure.InTurn([Body(floats, memory, batch), Body(kept, memory, batch)], options.Seconds);
            double[] seconds = [.. samples.Select(body => Measure.Median(body.Select(sample => sample.Seconds)))];
            double ratio = Measure.Median(samples[0].Zip(samples[1], (a, b) => a.Seconds / b.Seconds));
            Console.WriteLine($"gather rows={batch} floats_us={Lines.Microseconds(seconds[0])} bytes_us={Lines.Microseconds(seconds[1])} " +
                $"ratio={ratio:F2} alloc_bytes={samples.Max(body => Measure.BytesPerCall(body))}");
        }
    }

    /// <summary>Gathers one batch after the other of a shuffled epoch, and begins anew at its end.</summary>
    private static Action Body(Dataset data, NetworkMemory memory, int batch)
    {
        int[] order = [.. new BatchOrder(Rows, seed: 1).Epoch(1)];
        int next = 0;
        return () =>
        {
            data.Gather(memory, order.AsSpan(next, batch));
            next = next + 2 * batch > Rows ? 0 : next + batch;
        };
    }
}
