using System.Globalization;
using Digits;
using NetGen.Benchmarks.Harness;

namespace NetGen.Benchmarks;

/// <summary>What the command line asks for.</summary>
internal sealed record Options
{
    private const double LeastSeconds = 0.05, MostSeconds = 600;

    /// <summary>The command's name, if there is one.</summary>
    public string? Command { get; private init; }

    public bool Help { get; private init; }

    /// <summary>Which rows or tables to measure; all if empty.</summary>
    public string[] Only { get; private init; } = [];

    /// <summary>Numbers of threads to compare.</summary>
    public int[] Threads { get; private init; } = Environment.ProcessorCount > 1 ? [1, 2] : [1];

    /// <summary>Widths of vector to compare; the network's own choice if empty.</summary>
    public int[] Bits { get; private init; } = [];

    /// <summary>Every number of threads with every width, fewest threads first.</summary>
    public IEnumerable<Setting> Settings =>
        from bits in Bits.DefaultIfEmpty(Peak.AcceleratedWidths[0]) from threads in Threads select new Setting(threads, bits);

    /// <summary>How long each figure is measured, over all its repetitions.</summary>
    public double Seconds { get; private init; } = 2;

    /// <summary>How many epochs the learning tables train; each table's own number if null.</summary>
    public int? Epochs { get; private init; }

    /// <summary>How many seeds the learning table trains from; its own number if null.</summary>
    public int? Seeds { get; private init; }

    /// <summary>
    /// Whether the learning tables measure on held-out training images, by which settings are chosen, and not on the test images.
    /// </summary>
    public bool Validation { get; private init; }

    /// <summary>The folder with real images, if one was given.</summary>
    public string? Data { get; private init; }

    /// <summary>The folder with real images: <c>mnist</c> and <c>fashion</c> in it hold the IDX files.</summary>
    /// <exception cref="UsageException">None was given.</exception>
    public string RequireData() => Data ?? throw new UsageException("--data DIR is needed; DIR/mnist and DIR/fashion hold the four IDX files of MNIST and Fashion-MNIST.");

    /// <exception cref="UsageException">An argument is unknown, or its value is missing or not allowed.</exception>
    public static Options Parse(ReadOnlySpan<string> args)
    {
        var options = new Options();
        while (args is [string name, .. ReadOnlySpan<string> rest])
        {
            if (name is "--help" or "-h")
            {
                return new Options { Help = true };
            }

            if (name is "--validation")
            {
                options = options with { Validation = true };
                args = rest;
                continue;
            }

            if (options.Command is null && !name.StartsWith('-'))
            {
                options = options with { Command = name };
                args = rest;
                continue;
            }

            string[] values = rest is [string next, ..] ? next.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) : [];
            options = name switch
            {
                "--only" when values.Length > 0 => options with { Only = values },
                "--only" => throw new UsageException("--only stands without a value; names are needed, with commas between them."),
                "--threads" => options with { Threads = [.. Several(name, values, [.. Enumerable.Range(1, Environment.ProcessorCount)]).Order()] },
                "--bits" => options with { Bits = Several(name, values, Peak.AcceleratedWidths) },
                "--epochs" => options with { Epochs = Count(name, values) },
                "--seeds" => options with { Seeds = Count(name, values) },
                "--data" when rest is [{ } folder, ..] => options with { Data = folder },
                "--data" => throw new UsageException("--data stands without a value; a folder is needed."),
                "--seconds" => options with { Seconds = Duration(name, values) },
                _ => throw new UsageException($"{name} is not an option; the options are --only NAMES, --threads NUMBERS, " +
                    $"--bits NUMBERS, --seconds NUMBER, --epochs NUMBER, --seeds NUMBER, --data DIR, --validation and --help."),
            };
            args = rest[1..];
        }

        return options;
    }

    /// <summary>The entries that <see cref="Only"/> names, all of them if it names none.</summary>
    /// <exception cref="UsageException">It names one that is not there.</exception>
    public T[] Select<T>(T[] entries, Func<T, string> name)
    {
        string[] names = [.. entries.Select(name)];
        return Only.Except(names, StringComparer.OrdinalIgnoreCase).FirstOrDefault() is { } stranger
            ? throw new UsageException($"--only names \"{stranger}\"; known are {string.Join(", ", names)}.")
            : [.. entries.Where(entry => Only.Length == 0 || Only.Contains(name(entry), StringComparer.OrdinalIgnoreCase))];
    }

    private static int[] Several(string name, string[] values, int[] allowed)
    {
        int[] numbers = [.. values.Select(value => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : 0)];
        return numbers.Length > 0 && numbers.All(allowed.Contains) && numbers.Distinct().Count() == numbers.Length
            ? numbers
            : throw Fault(name, values, $"one or more of {string.Join(", ", allowed)} are needed, each once, with commas between them");
    }

    private static int Count(string name, string[] values) =>
        values is [string value] && int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number > 0
            ? number
            : throw Fault(name, values, "a number from 1 is needed");

    private static double Duration(string name, string[] values) =>
        values is [string value] && double.TryParse(value, CultureInfo.InvariantCulture, out double seconds) && seconds is >= LeastSeconds and <= MostSeconds
            ? seconds
            : throw Fault(name, values, $"a number of seconds from {LeastSeconds} to {MostSeconds} is needed");

    private static UsageException Fault(string name, string[] values, string needed) =>
        new(values.Length == 0 ? $"{name} stands without a value; {needed}." : $"{name} is \"{string.Join(',', values)}\"; {needed}.");
}
