using System.Diagnostics;
using NetGen.CompilerServices;

namespace NetGen.Benchmarks.Harness;

/// <summary>What it costs the threads of a step to meet once: a mean over many meetings in a row with nothing between them.</summary>
internal sealed class BarrierCost(int threads) : IDisposable
{
    private const int Meetings = 10_000;

    private static readonly Action<Worker> Meet = worker =>
    {
        for (int meeting = 0; meeting < Meetings; meeting++)
        {
            worker.Barrier();
        }
    };

    private readonly Team _team = new(threads, scratchFloats: 16);

    /// <summary>The cost now, in nanoseconds.</summary>
    public double Sample()
    {
        long start = Stopwatch.GetTimestamp();
        _team.Run(Meet, operations: long.MaxValue);
        return Stopwatch.GetElapsedTime(start).TotalNanoseconds / Meetings;
    }

    public void Dispose() => _team.Dispose();
}
