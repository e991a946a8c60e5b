using System.Globalization;
using NetGen;
using Spectre.Console;

namespace Digits.Display;

/// <summary>Shows a fit while it runs: on a terminal a line that changes in place, elsewhere a line at every tenth of the way.</summary>
internal static class FitView
{
    private const int BarWidth = 10, Lines = 10;

    /// <summary>Runs a fit that tells its progress, and returns its result.</summary>
    public static FitResult Watch(int seed, Func<IProgress<EpochReport>, FitResult> fit)
    {
        FitResult result = AnsiConsole.Profile.Out.IsTerminal ? InPlace(seed, fit) : LineByLine(seed, fit);
        Console.WriteLine($"seed {seed}: {Ending(result)}");
        return result;
    }

    private static FitResult InPlace(int seed, Func<IProgress<EpochReport>, FitResult> fit) =>
        AnsiConsole.Live(Text.Empty).Start(live => fit(new Listener(report => live.UpdateTarget(new Text($"{Bar(report)} {Line(seed, report)}")))));

    private static FitResult LineByLine(int seed, Func<IProgress<EpochReport>, FitResult> fit) => fit(new Listener(report =>
    {
        if (report.Epoch % Math.Max(1, report.Epochs / Lines) == 0)
        {
            Console.WriteLine(Line(seed, report));
        }
    }));

    private static string Bar(EpochReport report)
    {
        int done = BarWidth * report.Epoch / report.Epochs;
        return new string('█', done) + new string('░', BarWidth - done);
    }

    private static string Line(int seed, EpochReport report)
    {
        double accuracy = ((ClassificationMetrics)report.Validation.Single()).Accuracy;
        int digits = report.Epochs.ToString(CultureInfo.InvariantCulture).Length;
        string epoch = report.Epoch.ToString(CultureInfo.InvariantCulture).PadLeft(digits);
        return string.Create(CultureInfo.InvariantCulture,
            $"seed {seed} epoch {epoch}/{report.Epochs}: loss {report.TrainingLoss:F3}, validation {report.ValidationLoss:F3} ({100 * accuracy,5:F1} %), {report.Elapsed.TotalSeconds:F1} s");
    }

    private static string Ending(FitResult result)
    {
        string ending = result.StopReason switch
        {
            StopReason.EarlyStopped => "stopped early",
            StopReason.Canceled => "canceled",
            _ => "finished",
        };
        string kept = result.BestEpoch > 0 ? $"the parameters of epoch {result.BestEpoch} are kept" : "not one epoch was finished, and nothing is learned";
        return string.Create(CultureInfo.InvariantCulture, $"{ending} after {result.Elapsed.TotalSeconds:F1} s; {kept}");
    }

    /// <summary>Hears of an epoch at once and on the same thread; <see cref="Progress{T}"/> would call later and out of order.</summary>
    private sealed class Listener(Action<EpochReport> heard) : IProgress<EpochReport>
    {
        public void Report(EpochReport value) => heard(value);
    }
}
