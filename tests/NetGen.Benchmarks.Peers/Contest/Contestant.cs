using System.Globalization;
using NetGen.Benchmarks.Harness;

namespace NetGen.Benchmarks.Peers.Contest;

/// <summary>
/// One side of a comparison, in a process of its own, where a peer's threads, allocator and environment disturb nobody. It does nothing
/// but answer requests, a line each: "turn N" calls the body N times and answers the seconds of a call, "calls N" times N single calls
/// and answers median and 99th percentile, "warm S" calls it for S seconds and answers the seconds of a call.
/// </summary>
/// <param name="body">A training step or a prediction.</param>
internal sealed class Contestant(Action body)
{
    public const string Ready = "ready";

    /// <summary>Answers until the input ends.</summary>
    public void Serve(TextReader requests, TextWriter answers)
    {
        Answer(answers, Ready);
        while (requests.ReadLine()?.Split(' ') is [string request, string argument])
        {
            double amount = double.Parse(argument, CultureInfo.InvariantCulture);
            Answer(answers, request switch
            {
                "warm" => Text(Measure.Call(body, amount)),
                "turn" => Text(Measure.Time(body, (int)amount).Seconds),
                "calls" when Latency.Time(body, (int)amount) is var latency => $"{Text(latency.Half)} {Text(latency.Most)}",
                _ => throw new InvalidOperationException($"\"{request}\" is no request."),
            });
        }
    }

    private static void Answer(TextWriter answers, string line)
    {
        answers.WriteLine(line);
        answers.Flush();
    }

    private static string Text(double seconds) => seconds.ToString("R", CultureInfo.InvariantCulture);
}
