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
        ("channels",
        [
            Convolving("4", () => new Channels4(seed: 1), 16),
            Convolving("8", () => new Channels8(seed: 1), 16),
            Convolving("16", () => new Channels16(seed: 1), 16),
            Convolving("32", () => new Channels32(seed: 1), 16),
            Convolving("64", () => new Channels64(seed: 1), 16),
            Convolving("128", () => new Channels128(seed: 1), 16),
        ]),
        ("size",
        [
            Convolving("8", () => new Size8(seed: 1), 8),
            Convolving("16", () => new Size16(seed: 1), 16),
            Convolving("32", () => new Size32(seed: 1), 32),
            Convolving("64", () => new Size64(seed: 1), 64),
        ]),
        ("kernel",
        [
            Convolving("1", () => new Kernel1(seed: 1), 16),
            Convolving("3", () => new Kernel3(seed: 1), 16),
            Convolving("5", () => new Kernel5(seed: 1), 16),
            Convolving("7", () => new Kernel7(seed: 1), 16),
        ]),
    ];

    public static void Run(Options options)
    {
        (string, Workload[])[] tables = options.Select(Tables, table => table.Axis);
        using Bench bench = new(options);
        Lines.Peaks(bench);
        foreach ((string axis, Workload[] rows) in tables)
        {
            Console.WriteLine($"\n{axis,8} {"threads",7} {"bits",4} {"step_us",10} {"us_per_row",10} {"gflops",7} {"peak_pct",8}");
            foreach (Workload row in rows)
            {
                foreach (Figure figure in bench.Train(row))
                {
                    Console.WriteLine($"{row.Name,8} {figure.Setting.Threads,7} {figure.Setting.Bits,4} {Lines.Microseconds(figure.Seconds),10} " +
                        $"{Lines.Microseconds(figure.Seconds / figure.Rows),10} {figure.Rate / 1e9,7:F1} {100 * figure.PeakShare,8:F1}");
                }
            }
        }
    }

    /// <summary>Two convolutions of square images of a size.</summary>
    private static Workload Convolving(string name, Func<IClassifier> create, int size) =>
        new(name, create, Positions: [size * size, size * size]);
}
