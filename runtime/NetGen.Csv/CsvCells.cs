using System.Collections.Immutable;
using System.Text;
using Sylvan.Data.Csv;

namespace NetGen;

/// <summary>
/// The trimmed cells of a table and the lines they come from. A row is one text and the ends of its cells, so that a wide table of
/// short numbers takes little more memory than its file.
/// </summary>
internal sealed class CsvCells
{
    private const int LongestRow = 1 << 24, LongestReason = 200;

    private readonly record struct Row(string Text, int[] Ends, int Line);

    private readonly List<Row> _rows = [];
    private readonly StringBuilder _text = new();
    private readonly string _source;
    private readonly bool _isSeparatorGiven;

    // The first row of data: 1 where row 0 is the names.
    private int _first;

    private CsvCells(string source, CsvOptions options, char separator, bool isSeparatorGiven)
    {
        _source = source;
        _isSeparatorGiven = isSeparatorGiven;
        Separator = separator;
        Values = new CsvValues(options);
    }

    public ImmutableArray<string> Header { get; private set; }

    public int Count => _rows.Count - _first;

    public int Columns => _rows[0].Ends.Length;

    /// <summary>What separates the cells.</summary>
    public char Separator { get; }

    /// <summary>Whether the first line is the names.</summary>
    public bool HasHeader => _first == 1;

    /// <summary>What the cells mean.</summary>
    public CsvValues Values { get; }

    public ReadOnlySpan<char> this[int row, int column]
    {
        get
        {
            (string text, int[] ends, _) = _rows[_first + row];
            int start = column == 0 ? 0 : ends[column - 1];
            return text.AsSpan(start, ends[column] - start);
        }
    }

    /// <summary>Splits a text into cells. Line numbers count from 1, the lines inside quoted cells and blank lines included.</summary>
    public static CsvCells Read(CsvText text, string source, IReadOnlyList<string>? names, CsvOptions options)
    {
        char? said = text.PassSeparatorLine();
        char? given = options.Separator ?? said;
        CsvCells cells = new(source, options, given ?? CsvSeparator.In(text, names, options.DecimalSeparator, source), given is not null);
        cells.Split(text, names);
        cells.Name(names, options);
        return cells;
    }

    /// <summary>The place of a column.</summary>
    /// <exception cref="ArgumentException">There is none of that name.</exception>
    public int IndexOf(string column, string argument)
    {
        int index = string.IsNullOrEmpty(column) ? -1 : Header.IndexOf(column);
        return index >= 0 ? index : throw new ArgumentException(
            $"{_source} has no column {QuotedText.Of(column)}; it has {QuotedText.List(Header)}.", argument);
    }

    /// <summary>The line of the file that a row begins in.</summary>
    public int LineOf(int row) => _rows[_first + row].Line;

    /// <summary>A cell that holds what it should not.</summary>
    public InvalidDataException Fault(int row, int column, string expected)
    {
        ReadOnlySpan<char> cell = this[row, column];
        string advice = !cell.IsEmpty && CsvValues.LooksMissing(cell)
            ? $" If it marks a missing value, say so: new CsvOptions {{ Missing = [\"{QuotedText.Of(cell)}\"] }}."
            : Values.LooksDecimal(cell) ? " If a comma stands before the decimals, say so: new CsvOptions { DecimalSeparator = ',' }." : "";
        return new($"{_source}, line {LineOf(row)}, column {QuotedText.Of(Header[column])}: "
            + (cell.IsEmpty ? "the cell is empty" : $"got \"{QuotedText.Of(cell)}\"") + $"; expected {expected}.{advice}");
    }

    /// <summary>A first line that is not what it is taken for.</summary>
    public InvalidDataException HeaderFault(int column, string finding) =>
        new($"{_source}, line {LineOf(0)}: \"{QuotedText.Of(this[0, column])}\" {finding}");

    /// <summary>At least one name, none blank, none twice.</summary>
    public static void Distinct(IReadOnlyList<string> names, string argument)
    {
        if (names.Count == 0)
        {
            throw new ArgumentException("Got 0 names; at least one is needed.", argument);
        }

        if (names.Any(string.IsNullOrWhiteSpace))
        {
            throw new ArgumentException($"A name is empty: {QuotedText.List([.. names.Select(name => name ?? "")])}.", argument);
        }

        if (Repeated(names) is { } name)
        {
            throw new ArgumentException($"The name {QuotedText.Of(name)} comes twice; each needs its own.", argument);
        }
    }

    private static string? Repeated(IEnumerable<string> names) => names.GroupBy(n => n).FirstOrDefault(g => g.Count() > 1)?.Key;

    private void Split(CsvText text, IReadOnlyList<string>? names)
    {
        int line = text.FirstLine;
        try
        {
            // The header is read as a row like the others, which keeps count of the lines; '\0' makes '#' an ordinary character.
            using CsvDataReader reader = CsvDataReader.Create(
                text.Open(), new CsvDataReaderOptions { HasHeaders = false, Delimiter = Separator, Comment = '\0', MaxBufferSize = LongestRow });
            while (reader.Read())
            {
                ReadOnlySpan<char> record = reader.GetRawRecordSpan();
                if (reader.RowFieldCount > 1 || !record.IsWhiteSpace())
                {
                    Add(reader, names, line);
                }

                line += Math.Max(record.Count('\n'), record.Count('\r'));
            }
        }
        catch (CsvFormatException e)
        {
            throw new InvalidDataException($"{_source}, line {line}: {QuotedText.Of(e.Message, LongestReason)}", e);
        }
    }

    private void Add(CsvDataReader reader, IReadOnlyList<string>? names, int line)
    {
        int expected = names?.Count ?? (_rows.Count > 0 ? Columns : reader.RowFieldCount);
        if (reader.RowFieldCount != expected)
        {
            IReadOnlyList<string> columns = names ?? [.. Enumerable.Range(0, Columns).Select(column => this[0, column].ToString())];
            string advice = _isSeparatorGiven ? "" : $" The separator was taken to be '{CsvSeparator.Escape(Separator)}'; if it is another, give it: CsvOptions.Separator.";
            throw new InvalidDataException($"{_source}, line {line}: got {reader.RowFieldCount} {(reader.RowFieldCount == 1 ? "cell" : "cells")}; expected {expected} ({QuotedText.List(columns)}).{advice}");
        }

        int[] ends = new int[expected];
        _text.Clear();
        for (int i = 0; i < ends.Length; i++)
        {
            ends[i] = _text.Append(reader.GetFieldSpan(i).Trim()).Length;
        }

        _rows.Add(new Row(_text.ToString(), ends, line));
    }

    /// <summary>Finds the names, and sees that rows of data are left.</summary>
    private void Name(IReadOnlyList<string>? names, CsvOptions options)
    {
        bool isHeader = _rows.Count > 0 && CsvHeader.IsIn(this, names, options);
        if (_rows.Count == (isHeader ? 1 : 0))
        {
            string needed = names is null && options.HasHeader != false ? "a line with the names of the columns and then at least one row is needed" : "at least one row is needed";
            throw new InvalidDataException($"{_source}: there is no row of data; {needed}.");
        }

        IEnumerable<int> columns = Enumerable.Range(0, Columns);
        Header = names is not null ? [.. names] : isHeader ? [.. columns.Select(column => this[0, column].ToString())] : [.. columns.Select(column => $"column {column + 1}")];
        _first = isHeader ? 1 : 0;
        if (Repeated(Header.Where(name => name.Length > 0)) is { } name)
        {
            throw new InvalidDataException($"{_source}, line {_rows[0].Line}: two columns are called {QuotedText.Of(name)}; each needs its own name.");
        }
    }
}
