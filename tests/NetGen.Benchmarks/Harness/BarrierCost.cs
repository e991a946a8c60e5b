using System.Diagnostics;
using NetGen.CompilerServices;

namespace NetGen.Benchmarks.Harness;

/// <summary>What a barrier costs the threads of a step: a mean over many in a row with nothing between them.</summary>
internal sealed class BarrierCost(int threads) : IDisposable
{
    private const int Barriers = 10_000;

    private static readonly Action<Worker> Wait = worker =>
    {
        for (int barrier = 0; barrier < Barriers; barrier++)
        {
            worker.Barrier();
        }
    };

    private readonly Team _team = new(threads, scratchFloats: 16);

    /// <summary>The cost now, in nanoseconds.</summary>
    public double Sample()
    {
        long start = Stopwatch.GetTimestamp();
        _team.Run(Wait, operations: long.MaxValue);
        return Stopwatch.GetElapsedTime(start).TotalNanoseconds / Barriers;
    }

    public void Dispose() => _team.Dispose();
}
