namespace NetGen;

/// <summary>Finds what separates the cells of a table: what splits all of its lines alike, and alone does.</summary>
internal static class CsvSeparator
{
    private static readonly char[] Candidates = [',', ';', '\t', '|'];

    /// <summary>
    /// The separator. Where none fits every line it is the one that splits the first line into most cells, or any line at all: reading then
    /// finds the line that does not fit.
    /// </summary>
    /// <exception cref="InvalidDataException">Two fit.</exception>
    public static char In(CsvText text, IReadOnlyList<string>? header, char decimalSeparator, string source)
    {
        CsvShape[] shapes = [.. Candidates.Where(c => c != decimalSeparator).Select(c => CsvShape.Of(text, c))];
        CsvShape[] fitting = [.. shapes.Where(Fits)];
        if (fitting.Length == 0 && CsvShape.Of(text, decimalSeparator) is var quoted && decimalSeparator == ',' && Fits(quoted))
        {
            return decimalSeparator; // numbers with decimals are quoted, or there are none
        }

        return fitting.Length < 2 ? fitting.FirstOrDefault(shapes.MaxBy(s => (s.Columns, !s.IsRegular))!).Separator : throw new InvalidDataException(
            $"{source}: {Describe(fitting[0])} and {Describe(fitting[1])} both split every line alike; say what separates the cells: new CsvOptions {{ Separator = '{Escape(fitting[1].Separator)}' }}"
            + (fitting[0].Separator == ',' ? $", and DecimalSeparator = ',' if numbers are written so." : "."));

        bool Fits(CsvShape shape) => shape.IsRegular && shape.Columns >= 2 && shape.Columns == (header?.Count ?? shape.Columns);
    }

    /// <summary>Whether cells can be separated so.</summary>
    public static bool IsAllowed(char separator) => separator is not ('"' or '\n' or '\r' or '\0') && !char.IsLetterOrDigit(separator);

    /// <summary>As C# writes it: <c>\t</c>.</summary>
    public static string Escape(char separator) => QuotedText.Escaped([separator]);

    private static string Describe(CsvShape shape) => $"'{Escape(shape.Separator)}' ({shape.Columns} columns)";
}
