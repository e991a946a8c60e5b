using NetGen.Benchmarks.Harness;

namespace NetGen.Benchmarks.Commands;

/// <summary>A line for each quoted network and number of threads: the public <c>TrainStep</c>, checks and copies included.</summary>
internal static class Steps
{
    public static void Run(Options options)
    {
        Workload[] workloads = options.Select(Workload.Quoted, workload => workload.Name);
        using Bench bench = new(options);
        Lines.Peaks(bench);
        foreach (Workload workload in workloads)
        {
            foreach (Figure figure in bench.Train(workload))
            {
                Console.WriteLine($"{workload.Name} {Lines.Setting(figure.Setting, options)} step_us={Lines.Microseconds(figure.Seconds)} " +
                    $"samples_per_s={figure.Rows / figure.Seconds:F0} peak_pct={100 * figure.PeakShare:F1} alloc_bytes={figure.Bytes}{Lines.Company(figure)}");
            }
        }
    }
}
