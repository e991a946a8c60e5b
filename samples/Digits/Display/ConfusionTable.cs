using System.Globalization;
using NetGen;
using Spectre.Console;

namespace Digits.Display;

/// <summary>Which class was taken for which: a line per true class, a column per predicted one, what was right on the diagonal.</summary>
internal static class ConfusionTable
{
    public static void Show(ConfusionMatrix confusion)
    {
        int[] classes = [.. Enumerable.Range(0, confusion.Classes)];
        Table table = new() { Border = TableBorder.Rounded };
        table.AddColumn("");
        foreach (int predicted in classes)
        {
            table.AddColumn(Invariant($"{predicted}"), column => column.RightAligned());
        }

        table.AddColumn("right", column => column.RightAligned());
        foreach (int truth in classes)
        {
            IEnumerable<string> counts = classes.Select(predicted => Cell(confusion[truth, predicted], isRight: truth == predicted));
            table.AddRow([Invariant($"[bold]{truth}[/]"), .. counts, Invariant($"{100 * confusion.Recall(truth):F1} %")]);
        }

        Console.WriteLine("(lines: what it is; columns: what it was read as)");
        AnsiConsole.Write(table);
    }

    private static string Cell(int count, bool isRight) => (count, isRight) switch
    {
        (0, _) => "[gray]·[/]",
        (_, true) => Invariant($"[green]{count}[/]"),
        _ => Invariant($"[red]{count}[/]"),
    };

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
