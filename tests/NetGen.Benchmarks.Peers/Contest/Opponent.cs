using System.Diagnostics;
using System.Globalization;

namespace NetGen.Benchmarks.Peers.Contest;

/// <summary>A <see cref="Contestant"/> as the process that compares sees it.</summary>
internal sealed class Opponent : IDisposable
{
    /// <summary>The hidden command that makes a process a contestant.</summary>
    public const string Command = "contestant";

    private const double WarmUpSeconds = 1.5;

    private readonly Process _process;

    /// <param name="side">Which side: <c>netgen</c>, <c>torchsharp</c> or <c>onnxruntime</c>.</param>
    /// <param name="task">What it does: <c>train</c> or <c>predict</c>.</param>
    /// <param name="workload">With which network.</param>
    /// <param name="rows">Rows in a batch; 0 for the workload's own.</param>
    /// <param name="threads">Threads it may use.</param>
    /// <param name="environment">What to set in its environment.</param>
    public Opponent(string side, string task, string workload, int rows, int threads, params ReadOnlySpan<(string Name, string Value)> environment)
    {
        ProcessStartInfo start = new(Path.Combine(AppContext.BaseDirectory, "NetGen.Benchmarks.Peers"), [Command, side, task, workload, $"{rows}", $"{threads}"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        foreach ((string name, string value) in environment)
        {
            start.Environment[name] = value;
        }

        _process = Process.Start(start)!;
        if (Read() != Contestant.Ready)
        {
            throw new InvalidOperationException($"{side} did not get ready to {task} {workload}; its message is above.");
        }

        CallSeconds = Ask("warm", WarmUpSeconds)[0];
    }

    /// <summary>About how long a call takes.</summary>
    public double CallSeconds { get; }

    /// <summary>The mean seconds of a call, of so many that they fill some time.</summary>
    public double Turn(double seconds) => Ask("turn", Math.Max(1, Math.Round(seconds / CallSeconds)))[0];

    /// <summary>The median and the 99th percentile of single calls, of so many that they fill some time.</summary>
    public (double Half, double Most) Calls(double seconds) => Ask("calls", Math.Max(100, Math.Round(seconds / CallSeconds))) is [double half, double most]
        ? (half, most)
        : throw new InvalidOperationException("Two numbers are the answer to \"calls\".");

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }

    private double[] Ask(string request, double argument)
    {
        _process.StandardInput.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{request} {argument}"));
        _process.StandardInput.Flush();
        return [.. Read().Split(' ').Select(number => double.Parse(number, CultureInfo.InvariantCulture))];
    }

    private string Read() => _process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("A contestant ended before its time; its message is above.");
}
