using Digits;

namespace RegularizationLab;

/// <summary>What the command line asks for.</summary>
internal sealed record Options
{
    public const string Usage = """
        Trains small networks with and without each regularization technique, and writes a report with the figures of the textbook.

        dotnet run -c Release --project samples/RegularizationLab -- [options]

          --data DIR   the IDX files of MNIST or Fashion-MNIST in DIR (gzipped or not), instead of the embedded digits
          --out FILE   where the report goes (otherwise regularization-lab.html in the current folder)
          --pictures DIR
                       also writes each chart into DIR, as an SVG file of its own, with the colors of the light page
          --only FIGURE
                       draws this figure alone, or several, separated by commas:
                       early-stopping, noisy-early-stopping, weights, inputs, strength, noisy-strength, limits, augmentation-gallery,
                       training-images, wrong-augmentation, sharing, adversarial-gallery, adversarial-training, smoothing, rare-class,
                       uncertainty, averaging
          --quick      hardly any training: to look at the page, not at its numbers
          --help       show this text

        Ctrl+C ends the figure at hand and writes the page with those that are done.
        """;

    public string? Data { get; private init; }

    public string File { get; private init; } = "regularization-lab.html";

    /// <summary>The folder for the charts as files of their own, if there are to be any.</summary>
    public string? Pictures { get; private init; }

    /// <summary>The figures to draw; all if null.</summary>
    public IReadOnlyList<string>? Only { get; private init; }

    public bool Quick { get; private init; }

    public bool Help { get; private init; }

    /// <exception cref="UsageException">An argument is unknown, or its value is missing or not allowed.</exception>
    public static Options Parse(ReadOnlySpan<string> args) => args switch
    {
        [] => new Options(),
        ["--help" or "-h", ..] => new Options { Help = true },
        ["--quick", .. var rest] => Parse(rest) with { Quick = true },
        ["--data", var folder, .. var rest] when Directory.Exists(folder) => Parse(rest) with { Data = folder },
        ["--out", var file, .. var rest] when IsWritable(file) => Parse(rest) with { File = file },
        ["--pictures", var folder, .. var rest] when IsFolder(folder) => Parse(rest) with { Pictures = folder },
        ["--only", var names, .. var rest] => Parse(rest) with { Only = Figures(names) },
        ["--only", ..] => throw Fault(args, $"one or more figures, separated by commas, are needed: {string.Join(", ", Lab.Names)}"),
        ["--data", ..] => throw Fault(args, "a folder that exists is needed"),
        ["--out", ..] => throw Fault(args, "a file in a folder that exists is needed"),
        ["--pictures", ..] => throw Fault(args, "a folder, or a new one in a folder that exists, is needed"),
        _ => throw new UsageException($"{args[0]} is not an option; the options are --data DIR, --out FILE, --pictures DIR, --only FIGURE, --quick and --help."),
    };

    private static string[] Figures(string names)
    {
        string[] asked = names.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        string? unknown = asked.Length == 0 ? "" : asked.FirstOrDefault(name => !Lab.Names.Contains(name));
        return unknown is null
            ? asked
            : throw new UsageException($"--only: there is no figure \"{unknown}\"; the figures are {string.Join(", ", Lab.Names)}.");
    }

    private static bool IsWritable(string file) => file.Length > 0 && !Directory.Exists(file) && HasPlace(file);

    private static bool IsFolder(string folder) => folder.Length > 0 && !System.IO.File.Exists(folder) && (Directory.Exists(folder) || HasPlace(folder));

    private static bool HasPlace(string path) => Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(Path.TrimEndingDirectorySeparator(path))));

    private static UsageException Fault(ReadOnlySpan<string> args, string needed) =>
        new(args.Length > 1 ? $"{args[0]} is \"{args[1]}\"; {needed}." : $"{args[0]} stands without a value; {needed}.");
}
