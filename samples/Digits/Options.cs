using System.Globalization;

namespace Digits;

/// <summary>What the command line asks for; null where it says nothing and the choice is the data set's.</summary>
internal sealed record Options
{
    public const string Usage = """
        Trains a small network to read handwritten digits, and shows what it learned.

        dotnet run -c Release --project samples/Digits -- [options]

          --network N  dense: a network of dense layers; cnn: one of convolutions, on images moved at random (otherwise dense, with --data cnn)
          --data DIR   train on the IDX files of MNIST or Fashion-MNIST in DIR (gzipped or not), instead of the embedded digits
          --seed N     train one network, from the seed N (otherwise: seeds 1, 2 and 3; with --data, seed 1)
          --epochs N   visit every training image at most N times, 1 to 10000 (otherwise 100, for cnn 60; with --data 20 and 10)
          --out FILE   save the model to FILE (otherwise to model.safetensors beside the program)
          --help       show this text
        """;

    private const int MostEpochs = 10_000;

    public string? Data { get; private init; }

    /// <summary>Whether the network is one of convolutions: what is asked for, or else so for the larger images of a folder.</summary>
    public bool IsConvolutional => Convolutional ?? Data is not null;

    private bool? Convolutional { get; init; }

    public int[]? Seeds { get; private init; }

    public int? Epochs { get; private init; }

    public string File { get; private init; } = Path.Combine(AppContext.BaseDirectory, "model.safetensors");

    public bool Help { get; private init; }

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

            string? value = rest is [string next, ..] ? next : null;
            options = name switch
            {
                "--network" => options with { Convolutional = value switch { "cnn" => true, "dense" => false, _ => throw Fault(name, value, "dense or cnn is needed") } },
                "--data" => options with { Data = ExistingFolder(name, value) },
                "--seed" => options with { Seeds = [Whole(name, value, int.MinValue, int.MaxValue)] },
                "--epochs" => options with { Epochs = Whole(name, value, 1, MostEpochs) },
                "--out" => options with { File = WritableFile(name, value) },
                _ => throw new UsageException($"{name} is not an option; the options are --network N, --data DIR, --seed N, --epochs N, --out FILE and --help."),
            };
            args = rest[1..];
        }

        return options;
    }

    private static int Whole(string name, string? value, int least, int most) =>
        int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number) && number >= least && number <= most
            ? number
            : throw Fault(name, value, $"a whole number from {least} to {most} is needed");

    private static string ExistingFolder(string name, string? value) =>
        Directory.Exists(value) ? value : throw Fault(name, value, "a folder that exists is needed");

    private static string WritableFile(string name, string? value) =>
        !string.IsNullOrEmpty(value) && !Directory.Exists(value) && Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(value)))
            ? value
            : throw Fault(name, value, "a file in a folder that exists is needed");

    private static UsageException Fault(string name, string? value, string needed) =>
        new(value is null ? $"{name} stands without a value; {needed}." : $"{name} is \"{value}\"; {needed}.");
}
