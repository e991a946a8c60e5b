using System.Diagnostics;
using System.Globalization;
using Digits;
using NetGen.Benchmarks.Commands;
using NetGen.Benchmarks.Harness;
using NetGen.Benchmarks.Peers.Torch;

namespace NetGen.Benchmarks.Peers;

/// <summary>
/// From the start of a process to its first trained step: time, most memory resident, and what lies on disk beside the .NET runtime
/// (a NativeAOT program contains its own). Processes in turn; medians; a first round is not counted.
/// </summary>
internal static class Startup
{
    public const string Command = "startup";

    private const int Rounds = 9;

    private static readonly string Folder = AppContext.BaseDirectory;

    /// <param name="Name">As the line calls it.</param>
    /// <param name="File">The program.</param>
    /// <param name="Argument">What makes it do one step.</param>
    /// <param name="OnDisk">The files it needs.</param>
    private sealed record Program(string Name, string File, string Argument, IEnumerable<string> OnDisk);

    /// <param name="native">Nothing, or a NativeAOT build of NetGen.Benchmarks.</param>
    /// <exception cref="UsageException">It is not there.</exception>
    public static void Run(string[] native)
    {
        if (native.Length > 1 || native.Any(file => !File.Exists(file)))
        {
            throw new UsageException($"{Command} stands before \"{string.Join(' ', native)}\"; nothing or one program that exists is needed.");
        }

        Program[] programs =
        [
            new("NetGen JIT", Beside("NetGen.Benchmarks"), FirstStep.Name, [Beside("NetGen.Benchmarks.dll"), Beside("NetGen.dll"), Beside("System.Numerics.Tensors.dll")]),
            .. native.Select(file => new Program("NetGen NativeAOT", Path.GetFullPath(file), FirstStep.Name, [file])),
            new("TorchSharp", Beside("NetGen.Benchmarks.Peers"), TorchFirstStep.Command, TorchFiles()),
        ];
        var rounds = Enumerable.Range(0, Rounds + 1).Select(_ => programs.Select(Time).ToArray()).Skip(1).ToArray();
        for (int i = 0; i < programs.Length; i++)
        {
            Console.WriteLine($"{programs[i].Name} first_step_ms={Measure.Median(rounds.Select(round => round[i].Milliseconds)):F0} " +
                $"resident_mb={Measure.Median(rounds.Select(round => round[i].Megabytes)):F1} " +
                $"disk_mb={programs[i].OnDisk.Sum(file => new FileInfo(file).Length) / 1e6:F1}");
        }
    }

    private static string Beside(string file) => Path.Combine(Folder, file);

    /// <summary>TorchSharp, the assemblies it needs, and the native libraries of both packages.</summary>
    private static IEnumerable<string> TorchFiles() =>
        Directory.EnumerateFiles(Path.Combine(Folder, "runtimes", "linux-x64", "native"))
            .Where(file => !Path.GetFileName(file).Contains("onnxruntime", StringComparison.Ordinal))
            .Concat([Beside("TorchSharp.dll"), Beside("Google.Protobuf.dll"), Beside("ICSharpCode.SharpZipLib.dll"), Beside("SkiaSharp.dll")]);

    private static (double Milliseconds, double Megabytes) Time(Program program)
    {
        long start = Stopwatch.GetTimestamp();
        using Process process = Process.Start(new ProcessStartInfo(program.File, [program.Argument]) { RedirectStandardOutput = true })!;
        string? trained = process.StandardOutput.ReadLine();
        double milliseconds = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        string? resident = process.StandardOutput.ReadLine();
        process.WaitForExit();
        return trained is not null && resident?.Split('=') is [_, var megabytes]
            ? (milliseconds, double.Parse(megabytes, CultureInfo.InvariantCulture))
            : throw new InvalidOperationException($"{program.Name} took no step; its message is above.");
    }
}
