using NetGen.Benchmarks.Harness;

namespace NetGen.Benchmarks.Commands;

/// <summary>The public <c>Predict</c>: how soon one row is answered, and how many rows a second batches of 64 give.</summary>
internal static class Predictions
{
    public static void Run(Options options)
    {
        Workload[] workloads = options.Select(Workload.Predicted, workload => workload.Name);
        using Bench bench = new(options);
        Lines.Peaks(bench);
        foreach (Workload workload in workloads)
        {
            foreach ((Setting setting, Latency latency) in bench.Latencies(workload with { Rows = 1 }))
            {
                Console.WriteLine($"{workload.Name} predict batch=1 {Lines.Setting(setting, options)} p50_us={Lines.Microseconds(latency.Half)} " +
                    $"p99_us={Lines.Microseconds(latency.Most)} alloc_bytes={latency.Bytes}");
            }

            foreach (Figure figure in bench.Predict(workload with { Rows = 64 }))
            {
                Console.WriteLine($"{workload.Name} predict batch=64 {Lines.Setting(figure.Setting, options)} batch_us={Lines.Microseconds(figure.Seconds)} " +
                    $"samples_per_s={figure.Rows / figure.Seconds:F0} peak_pct={100 * figure.PeakShare:F1} alloc_bytes={figure.Bytes}{Lines.Company(figure)}");
            }
        }
    }
}
