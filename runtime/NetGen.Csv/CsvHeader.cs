namespace NetGen;

/// <summary>
/// Whether the first line of a table holds the names of its columns. Where the options do not say, a header is presumed, and checked against the columns:
/// words above numbers are a name; a number above numbers, or a word that comes again below, is a value like the others. A mark that often
/// means "missing" proves nothing.
/// </summary>
internal static class CsvHeader
{
    /// <summary>Whether the first row is names.</summary>
    /// <param name="cells">All rows, the first among them.</param>
    /// <param name="given">The names the caller gave, if any.</param>
    /// <param name="options">Whether he said that there is a header.</param>
    /// <exception cref="InvalidDataException">It is presumed and the columns speak against it, or it is presumed not to be and they speak for it.</exception>
    public static bool IsIn(CsvCells cells, IReadOnlyList<string>? given, CsvOptions options)
    {
        if (options.HasHeader is { } said)
        {
            return said;
        }

        bool presumed = given is null;
        if (cells.Count < 2)
        {
            return presumed;
        }

        (int? name, int? value) = Evidence(cells);
        if (presumed && name is null && value is { } data)
        {
            throw cells.HeaderFault(data,
                "looks like a value and not like the name of a column. Give the names of the columns (header) if the first line holds none, "
                + "or say that it does: new CsvOptions { HasHeader = true }.");
        }

        if (!presumed && name is { } word)
        {
            throw cells.HeaderFault(word,
                "looks like the name of a column, and names were given. Give none, or say which holds: new CsvOptions { HasHeader = true } to pass "
                + "over the first line, false to keep it.");
        }

        return presumed;
    }

    /// <summary>A column whose first cell must be a name, and one whose first cell must be a value, if there are such.</summary>
    private static (int? Name, int? Value) Evidence(CsvCells cells)
    {
        int? name = null, value = null;
        for (int column = 0; column < cells.Columns && name is null; column++)
        {
            ReadOnlySpan<char> first = cells[0, column];
            if (cells.Values.IsMissing(first) || CsvValues.LooksMissing(first))
            {
                continue;
            }

            bool isNumber = cells.Values.IsNumber(first, out _), areNumbers = AreNumbersBelow(cells, column);
            name ??= !isNumber && areNumbers ? column : null;
            value ??= isNumber ? (areNumbers ? column : null) : ComesAgain(cells, column) ? column : null;
        }

        return (name, value);
    }

    private static bool AreNumbersBelow(CsvCells cells, int column)
    {
        bool any = false;
        for (int row = 1; row < cells.Count; row++)
        {
            if (!cells.Values.IsMissing(cells[row, column]) && !CsvValues.LooksMissing(cells[row, column]))
            {
                any = true;
                if (!cells.Values.IsNumber(cells[row, column], out _))
                {
                    return false;
                }
            }
        }

        return any;
    }

    private static bool ComesAgain(CsvCells cells, int column)
    {
        for (int row = 1; row < cells.Count; row++)
        {
            if (cells[row, column].SequenceEqual(cells[0, column]))
            {
                return true;
            }
        }

        return false;
    }
}
