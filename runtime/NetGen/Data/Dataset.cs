using System.Collections.Immutable;
using System.Globalization;

namespace NetGen;

/// <summary>
/// Rows of named columns: what a network is trained and judged on. A data set has at least one column and one row, never changes,
/// and does not copy the memory it reads: <see cref="Select"/> and <see cref="Split"/> yield views.
/// </summary>
/// <example><code>
/// var data = new Dataset(new FeatureColumn("Image", [28, 28, 1], images), new LabelColumn("Label", labels));
/// DataSplit split = data.Split(validation: 0.1, seed: 1, stratify: "Label");
/// </code></example>
public sealed class Dataset
{
    private readonly Dataset? _source;
    private NetworkSchema[] _accepted = [];

    /// <summary>A data set of any columns; <see cref="Require"/> checks them once a network uses it.</summary>
    /// <param name="columns">One or more columns of the same number of rows, each with its own name.</param>
    /// <exception cref="ArgumentException">There is no column, two share a name, or their row counts differ.</exception>
    public Dataset(params DataColumn[] columns)
        : this([.. columns ?? throw new ArgumentNullException(nameof(columns))], source: null) => ColumnChecks.Consistent(columns);

    private Dataset(ImmutableArray<DataColumn> columns, Dataset? source)
    {
        Columns = columns;
        _source = source;
    }

    /// <summary>The columns, in the order given.</summary>
    public ImmutableArray<DataColumn> Columns { get; }

    /// <summary>The number of rows.</summary>
    public int Count => Columns[0].Count;

    /// <summary>The column called <paramref name="name"/> (a <see cref="FeatureColumn"/> or a <see cref="LabelColumn"/>).</summary>
    /// <exception cref="ArgumentException">There is none of that name.</exception>
    public DataColumn this[string name] => Column(name, nameof(name));

    /// <summary>The column of numbers, floats or bytes, called <paramref name="name"/>.</summary>
    /// <exception cref="ArgumentException">There is none, or it holds labels.</exception>
    public FeatureColumn Features(string name) => Features(name, nameof(name));

    /// <summary>The same for a caller whose parameter has another name.</summary>
    internal FeatureColumn Features(string name, string argument) => Column(name, argument) as FeatureColumn
        ?? throw new ArgumentException($"Column {this[name]} is a {nameof(LabelColumn)}, not a {nameof(FeatureColumn)}.", argument);

    /// <summary>The column of labels called <paramref name="name"/>.</summary>
    /// <exception cref="ArgumentException">There is none, or it holds floats.</exception>
    public LabelColumn Labels(string name) => this[name] as LabelColumn
        ?? throw new ArgumentException($"Column {this[name]} is a {nameof(FeatureColumn)}, not a {nameof(LabelColumn)}.", nameof(name));

    /// <summary>A data set that is checked against a network at once, for the generated <c>Data</c> method: exceptions name its parameters.</summary>
    /// <param name="schema">The network's.</param>
    /// <param name="arguments">The caller's parameters, one for each column.</param>
    /// <param name="columns">Exactly one column for each input and each head, in their order.</param>
    /// <exception cref="ArgumentNullException">A column is null; the parameter named is the column's argument.</exception>
    /// <exception cref="ArgumentException">As for the other overload; <see cref="ArgumentException.ParamName"/> is the column's argument.</exception>
    public static Dataset Create(NetworkSchema schema, string[] arguments, params DataColumn[] columns)
    {
        ArgumentNullException.ThrowIfNull(schema);
        ArgumentNullException.ThrowIfNull(arguments);
        ArgumentNullException.ThrowIfNull(columns);
        ColumnChecks.Named(columns, schema, arguments);
        string[] names = [.. columns.Select(c => c.Name)];
        for (int i = 1; i < columns.Length; i++)
        {
            if (columns[i].Count != columns[0].Count)
            {
                throw new ArgumentException(
                    $"Column {names[i]} has {columns[i].Count} rows and {names[0]} has {columns[0].Count}; all columns need the same number.", arguments[i]);
            }
        }

        Dataset data = new(columns);
        ColumnChecks.Fit(data, schema, name => arguments[Array.IndexOf(names, name)]);
        data._accepted = [schema];
        return data;
    }

    /// <summary>A data set that is checked against a network at once.</summary>
    /// <param name="schema">The network's.</param>
    /// <param name="columns">Exactly one column for each input and each head.</param>
    /// <exception cref="ArgumentException">
    /// A column is missing, surplus, of another kind or width, or holds a value that the network cannot take (see <see cref="Require"/>).
    /// </exception>
    public static Dataset Create(NetworkSchema schema, params DataColumn[] columns)
    {
        ArgumentNullException.ThrowIfNull(schema);
        Dataset data = new(columns);
        ColumnChecks.NoSurplus(data, schema, nameof(columns));
        data.Require(schema, nameof(columns));
        return data;
    }

    /// <summary>The given rows in the given order, as a view; a row may come more than once.</summary>
    /// <param name="rows">Row numbers, 0 to Count − 1; at least one.</param>
    /// <exception cref="ArgumentException"><paramref name="rows"/> is empty or holds a number out of range.</exception>
    public Dataset Select(ReadOnlySpan<int> rows)
    {
        ColumnChecks.RowsExist(rows, Count, nameof(rows));
        return new Dataset(RowMaps.Select(Columns, rows), source: this);
    }

    /// <summary>
    /// Holds out a random part of the rows; both halves keep the rows' order.
    /// </summary>
    /// <param name="validation">
    /// The share of rows held out, above 0 and below 1, rounded to the nearest row; both halves must get at least one.
    /// </param>
    /// <param name="seed">The split is a function of it and of the data.</param>
    /// <param name="stratify">
    /// A label column whose classes keep their proportions: each class, and likewise the rows without a label, is split by itself,
    /// to the nearest row. Where two rows are equally near (half a row), classes round up and down in turn, the lowest label up first.
    /// </param>
    /// <exception cref="ArgumentException">
    /// The share is out of range or leaves a half empty, or <paramref name="stratify"/> does not name a label column.
    /// </exception>
    public DataSplit Split(double validation, int seed = 0, string? stratify = null)
    {
        (int[] train, int[] held) = Splitting.Draw(this, validation, seed, stratify);
        return new DataSplit(Select(train), Select(held));
    }

    /// <summary>
    /// Deals the rows into k parts as equal as can be, for cross-validation: element i holds out part i and trains on the others. So every
    /// row is held out exactly once. All keep the rows' order.
    /// </summary>
    /// <param name="folds">k, 2 to <see cref="Count"/>.</param>
    /// <param name="seed">The parts are a function of it and of the data.</param>
    /// <param name="stratify">
    /// A label column whose classes, and the rows without a label, are spread evenly: two parts differ by one row of a class at most.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="folds"/> is less than 2 or more than there are rows.</exception>
    /// <exception cref="ArgumentException"><paramref name="stratify"/> does not name a label column.</exception>
    public ImmutableArray<DataSplit> Folds(int folds, int seed = 0, string? stratify = null)
    {
        int[] fold = Folding.Draw(this, folds, seed, stratify);
        int[] rows = [.. Enumerable.Range(0, Count)];
        return [.. Enumerable.Range(0, folds).Select(i =>
            new DataSplit(Select(Array.FindAll(rows, r => fold[r] != i)), Select(Array.FindAll(rows, r => fold[r] == i))))];
    }

    /// <summary>
    /// These rows and then those of <paramref name="other"/>. Views of the same memory, such as the halves of a split, are joined
    /// as a view; otherwise the rows are copied.
    /// </summary>
    /// <param name="other">A data set with the same columns (names, kinds, widths), in any order.</param>
    /// <exception cref="ArgumentException">The columns differ.</exception>
    public Dataset Concat(Dataset other)
    {
        ArgumentNullException.ThrowIfNull(other);
        ColumnChecks.Joinable(this, other, nameof(other));
        return new Dataset(RowMaps.Concat(Columns, other), source: null);
    }

    /// <summary>This data set with <paramref name="column"/> added, or put in the place of the column of that name.</summary>
    /// <exception cref="ArgumentException">The column has another number of rows.</exception>
    public Dataset With(DataColumn column)
    {
        ArgumentNullException.ThrowIfNull(column);
        if (column.Count != Count)
        {
            throw new ArgumentException($"Column {column.Name} has {column.Count} rows; this data set has {Count}.", nameof(column));
        }

        DataColumn? old = Find(column.Name);
        return new Dataset([.. old is null ? Columns.Add(column) : Columns.Replace(old, column)]);
    }

    /// <summary>
    /// Makes sure that a network can take this data: each input and head has its column, of the right kind and width; features are finite;
    /// labels are −1 (missing) to k − 1; float targets are finite or NaN (missing), and 0 to 1 for binary cross-entropy.
    /// Columns that the network does not name are allowed: one data set may serve several networks.
    /// </summary>
    /// <remarks>The values are read once; that they passed is remembered for this data set and all views of it.</remarks>
    /// <param name="schema">The network's.</param>
    /// <param name="argument">The parameter to name in the exception: the caller's, such as <c>training</c>.</param>
    /// <exception cref="ArgumentException">The first fault found: column, row, value, and what is allowed.</exception>
    public void Require(NetworkSchema schema, string argument)
    {
        ArgumentNullException.ThrowIfNull(schema);
        if (!Accepts(schema))
        {
            Accept(schema, argument);
        }
    }

    // Apart, so that the closure is made only when there is something to check, and not with every batch.
    private void Accept(NetworkSchema schema, string argument)
    {
        ColumnChecks.Fit(this, schema, _ => argument);
        _accepted = [.. _accepted, schema];
    }

    /// <summary>
    /// Copies rows into the first places of a network's batch: inputs, labels and float targets. Nothing is allocated.
    /// </summary>
    /// <param name="memory">The network's memory; its schema is required of this data set (at no cost once that is known).</param>
    /// <param name="rows">Row numbers, 0 to Count − 1; at most <see cref="NetworkSchema.BatchSize"/>.</param>
    /// <exception cref="ArgumentException">Too many rows, or the data set does not fit the network.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A row number is out of range.</exception>
    /// <exception cref="InvalidOperationException">The memory of a column was changed since it was checked, to a value that is not allowed.</exception>
    public void Gather(NetworkMemory memory, ReadOnlySpan<int> rows)
    {
        ArgumentNullException.ThrowIfNull(memory);
        NetworkSchema schema = memory.Schema;
        Require(schema, nameof(memory));
        if (rows.Length > schema.BatchSize)
        {
            throw new ArgumentException($"Got {rows.Length} rows; a batch of {schema.Name} takes at most {schema.BatchSize}.", nameof(rows));
        }

        BatchCopy.Copy(this, schema, memory.Current, rows);
    }

    /// <summary>The rows and columns in one line: "1,797 rows: Image (floats [8, 8, 1]), Label (labels)".</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Count:N0} {(Count == 1 ? "row" : "rows")}: {string.Join(", ", Columns)}");

    private DataColumn Column(string name, string argument)
    {
        ArgumentNullException.ThrowIfNull(name, argument);
        return Find(name) ?? throw new ArgumentException($"There is no column {name}; there is {string.Join(", ", Columns.Select(c => c.Name))}.", argument);
    }

    internal DataColumn? Find(string name)
    {
        foreach (DataColumn column in Columns)
        {
            if (column.Name == name)
            {
                return column;
            }
        }

        return null;
    }

    private bool Accepts(NetworkSchema schema)
    {
        for (Dataset? data = this; data is not null; data = data._source)
        {
            foreach (NetworkSchema accepted in data._accepted)
            {
                if (ReferenceEquals(accepted, schema))
                {
                    return true;
                }
            }
        }

        return false;
    }
}
