using System.Globalization;
using NetGen;
using Spectre.Console;

namespace Digits.Display;

/// <summary>A line for each seed: when its best epoch was, and how well it reads images it has never seen.</summary>
internal static class TrialTable
{
    public static void Show<TNetwork>(IReadOnlyList<Trial<TNetwork>> trials)
        where TNetwork : IClassifier
    {
        Table table = new Table { Border = TableBorder.Rounded }.AddColumns("seed", "best epoch", "validation loss", "test accuracy", "mistakes");
        foreach (TableColumn column in table.Columns)
        {
            column.RightAligned();
        }

        foreach ((int seed, _, FitResult fit, ClassificationMetrics test) in trials)
        {
            double mistakes = test.Count * (1 - test.Accuracy);
            table.AddRow(
                Invariant($"{seed}"), Invariant($"{fit.BestEpoch}"), Invariant($"{fit.BestValidationLoss:F4}"),
                Invariant($"{100 * test.Accuracy:F2} %"), Invariant($"{mistakes:F0} of {test.Count}"));
        }

        AnsiConsole.Write(table);
        if (trials.Count > 1)
        {
            Console.WriteLine(Invariant($"Mean test accuracy of {trials.Count} seeds: {100 * trials.Average(t => t.Test.Accuracy):F2} %"));
        }
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
