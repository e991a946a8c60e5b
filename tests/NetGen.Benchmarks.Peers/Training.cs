using NetGen.Benchmarks.Commands;
using NetGen.Benchmarks.Peers.Contest;
using NetGen.Benchmarks.Peers.Torch;

namespace NetGen.Benchmarks.Peers;

/// <summary>A line for each quoted network and number of threads: our training step beside TorchSharp's.</summary>
internal static class Training
{
    public static readonly string[] Names = [.. TorchRecipe.All.Select(recipe => recipe.Name)];

    public static void Run(IEnumerable<string> workloads, Options options)
    {
        foreach (string name in workloads)
        {
            foreach (int threads in options.Threads)
            {
                using Opponent ours = new(Sides.NetGen, Sides.Train, TorchRecipe.Of(name).Workload, 0, threads);
                using Opponent theirs = new(Sides.TorchSharp, Sides.Train, name, 0, threads, TorchContestant.Environment);
                var step = Duel.Turns(ours, theirs, options.Seconds);
                Console.WriteLine($"{name} threads={threads} netgen_us={Lines.Microseconds(step.Ours)} " +
                    $"torchsharp_us={Lines.Microseconds(step.Theirs)} ratio={step.Ratio:F2}");
            }
        }
    }
}
