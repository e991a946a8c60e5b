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
    private const int LongestRow = 1 << 24;

    private readonly record struct Row(string Text, int[] Ends, int Line);

    private readonly List<Row> _rows = [];
    private readonly StringBuilder _text = new();
    private readonly string _source;

    private CsvCells(string source) => _source = source;

    public ImmutableArray<string> Header { get; private set; }

    public int Count => _rows.Count;

    public ReadOnlySpan<char> this[int row, int column]
    {
        get
        {
            (string text, int[] ends, _) = _rows[row];
            int start = column == 0 ? 0 : ends[column - 1];
            return text.AsSpan(start, ends[column] - start);
        }
    }

    /// <summary>Reads to the end of the text. Line numbers count from 1, the lines inside quoted cells and blank lines included.</summary>
    public static CsvCells Read(TextReader text, string source, IReadOnlyList<string>? header)
    {
        CsvCells cells = new(source);
        if (header is not null)
        {
            Distinct(header, nameof(header));
            cells.Header = [.. header];
        }

        int line = 1;
        try
        {
            // The header is read as a row like the others, which keeps count of the lines; '\0' makes '#' an ordinary character.
            using CsvDataReader reader = CsvDataReader.Create(
                text, new CsvDataReaderOptions { HasHeaders = false, Comment = '\0', MaxBufferSize = LongestRow, OwnsReader = false });
            while (reader.Read())
            {
                ReadOnlySpan<char> record = reader.GetRawRecordSpan();
                if (!record.IsWhiteSpace())
                {
                    cells.Add(reader, line);
                }

                line += Math.Max(record.Count('\n'), record.Count('\r'));
            }
        }
        catch (CsvFormatException e)
        {
            throw new InvalidDataException($"{source}, line {line}: {e.Message}", e);
        }

        return cells.Count > 0 ? cells : throw new InvalidDataException(
            $"{source}: there is no row of data; {(header is null ? "a line with the names of the columns and then" : "")} at least one row is needed.");
    }

    /// <summary>The place of a column.</summary>
    /// <exception cref="ArgumentException">There is none of that name.</exception>
    public int IndexOf(string column, string argument)
    {
        int index = string.IsNullOrEmpty(column) ? -1 : Header.IndexOf(column);
        return index >= 0 ? index : throw new ArgumentException($"{_source} has no column {column}; it has {string.Join(", ", Header)}.", argument);
    }

    /// <summary>A cell that holds what it should not.</summary>
    public InvalidDataException Fault(int row, int column, string expected) => new(
        $"{_source}, line {_rows[row].Line}, column {Header[column]}: "
        + (this[row, column].IsEmpty ? "the cell is empty" : $"got \"{this[row, column]}\"") + $"; expected {expected}.");

    /// <summary>At least one name, none blank, none twice.</summary>
    public static void Distinct(IReadOnlyList<string> names, string argument)
    {
        if (names.Count == 0)
        {
            throw new ArgumentException("Got 0 names; at least one is needed.", argument);
        }

        if (names.Any(string.IsNullOrWhiteSpace))
        {
            throw new ArgumentException($"A name is empty: {string.Join(", ", names)}.", argument);
        }

        if (Repeated(names) is { } name)
        {
            throw new ArgumentException($"The name {name} comes twice; each needs its own.", argument);
        }
    }

    private static string? Repeated(IEnumerable<string> names) => names.GroupBy(n => n).FirstOrDefault(g => g.Count() > 1)?.Key;

    private void Add(CsvDataReader reader, int line)
    {
        if (Header.IsDefault)
        {
            Header = [.. Enumerable.Range(0, reader.RowFieldCount).Select(i => reader.GetFieldSpan(i).Trim().ToString())];
            if (Repeated(Header.Where(name => name.Length > 0)) is { } name)
            {
                throw new InvalidDataException($"{_source}, line {line}: two columns are called {name}; each needs its own name.");
            }

            return;
        }

        if (reader.RowFieldCount != Header.Length)
        {
            throw new InvalidDataException(
                $"{_source}, line {line}: {reader.RowFieldCount} cells; {Header.Length} are expected ({string.Join(", ", Header)}).");
        }

        int[] ends = new int[Header.Length];
        _text.Clear();
        for (int i = 0; i < ends.Length; i++)
        {
            ends[i] = _text.Append(reader.GetFieldSpan(i).Trim()).Length;
        }

        _rows.Add(new Row(_text.ToString(), ends, line));
    }
}
