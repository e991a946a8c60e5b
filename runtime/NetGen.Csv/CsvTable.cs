using System.Collections.Immutable;
using System.Globalization;

namespace NetGen;

/// <summary>
/// A table read from a CSV file: named columns of text that become the floats and labels of a <see cref="Dataset"/>.
/// </summary>
/// <remarks>
/// The separator (comma, semicolon, tab, bar) is found from the first line; cells may be quoted; spaces around a cell and blank lines
/// are passed over; numbers are written with a point, whatever the computer's language.
/// </remarks>
/// <example><code>
/// CsvTable iris = CsvTable.Read("iris.csv");
/// CsvLabels species = iris.Labels("species");
/// Dataset data = IrisNet.Data(iris.Floats("sepal length", "sepal width", "petal length", "petal width"), species.Values);
/// </code></example>
public sealed class CsvTable
{
    private readonly CsvCells _cells;

    private CsvTable(CsvCells cells) => _cells = cells;

    /// <summary>The names of the columns, in the order of the file; empty for a column without a name, such as an index.</summary>
    public ImmutableArray<string> Columns => _cells.Header;

    /// <summary>The number of rows, the header not counted; at least 1.</summary>
    public int Count => _cells.Count;

    /// <summary>Reads a file in UTF-8 (or UTF-16 with a byte order mark).</summary>
    /// <param name="path">The file.</param>
    /// <param name="header">The names of the columns, for a file that has none in its first line.</param>
    /// <exception cref="IOException">The file is not there or cannot be read.</exception>
    /// <exception cref="InvalidDataException">
    /// There is no row, a row has another number of cells than the header, two columns share a name, or a quote is not closed;
    /// the message names file and line.
    /// </exception>
    /// <exception cref="ArgumentException"><paramref name="path"/> is blank, or <paramref name="header"/> is empty or has blank or repeated names.</exception>
    public static CsvTable Read(string path, IReadOnlyList<string>? header = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        using StreamReader file = File.OpenText(path);
        return new CsvTable(CsvCells.Read(file, path, header));
    }

    /// <summary>Reads a stream to its end and leaves it open.</summary>
    /// <inheritdoc cref="Read(string, IReadOnlyList{string})"/>
    /// <param name="stream">UTF-8 text.</param>
    /// <param name="header">The names of the columns, for text that has none in its first line.</param>
    public static CsvTable Read(Stream stream, IReadOnlyList<string>? header = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using StreamReader text = new(stream, leaveOpen: true);
        return new CsvTable(CsvCells.Read(text, "the stream", header));
    }

    /// <summary>Reads text to its end.</summary>
    /// <inheritdoc cref="Read(string, IReadOnlyList{string})"/>
    /// <param name="text">The text.</param>
    /// <param name="header">The names of the columns, for text that has none in its first line.</param>
    public static CsvTable Read(TextReader text, IReadOnlyList<string>? header = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new CsvTable(CsvCells.Read(text, "the text", header));
    }

    /// <summary>Features: the named columns side by side, row after row (rows × columns floats). Every cell must hold a finite number.</summary>
    /// <param name="columns">One or more names.</param>
    /// <exception cref="ArgumentException">No name, or a name that is not in <see cref="Columns"/>.</exception>
    /// <exception cref="InvalidDataException">A cell is empty or not a finite number; the message names file, line and column.</exception>
    public float[] Floats(params ReadOnlySpan<string> columns) => Numbers(columns, emptyIsMissing: false);

    /// <summary>Float targets: as <see cref="Floats"/>, but an empty cell (or "NaN") becomes NaN, a missing target.</summary>
    /// <inheritdoc cref="Floats"/>
    public float[] Targets(params ReadOnlySpan<string> columns) => Numbers(columns, emptyIsMissing: true);

    /// <summary>
    /// Class labels. If the first cell that is not empty is an integer, all must be: they are the labels, and there are no
    /// <see cref="CsvLabels.ClassNames"/>. Otherwise each distinct text is a class, numbered in order of first appearance.
    /// An empty cell is a missing label, −1.
    /// </summary>
    /// <param name="column">The column's name.</param>
    /// <exception cref="ArgumentException">It is not in <see cref="Columns"/>.</exception>
    /// <exception cref="InvalidDataException">A cell does not hold an integer of −1 or above where integers are expected; the message names file, line and column.</exception>
    public CsvLabels Labels(string column)
    {
        int index = _cells.IndexOf(column, nameof(column));
        for (int row = 0; row < Count; row++)
        {
            ReadOnlySpan<char> cell = _cells[row, index];
            if (!cell.IsEmpty)
            {
                return long.TryParse(cell, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _)
                    ? new CsvLabels(Integers(index), [])
                    : Named(index, [], grow: true);
            }
        }

        return new CsvLabels([.. Enumerable.Repeat(LabelColumn.Missing, Count)], []);
    }

    /// <summary>Class labels by known names: give the names learned on the training table, so that a test table numbers its classes alike.</summary>
    /// <param name="column">The column's name.</param>
    /// <param name="classNames">The text of class 0, class 1, …; an empty cell is a missing label, −1.</param>
    /// <exception cref="ArgumentException">The column is not in <see cref="Columns"/>, or the names are none, blank or repeated.</exception>
    /// <exception cref="InvalidDataException">A cell holds another text; the message names file, line and column.</exception>
    public CsvLabels Labels(string column, IEnumerable<string> classNames)
    {
        ArgumentNullException.ThrowIfNull(classNames);
        string[] names = [.. classNames];
        CsvCells.Distinct(names, nameof(classNames));
        return Named(_cells.IndexOf(column, nameof(column)), names, grow: false);
    }

    /// <summary>The number of rows and the names of the columns.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Count:N0} {(Count == 1 ? "row" : "rows")}: {string.Join(", ", Columns)}");

    private float[] Numbers(ReadOnlySpan<string> columns, bool emptyIsMissing)
    {
        int[] indices = new int[columns.Length];
        for (int i = 0; i < indices.Length; i++)
        {
            indices[i] = _cells.IndexOf(columns[i], nameof(columns));
        }

        if (indices.Length == 0)
        {
            throw new ArgumentException($"Name at least one column of {string.Join(", ", Columns)}.", nameof(columns));
        }

        float[] numbers = new float[checked(Count * indices.Length)];
        for (int i = 0; i < numbers.Length; i++)
        {
            numbers[i] = Number(i / indices.Length, indices[i % indices.Length], emptyIsMissing);
        }

        return numbers;
    }

    private float Number(int row, int column, bool emptyIsMissing)
    {
        ReadOnlySpan<char> cell = _cells[row, column];
        if (cell.IsEmpty && emptyIsMissing)
        {
            return float.NaN;
        }

        bool parsed = float.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out float number);
        return parsed && (float.IsFinite(number) || (emptyIsMissing && float.IsNaN(number)))
            ? number
            : throw _cells.Fault(row, column, "a finite number, such as 5.1 or -2e-3" + (emptyIsMissing ? ", or nothing where it is missing" : ""));
    }

    private int[] Integers(int column)
    {
        int[] labels = new int[Count];
        for (int row = 0; row < labels.Length; row++)
        {
            ReadOnlySpan<char> cell = _cells[row, column];
            int label = LabelColumn.Missing;
            bool parsed = cell.IsEmpty || int.TryParse(cell, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out label);
            labels[row] = parsed && label >= LabelColumn.Missing
                ? label
                : throw _cells.Fault(row, column,
                    "an integer of −1 or above, as the column begins with an integer (to have names instead, give the class names), or nothing where it is missing");
        }

        return labels;
    }

    private CsvLabels Named(int column, string[] classNames, bool grow)
    {
        List<string> names = [.. classNames];
        Dictionary<string, int> numbers = names.Select((name, i) => (name, i)).ToDictionary(n => n.name, n => n.i, StringComparer.Ordinal);
        Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> byText = numbers.GetAlternateLookup<ReadOnlySpan<char>>();
        int[] labels = new int[Count];
        for (int row = 0; row < labels.Length; row++)
        {
            ReadOnlySpan<char> cell = _cells[row, column];
            if (cell.IsEmpty)
            {
                labels[row] = LabelColumn.Missing;
            }
            else if (!byText.TryGetValue(cell, out labels[row]))
            {
                labels[row] = grow ? names.Count : throw _cells.Fault(row, column, $"one of {string.Join(", ", names)}, or nothing where it is missing");
                names.Add(cell.ToString());
                numbers.Add(names[^1], labels[row]);
            }
        }

        return new CsvLabels(labels, [.. names]);
    }
}
