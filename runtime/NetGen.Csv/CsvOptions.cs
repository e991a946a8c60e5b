using System.Text;

namespace NetGen;

/// <summary>
/// How a CSV file is written, for what <see cref="CsvTable"/> would otherwise find out, or take for granted. What it found out it says
/// (<see cref="CsvTable.ToString"/>); what the whole file does not bear out it refuses, and one of these settles it.
/// </summary>
public sealed record CsvOptions
{
    /// <summary>
    /// What separates the cells; found out if not given: what a first line such as <c>sep=;</c> says, which Excel reads, or the one of
    /// comma, semicolon, tab and bar that splits every line of the file into the same number of cells. Where two do, the file is refused.
    /// </summary>
    public char? Separator { get; init; }

    /// <summary>
    /// How characters are written as bytes; UTF-8 if not given, or what a byte order mark says. Bytes that are none of its characters are
    /// refused. A table read from a <see cref="TextReader"/> has none.
    /// </summary>
    public Encoding? Encoding { get; init; }

    /// <summary>
    /// Whether the first line holds the names of the columns. If not given it does where no names are given, and does not where they are;
    /// the file is refused where its first line looks otherwise.
    /// </summary>
    public bool? HasHeader { get; init; }

    /// <summary>Cells that mean "missing", such as <c>NA</c> or <c>?</c>, compared as text, the spaces around both left out; beside the empty cell and NaN, which always do.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];

    /// <summary>What stands before the decimals of a number: a point, or a comma. Where a comma separates the cells too, such numbers are quoted.</summary>
    public char DecimalSeparator { get; init; } = '.';

    /// <exception cref="ArgumentException">The options contradict each other, or are not of their range.</exception>
    internal void Check(string argument)
    {
        if (Separator is { } separator && !CsvSeparator.IsAllowed(separator))
        {
            throw new ArgumentException($"The separator is '{QuotedText.Escaped([separator])}'; a quote, a line break, a letter or a digit cannot separate cells.", argument);
        }

        if (DecimalSeparator is not ('.' or ','))
        {
            throw new ArgumentException($"The decimal separator is '{QuotedText.Escaped([DecimalSeparator])}'; it may be '.' or ','.", argument);
        }

        if (Separator == DecimalSeparator && Separator == '.')
        {
            throw new ArgumentException($"'{Separator}' cannot separate both cells and decimals.", argument);
        }

        if (Missing is null || Missing.Contains(null!))
        {
            throw new ArgumentException("Missing, or one of its marks, is null.", argument);
        }
    }
}
