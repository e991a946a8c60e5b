using System.Collections.Immutable;

namespace NetGen;

/// <summary>
/// A table read from a CSV file: named columns of text that become the floats and labels of a <see cref="Dataset"/>.
/// </summary>
/// <remarks>
/// What separates the cells (comma, semicolon, tab, bar), whether the first line is names, what the labels are and which cells are missing
/// is found out from the whole file; <see cref="ToString"/> says what was found, <see cref="CsvOptions"/> overrules it, and a file that
/// does not bear it out is refused. Cells may be quoted; spaces around a cell and blank lines are passed over; numbers are written with a
/// point, whatever the computer's language.
/// </remarks>
/// <example><code>
/// CsvTable iris = CsvTable.Read("iris.csv");
/// CsvLabels species = iris.Labels("species");
/// Dataset data = IrisNet.Data(iris.Floats("sepal length", "sepal width", "petal length", "petal width"), species.Values);
/// </code></example>
public sealed class CsvTable
{
    private readonly CsvCells _cells;
    private readonly string? _encoding;

    private CsvTable(CsvText text, string source, IReadOnlyList<string>? header, CsvOptions options)
    {
        _cells = CsvCells.Read(text, source, header, options);
        _encoding = text.Encoding;
    }

    /// <summary>The names of the columns, in the order of the file; empty for a column without a name, such as an index.</summary>
    public ImmutableArray<string> Columns => _cells.Header;

    /// <summary>The number of rows, the header not counted; at least 1.</summary>
    public int Count => _cells.Count;

    /// <summary>Reads a file, or a pipe, in UTF-8 (or UTF-16 or UTF-32 with a byte order mark).</summary>
    /// <param name="path">The file.</param>
    /// <param name="header">The names of the columns, for a file that has none in its first line.</param>
    /// <param name="options">How the file is written, where that is known.</param>
    /// <exception cref="IOException">The file is not there or cannot be read.</exception>
    /// <exception cref="InvalidDataException">
    /// There is no row, a row has another number of cells than the header, two columns share a name, a quote is not closed, bytes are no
    /// characters, or the file is compressed (gzip, zip); or two separators fit the whole file, or the first line looks like data, or like names where names are given. The message
    /// names file and line.
    /// </exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="path"/> is blank, <paramref name="header"/> is empty or has blank or repeated names, or <paramref name="options"/>
    /// contradict each other.
    /// </exception>
    public static CsvTable Read(string path, IReadOnlyList<string>? header = null, CsvOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        CsvOptions given = Checked(header, options);
        using FileStream file = File.OpenRead(path);
        string source = QuotedText.Escaped(path);
        return new CsvTable(CsvText.Read(file, given.Encoding, source), source, header, given);
    }

    /// <summary>Reads a stream to its end and leaves it open.</summary>
    /// <inheritdoc cref="Read(string, IReadOnlyList{string}, CsvOptions)"/>
    /// <param name="stream">Text in UTF-8, or in the encoding that the options give.</param>
    /// <param name="header">The names of the columns, for text that has none in its first line.</param>
    /// <param name="options">How the text is written, where that is known.</param>
    public static CsvTable Read(Stream stream, IReadOnlyList<string>? header = null, CsvOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        CsvOptions given = Checked(header, options);
        return new CsvTable(CsvText.Read(stream, given.Encoding, "the stream"), "the stream", header, given);
    }

    /// <summary>Reads text to its end.</summary>
    /// <inheritdoc cref="Read(string, IReadOnlyList{string}, CsvOptions)"/>
    /// <param name="text">The text.</param>
    /// <param name="header">The names of the columns, for text that has none in its first line.</param>
    /// <param name="options">How the text is written, where that is known.</param>
    public static CsvTable Read(TextReader text, IReadOnlyList<string>? header = null, CsvOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        CsvOptions given = Checked(header, options);
        return new CsvTable(CsvText.Read(text, "the text"), "the text", header, given);
    }

    /// <summary>
    /// Features: the named columns side by side, row after row (rows × columns floats). A missing cell becomes NaN: the caller fills the
    /// gap, or leaves the row out, before a <see cref="Dataset"/> takes it, for a data set refuses a NaN among its features. A number that
    /// no float is becomes the nearest one: some seven digits are kept, and of integers those up to 16,777,216 (2²⁴) are exact, so that
    /// 16777217 becomes 16777216.
    /// </summary>
    /// <param name="columns">One or more names.</param>
    /// <exception cref="ArgumentException">No name, or a name that is not in <see cref="Columns"/>.</exception>
    /// <exception cref="InvalidDataException">A cell is neither missing nor a finite number, or is beyond a float's range, ±3.4028235E+38; the message names file, line and column.</exception>
    public float[] Floats(params ReadOnlySpan<string> columns)
    {
        int[] indices = new int[columns.Length];
        for (int i = 0; i < indices.Length; i++)
        {
            indices[i] = _cells.IndexOf(columns[i], nameof(columns));
        }

        if (indices.Length == 0)
        {
            throw new ArgumentException($"Name at least one column of {QuotedText.List(Columns)}.", nameof(columns));
        }

        float[] numbers = new float[checked(Count * indices.Length)];
        for (int i = 0; i < numbers.Length; i++)
        {
            numbers[i] = Number(i / indices.Length, indices[i % indices.Length]);
        }

        return numbers;
    }

    /// <summary>Float targets: as <see cref="Floats"/>. A missing cell becomes NaN, which is a missing target.</summary>
    /// <inheritdoc cref="Floats"/>
    public float[] Targets(params ReadOnlySpan<string> columns) => Floats(columns);

    /// <summary>
    /// Class labels. If the first cell that is not missing is a number, all must be integers (1.0 is the integer 1): they are the labels, and
    /// there are no <see cref="CsvLabels.ClassNames"/>. Otherwise none may be a number, and each distinct text is a class, numbered in order
    /// of first appearance. A missing cell is a missing label, −1.
    /// </summary>
    /// <param name="column">The column's name.</param>
    /// <exception cref="ArgumentException">It is not in <see cref="Columns"/>.</exception>
    /// <exception cref="InvalidDataException">
    /// A cell does not hold an integer from −1 to 2147483647 where integers are expected; or there is a number among words, or what often stands
    /// for a missing value (?, NA). The message names file, line and column.
    /// </exception>
    public CsvLabels Labels(string column) => CsvClasses.Of(_cells, _cells.IndexOf(column, nameof(column)));

    /// <summary>Class labels by known names: give the names learned on the training table, so that a test table numbers its classes alike.</summary>
    /// <param name="column">The column's name.</param>
    /// <param name="classNames">The text of class 0, class 1, …; a missing cell that is none of them is a missing label, −1.</param>
    /// <exception cref="ArgumentException">The column is not in <see cref="Columns"/>, or the names are none, blank or repeated.</exception>
    /// <exception cref="InvalidDataException">A cell holds another text; the message names file, line and column.</exception>
    public CsvLabels Labels(string column, IEnumerable<string> classNames)
    {
        ArgumentNullException.ThrowIfNull(classNames);
        string[] names = [.. classNames];
        CsvCells.Distinct(names, nameof(classNames));
        return CsvClasses.Of(_cells, _cells.IndexOf(column, nameof(column)), names);
    }

    /// <summary>
    /// What was read: rows, columns, separator, whether the first line is names, the encoding; then for each column whether it holds
    /// integers, numbers or words, and how many cells are missing.
    /// </summary>
    public override string ToString() => CsvSummary.Of(_cells, _encoding);

    private static CsvOptions Checked(IReadOnlyList<string>? header, CsvOptions? options)
    {
        if (header is not null)
        {
            CsvCells.Distinct(header, nameof(header));
        }

        options ??= new CsvOptions();
        options.Check(nameof(options));
        return options;
    }

    private float Number(int row, int column)
    {
        ReadOnlySpan<char> cell = _cells[row, column];
        return _cells.Values.IsMissing(cell) ? float.NaN
            : _cells.Values.IsNumber(cell, out float number) ? number
            : throw _cells.Fault(row, column, _cells.Values.IsTooLarge(cell)
                ? "a number that a float holds, from -3.4028235E+38 to 3.4028235E+38; divide the column by a power of ten before it is written"
                : "a finite number, such as 5.1 or -2e-3, or nothing where it is missing; words are read as Labels");
    }
}
