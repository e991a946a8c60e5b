using System.Diagnostics;

namespace NetGen.Benchmarks.Harness;

/// <summary>How long single calls take, each with its own two looks at the clock (some 20 ns each, which are counted in).</summary>
/// <param name="Half">Half of the calls took no longer: seconds.</param>
/// <param name="Most">99 of 100 took no longer: seconds.</param>
/// <param name="Bytes">Allocated a call, on all threads, rounded up.</param>
internal sealed record Latency(double Half, double Most, long Bytes)
{
    private const int CallsInBlock = 500;

    /// <summary>Times bodies in turn, a block of calls each, until every one has had its seconds.</summary>
    public static Latency[] InTurn(IReadOnlyList<Action> bodies, double seconds)
    {
        int[] blocks = [.. bodies.Select(body => 1 + Measure.Calls(seconds, Measure.Probe(body, seconds)) / CallsInBlock)];
        long[][] ticks = [.. blocks.Select(count => new long[count * CallsInBlock])];
        long[] bytes = new long[bodies.Count];
        for (int block = 0; block < blocks.Max(); block++)
        {
            for (int i = 0; i < bodies.Count; i++)
            {
                if (block < blocks[i])
                {
                    bytes[i] += Block(bodies[i], ticks[i].AsSpan(block * CallsInBlock, CallsInBlock));
                }
            }
        }

        return [.. ticks.Select((all, i) => Of(all, bytes[i]))];
    }

    /// <summary>Times calls of one body.</summary>
    public static Latency Time(Action body, int calls)
    {
        long[] ticks = new long[calls];
        return Of(ticks, Block(body, ticks));
    }

    private static Latency Of(long[] ticks, long bytes)
    {
        ticks.Sort();
        return new Latency(Seconds(ticks[ticks.Length / 2]), Seconds(ticks[ticks.Length * 99 / 100]), (long)Math.Ceiling((double)bytes / ticks.Length));

        static double Seconds(long ticks) => (double)ticks / Stopwatch.Frequency;
    }

    private static long Block(Action body, Span<long> ticks)
    {
        body();
        long bytes = GC.GetTotalAllocatedBytes(precise: true);
        foreach (ref long tick in ticks)
        {
            long start = Stopwatch.GetTimestamp();
            body();
            tick = Stopwatch.GetTimestamp() - start;
        }

        return GC.GetTotalAllocatedBytes(precise: true) - bytes;
    }
}
