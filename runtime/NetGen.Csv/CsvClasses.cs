namespace NetGen;

/// <summary>
/// Class labels of a column. What they are, integers or words, is presumed from the first cell that is not missing and must hold for all
/// of the column.
/// </summary>
internal static class CsvClasses
{
    public static CsvLabels Of(CsvCells cells, int column)
    {
        for (int row = 0; row < cells.Count; row++)
        {
            ReadOnlySpan<char> cell = cells[row, column];
            if (!cells.Values.IsMissing(cell))
            {
                return cells.Values.IsNumber(cell, out _) ? Integers(cells, column) : Words(cells, column, first: row);
            }
        }

        return new CsvLabels([.. Enumerable.Repeat(LabelColumn.Missing, cells.Count)], []);
    }

    /// <summary>By names that are known; what is none of them is a fault, unless it is missing.</summary>
    public static CsvLabels Of(CsvCells cells, int column, string[] names)
    {
        Dictionary<string, int> numbers = names.Select((name, i) => (name, i)).ToDictionary(n => n.name, n => n.i, StringComparer.Ordinal);
        Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> byText = numbers.GetAlternateLookup<ReadOnlySpan<char>>();
        int[] labels = new int[cells.Count];
        for (int row = 0; row < labels.Length; row++)
        {
            ReadOnlySpan<char> cell = cells[row, column];
            if (byText.TryGetValue(cell, out labels[row]))
            {
                continue;
            }

            // 1.0 is the class "1".
            bool isNamed = cells.Values.IsInteger(cell, out long integer) && numbers.TryGetValue(FormattableString.Invariant($"{integer}"), out labels[row]);
            labels[row] = isNamed ? labels[row] : cells.Values.IsMissing(cell) ? LabelColumn.Missing
                : throw cells.Fault(row, column, $"one of {QuotedText.List(names)}, or nothing where it is missing");
        }

        return new CsvLabels(labels, [.. names]);
    }

    private static CsvLabels Integers(CsvCells cells, int column)
    {
        int[] labels = new int[cells.Count];
        for (int row = 0; row < labels.Length; row++)
        {
            ReadOnlySpan<char> cell = cells[row, column];
            long label = LabelColumn.Missing;
            labels[row] = (cells.Values.IsMissing(cell) || cells.Values.IsInteger(cell, out label)) && label is >= LabelColumn.Missing and <= int.MaxValue
                ? (int)label
                : throw cells.Fault(row, column,
                    "an integer from −1 to 2147483647, as the column begins with a number (to have names instead, give the class names), or nothing where it is missing");
        }

        return new CsvLabels(labels, []);
    }

    private static CsvLabels Words(CsvCells cells, int column, int first)
    {
        List<string> names = [];
        Dictionary<string, int> numbers = new(StringComparer.Ordinal);
        Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> byText = numbers.GetAlternateLookup<ReadOnlySpan<char>>();
        int[] labels = new int[cells.Count];
        for (int row = 0; row < labels.Length; row++)
        {
            ReadOnlySpan<char> cell = cells[row, column];
            if (cells.Values.IsMissing(cell))
            {
                labels[row] = LabelColumn.Missing;
            }
            else if (!byText.TryGetValue(cell, out labels[row]))
            {
                labels[row] = names.Count;
                names.Add(Word(cells, row, column, first));
                numbers.Add(names[^1], labels[row]);
            }
        }

        return new CsvLabels(labels, [.. names]);
    }

    /// <summary>The name of a class that has none.</summary>
    private static string Word(CsvCells cells, int row, int column, int first)
    {
        ReadOnlySpan<char> cell = cells[row, column];
        if (CsvValues.LooksMissing(cell))
        {
            throw cells.Fault(row, column, "the name of a class (if it is one, give the class names)");
        }

        return !cells.Values.IsNumber(cell, out _) ? cell.ToString() : throw cells.Fault(row, column,
            $"the name of a class and not a number, as line {cells.LineOf(first)} has \"{QuotedText.Of(cells[first, column])}\" (to have numbers among the names, give the class names)");
    }
}
