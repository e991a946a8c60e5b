using NetGen.Benchmarks.Commands;
using NetGen.Benchmarks.Peers.Contest;

namespace NetGen.Benchmarks.Peers;

/// <summary>Our predictions beside ONNX Runtime's: how soon one row is answered, how long a batch of 64 takes.</summary>
internal static class Inference
{
    /// <summary>What <c>--only</c> calls it, before the network's name.</summary>
    private const string Prefix = "predict-";

    public static readonly string[] Names = [.. new[] { "W2", "W4" }.Select(network => Prefix + network)];

    public static void Run(IEnumerable<string> names, Options options)
    {
        foreach (string name in names)
        {
            Compare(name[Prefix.Length..], options);
        }
    }

    private static void Compare(string network, Options options)
    {
        foreach (int threads in options.Threads)
        {
            using Opponent ours = new(Sides.NetGen, Sides.Predict, network, 1, threads);
            using Opponent theirs = new(Sides.OnnxRuntime, Sides.Predict, network, 1, threads);
            var (half, most) = Duel.Calls(ours, theirs, options.Seconds);
            Console.WriteLine($"predict {network} batch=1 threads={threads} " +
                $"netgen_p50_us={Lines.Microseconds(half.Ours)} onnxruntime_p50_us={Lines.Microseconds(half.Theirs)} p50_ratio={half.Ratio:F2} " +
                $"netgen_p99_us={Lines.Microseconds(most.Ours)} onnxruntime_p99_us={Lines.Microseconds(most.Theirs)} p99_ratio={most.Ratio:F2}");
        }

        foreach (int threads in options.Threads)
        {
            using Opponent ours = new(Sides.NetGen, Sides.Predict, network, 64, threads);
            using Opponent theirs = new(Sides.OnnxRuntime, Sides.Predict, network, 64, threads);
            var batch = Duel.Turns(ours, theirs, options.Seconds);
            Console.WriteLine($"predict {network} batch=64 threads={threads} " +
                $"netgen_us={Lines.Microseconds(batch.Ours)} onnxruntime_us={Lines.Microseconds(batch.Theirs)} ratio={batch.Ratio:F2}");
        }
    }
}
