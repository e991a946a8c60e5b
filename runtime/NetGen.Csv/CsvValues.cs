using System.Globalization;

namespace NetGen;

/// <summary>What the text of a cell means: nothing, a number, or words.</summary>
internal sealed class CsvValues(CsvOptions options)
{
    // What often stands for a missing value, and may as well be a word: only the caller knows.
    private static readonly string[] CommonMarks = ["?", ".", "-", "NA", "N/A", "NULL"];

    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _marks =
        new HashSet<string>(options.Missing.Select(mark => mark.Trim()), StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly NumberFormatInfo s_commaFormat = new() { NumberDecimalSeparator = ",", NumberGroupSeparator = "." };

    private readonly NumberFormatInfo _format = new()
    {
        NumberDecimalSeparator = options.DecimalSeparator == ',' ? "," : ".",
        NumberGroupSeparator = options.DecimalSeparator == ',' ? "." : ",",
    };

    /// <summary>Whether the cell is empty, NaN, or one of the marks given.</summary>
    public bool IsMissing(ReadOnlySpan<char> cell) => cell.IsEmpty || cell.Equals("NaN", StringComparison.OrdinalIgnoreCase) || _marks.Contains(cell);

    /// <summary>Whether the cell holds a finite number.</summary>
    public bool IsNumber(ReadOnlySpan<char> cell, out float number) =>
        float.TryParse(cell, NumberStyles.Float, _format, out number) && float.IsFinite(number);

    /// <summary>Whether the cell holds a number that is too large for a float.</summary>
    public bool IsTooLarge(ReadOnlySpan<char> cell) =>
        float.TryParse(cell, NumberStyles.Float, _format, out float number) && float.IsInfinity(number) && cell.ContainsAnyInRange('0', '9');

    /// <summary>Whether the cell holds a number without a fraction: 1, 1.0, 1e3.</summary>
    public bool IsInteger(ReadOnlySpan<char> cell, out long integer)
    {
        bool isWhole = double.TryParse(cell, NumberStyles.Float, _format, out double number) && Math.Abs(number) < 1L << 53 && Math.Truncate(number) == number;
        integer = isWhole ? (long)number : 0;
        return isWhole;
    }

    /// <summary>Whether the cell would be a number if a comma stood before its decimals.</summary>
    public bool LooksDecimal(ReadOnlySpan<char> cell) => options.DecimalSeparator == '.' && cell.Count(',') == 1
        && float.TryParse(cell, NumberStyles.Float, s_commaFormat, out _);

    /// <summary>Whether the cell often stands for a missing value, though the options do not list it.</summary>
    public static bool LooksMissing(ReadOnlySpan<char> cell)
    {
        foreach (string mark in CommonMarks)
        {
            if (cell.Equals(mark, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
