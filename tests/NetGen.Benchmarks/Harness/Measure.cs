using System.Diagnostics;

namespace NetGen.Benchmarks.Harness;

/// <summary>One repetition of one body.</summary>
/// <param name="Seconds">Mean time of a call.</param>
/// <param name="Calls">How often it was called.</param>
/// <param name="Bytes">What all threads together allocated meanwhile.</param>
internal readonly record struct Sample(double Seconds, int Calls, long Bytes);

/// <summary>
/// Times bodies in turn. A stopwatch and no BenchmarkDotNet, because that runs what is to be compared one after the other, minutes apart, and
/// cannot print these lines: here the repetitions alternate, and each has its own calibration beside it.
/// </summary>
internal static class Measure
{
    // Many short repetitions: a median of those shrugs off what else the machine does, for it hits only some. Odd, so that a median is a
    // value that was measured.
    private const int LeastRepetitions = 9, MostRepetitions = 51;

    private const double WarmUpSeconds = 0.4; // enough for every method to reach its optimized form

    /// <summary>Repetitions A B C, C B A, A B C, …: what disturbs the machine for a while disturbs all of them.</summary>
    /// <param name="bodies">What to call.</param>
    /// <param name="seconds">Time for each body, over all its repetitions.</param>
    /// <param name="between">Called before the first round, between two rounds, and after the last.</param>
    /// <returns>The samples of each body, a row each.</returns>
    public static Sample[][] InTurn(IReadOnlyList<Action> bodies, double seconds, Action? between = null)
    {
        double[] each = [.. bodies.Select(body => Probe(body, seconds))];
        int repetitions = Repetitions(seconds, each.Max());
        int[] calls = [.. each.Select(call => Calls(seconds / repetitions, call))];
        Sample[][] samples = [.. bodies.Select(_ => new Sample[repetitions])];
        for (int round = 0; round < repetitions; round++)
        {
            between?.Invoke();
            for (int i = 0; i < bodies.Count; i++)
            {
                int turn = round % 2 == 0 ? i : bodies.Count - 1 - i;
                samples[turn][round] = Time(bodies[turn], calls[turn]);
            }
        }

        between?.Invoke();
        return samples;
    }

    /// <summary>The middle value; of an even number, the mean of the two in the middle.</summary>
    public static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        int half = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    /// <summary>Bytes allocated per call, rounded up: 0 says that there was not one.</summary>
    public static long BytesPerCall(IReadOnlyList<Sample> samples) =>
        (long)Math.Ceiling(samples.Sum(sample => sample.Bytes) / (double)samples.Sum(sample => (long)sample.Calls));

    /// <summary>How often to measure what takes so many seconds a call, so that the whole takes some time.</summary>
    public static int Repetitions(double seconds, double call) =>
        Math.Clamp((int)(seconds / call), LeastRepetitions, MostRepetitions) | 1;

    /// <summary>How many calls fill some time.</summary>
    public static int Calls(double seconds, double call) => Math.Max(1, (int)(seconds / call));

    /// <summary>Warms a body up; about how long a call takes then.</summary>
    public static double Probe(Action body, double seconds)
    {
        Call(body, WarmUpSeconds);
        return Call(body, seconds / LeastRepetitions);
    }

    /// <summary>Calls a body for some time; the mean seconds of a call.</summary>
    public static double Call(Action body, double seconds)
    {
        int calls = 0;
        long start = Stopwatch.GetTimestamp();
        do
        {
            body();
            calls++;
        }
        while (Stopwatch.GetElapsedTime(start).TotalSeconds < seconds);
        return Stopwatch.GetElapsedTime(start).TotalSeconds / calls;
    }

    /// <summary>One repetition.</summary>
    public static Sample Time(Action body, int calls)
    {
        body(); // wakes sleeping workers and brings the weights back into the caches
        long bytes = GC.GetTotalAllocatedBytes(precise: true);
        long start = Stopwatch.GetTimestamp();
        for (int call = 0; call < calls; call++)
        {
            body();
        }

        double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds / calls;
        return new Sample(seconds, calls, GC.GetTotalAllocatedBytes(precise: true) - bytes);
    }
}
