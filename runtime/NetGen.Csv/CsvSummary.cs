using System.Globalization;
using System.Text;

namespace NetGen;

/// <summary>What was found out about a table, for its reader to see.</summary>
internal static class CsvSummary
{
    private const int MostColumns = 50;

    /// <summary>A line about the file, then one for each column: its name, what it holds, how many cells are missing.</summary>
    public static string Of(CsvCells cells, string? encoding)
    {
        var text = new StringBuilder(string.Create(CultureInfo.InvariantCulture, $"{Count(cells.Count, "row")} of {Count(cells.Header.Length, "column")}"));
        text.Append(cells.Header.Length > 1 ? $", separated by '{CsvSeparator.Escape(cells.Separator)}'" : "")
            .Append(cells.HasHeader ? ", names in the first line" : ", no names in the first line")
            .Append(encoding is null ? "" : $", {encoding}");
        int shown = Math.Min(cells.Header.Length, MostColumns);
        for (int column = 0; column < shown; column++)
        {
            text.Append('\n').Append(QuotedText.Of(cells.Header[column])).Append(": ").Append(Kind(cells, column));
        }

        return text.Append(shown < cells.Header.Length ? $"\n… and {Count(cells.Header.Length - shown, "column")} more" : "").ToString();
    }

    private static string Kind(CsvCells cells, int column)
    {
        int missing = 0, numbers = 0, integers = 0;
        HashSet<string> words = new(StringComparer.Ordinal);
        HashSet<string>.AlternateLookup<ReadOnlySpan<char>> byText = words.GetAlternateLookup<ReadOnlySpan<char>>();
        for (int row = 0; row < cells.Count; row++)
        {
            ReadOnlySpan<char> cell = cells[row, column];
            bool isMissing = cells.Values.IsMissing(cell), isNumber = !isMissing && cells.Values.IsNumber(cell, out _);
            missing += isMissing ? 1 : 0;
            numbers += isNumber ? 1 : 0;
            integers += isNumber && cells.Values.IsInteger(cell, out _) ? 1 : 0;
            if (!isMissing && !isNumber)
            {
                byText.Add(cell);
            }
        }

        string kind = words.Count == 0 ? (numbers == 0 ? "nothing" : integers == numbers ? "integers" : "numbers")
            : (numbers == 0 ? "" : "numbers and ") + $"words ({Text(words.Count)} different)";
        return missing == 0 ? kind : $"{kind}, {Text(missing)} missing";
    }

    private static string Count(int count, string what) => Text(count) + " " + what + (count == 1 ? "" : "s");

    private static string Text(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
