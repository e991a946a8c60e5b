using System.Diagnostics;
using System.Runtime.Intrinsics;
using NetGen.CompilerServices;

namespace NetGen.Benchmarks.Harness;

/// <summary>
/// The multiply-add peak of one core, or of several working at once (so that siblings that share a core's units, or a clock that sinks
/// under load, show): the fastest loop of <see cref="MultiplyAdds"/> that a vector width allows. A multiply-add is two operations.
/// </summary>
internal sealed class Peak : IDisposable
{
    private const double OperationsInBurst = 1e7; // some 50 to 200 µs
    private const int BurstsInSample = 20;

    private static readonly int[] Widths = [512, 256, 128];

    private readonly Team _team;
    private readonly Action<Worker> _bursts;
    private double _shortest;

    private Peak(int bits, int accumulators, int threads, Action<int> loop)
    {
        (Bits, Accumulators) = (bits, accumulators);
        _team = new Team(threads, scratchFloats: 16);
        int rounds = (int)(OperationsInBurst / OperationsInRound);
        _bursts = worker =>
        {
            for (int burst = 0; burst < BurstsInSample; burst++)
            {
                worker.Barrier();
                long start = Stopwatch.GetTimestamp();
                loop(rounds);
                worker.Barrier();
                if (worker.Part == 0)
                {
                    _shortest = Math.Min(_shortest, Stopwatch.GetElapsedTime(start).TotalSeconds / rounds);
                }
            }
        };
    }

    public int Bits { get; }

    public int Accumulators { get; }

    public int Threads => _team.Threads;

    private int OperationsInRound => 2 * Accumulators * Bits / (8 * sizeof(float));

    /// <summary>The widths of vector that this machine computes with, widest first.</summary>
    public static int[] AcceleratedWidths => [.. Widths.Where(bits => bits switch
    {
        512 => Vector512.IsHardwareAccelerated,
        256 => Vector256.IsHardwareAccelerated,
        _ => Vector128.IsHardwareAccelerated,
    })];

    /// <summary>The fastest loop on vectors of exactly <paramref name="bits"/> bits, by trying them all in turn.</summary>
    public static Peak Find(int bits, int threads) => bits switch
    {
        512 => Fastest<Lanes16>(bits, threads),
        256 => Fastest<Lanes8>(bits, threads),
        _ => Fastest<Lanes4>(bits, threads),
    };

    /// <summary>The peak now, in operations per second over all threads: the best of many short bursts.</summary>
    public double Sample()
    {
        _shortest = double.PositiveInfinity;
        _team.Run(_bursts, operations: long.MaxValue);
        return OperationsInRound * Threads / _shortest;
    }

    public void Dispose() => _team.Dispose();

    private static Peak Fastest<T>(int bits, int threads)
        where T : struct, ILanes<T>
    {
        Peak[] loops =
        [
            new(bits, 12, threads, rounds => MultiplyAdds.Twelve<T>(rounds)),
            new(bits, 16, threads, rounds => MultiplyAdds.Sixteen<T>(rounds)),
            new(bits, 24, threads, rounds => MultiplyAdds.TwentyFour<T>(rounds)),
        ];
        Peak fastest = loops.MaxBy(loop => Enumerable.Range(0, 5).Max(_ => loop.Sample()))!;
        foreach (Peak loop in loops.Where(loop => loop != fastest))
        {
            loop.Dispose();
        }

        return fastest;
    }
}
