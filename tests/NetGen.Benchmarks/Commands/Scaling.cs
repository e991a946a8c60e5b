using NetGen.Benchmarks.Harness;
using NetGen.Benchmarks.Models;

namespace NetGen.Benchmarks.Commands;

/// <summary>How the time of a training step grows along one axis at a time: a table each.</summary>
internal static class Scaling
{
    private static readonly (string Axis, Workload[] Rows)[] Tables =
    [
        ("width",
        [
            new("64", () => new Width64(seed: 1)),
            new("128", () => new Width128(seed: 1)),
            new("256", () => new Width256(seed: 1)),
            new("512", () => new Width512(seed: 1)),
            new("1024", () => new Width1024(seed: 1)),
            new("2048", () => new Width2048(seed: 1)),
            new("4096", () => new Width4096(seed: 1)),
        ]),
        ("depth",
        [
            new("1", () => new Depth1(seed: 1)),
            new("2", () => new Depth2(seed: 1)),
            new("4", () => new Depth4(seed: 1)),
            new("8", () => new Depth8(seed: 1)),
            new("16", () => new Depth16(seed: 1)),
            new("32", () => new Depth32(seed: 1)),
        ]),
        ("batch", [.. Enumerable.Range(0, 11).Select(power => new Workload($"{1 << power}", () => new Batch1024(seed: 1), 1 << power))]),
    ];

    public static void Run(Options options)
    {
        (string, Workload[])[] tables = options.Select(Tables, table => table.Axis);
        using Bench bench = new(options);
        Lines.Peaks(bench);
        foreach ((string axis, Workload[] rows) in tables)
        {
            Console.WriteLine($"\n{axis,6} {"threads",7} {"bits",4} {"step_us",10} {"us_per_row",10} {"gflops",7} {"peak_pct",8}");
            foreach (Workload row in rows)
            {
                foreach (Figure figure in bench.Train(row))
                {
                    Console.WriteLine($"{row.Name,6} {figure.Setting.Threads,7} {figure.Setting.Bits,4} {Lines.Microseconds(figure.Seconds),10} " +
                        $"{Lines.Microseconds(figure.Seconds / figure.Rows),10} {figure.Rate / 1e9,7:F1} {100 * figure.PeakShare,8:F1}");
                }
            }
        }
    }
}
