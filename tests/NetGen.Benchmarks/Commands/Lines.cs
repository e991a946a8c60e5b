using NetGen.Benchmarks.Harness;

namespace NetGen.Benchmarks.Commands;

/// <summary>The pieces of text that several commands print.</summary>
internal static class Lines
{
    /// <summary>A line for each calibrated width and number of threads.</summary>
    public static void Peaks(Bench bench)
    {
        foreach (Peak peak in bench.Peaks)
        {
            Console.WriteLine($"peak bits={peak.Bits} threads={peak.Threads} gflops={Enumerable.Range(0, 5).Max(_ => peak.Sample()) / 1e9:F1} accumulators={peak.Accumulators}");
        }
    }

    /// <summary>Three digits at least: 2.11, 272.4.</summary>
    public static string Microseconds(double seconds) => (seconds * 1e6).ToString(seconds < 1e-5 ? "F2" : "F1");

    /// <summary>The setting's threads, and its width where widths are compared.</summary>
    public static string Setting(Setting setting, Options options) =>
        $"threads={setting.Threads}{(options.Bits.Length > 0 ? $" bits={setting.Bits}" : "")}";

    /// <summary>What company costs and brings, where there is any.</summary>
    public static string Company(Figure figure) =>
        (figure.Speedup is { } speedup ? $" speedup={speedup:F2}" : "") +
        (figure.BarrierNanoseconds is { } barrier ? $" barrier_ns={barrier:F0}" : "");
}
