namespace NetGen;

/// <summary>
/// One named column of a <see cref="Dataset"/>: a <see cref="FeatureColumn"/> of numbers or a <see cref="LabelColumn"/> of classes.
/// </summary>
/// <remarks>
/// A column reads the memory it was given and never copies or writes it; do not change that memory while a data set uses it.
/// The columns of a selection (<see cref="Dataset.Select"/>, <see cref="Dataset.Split"/>) are views of the same memory.
/// </remarks>
public abstract class DataColumn
{
    private protected DataColumn(string name, int storedRows, int[]? rows)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        Name = name;
        StoredRows = rows;
        Count = rows?.Length ?? storedRows;
    }

    /// <summary>The name: that of the network's input or head which the column feeds.</summary>
    public string Name { get; }

    /// <summary>The number of rows, at least 1.</summary>
    public int Count { get; }

    /// <summary>Where each row lies in the memory underneath; null where row i is simply the i-th.</summary>
    internal int[]? StoredRows { get; }

    /// <summary>The place in memory of row <paramref name="row"/>, counted in rows.</summary>
    private protected int Locate(int row)
    {
        if ((uint)row >= (uint)Count)
        {
            throw new ArgumentOutOfRangeException(nameof(row), row, $"Column {Name} has rows 0 to {Count - 1}.");
        }

        return StoredRows is null ? row : StoredRows[row];
    }

    /// <summary>The same memory seen through other rows.</summary>
    internal abstract DataColumn View(int[] storedRows);

    /// <summary>Whether <paramref name="other"/> is a view of the same memory, so that the two can be joined without a copy.</summary>
    internal abstract bool SharesMemoryWith(DataColumn other);

    /// <summary>Whether the rows of <paramref name="other"/> can follow these: it holds the same thing in the same shape.</summary>
    internal abstract bool Joins(DataColumn other);

    /// <summary>A copy of these rows and then the rows of <paramref name="other"/>, a column that this one <see cref="Joins"/>.</summary>
    internal abstract DataColumn CopyWith(DataColumn other);

    /// <summary>What a row holds, for messages: "floats [28, 28, 1]", "bytes [28, 28, 1]", "labels".</summary>
    internal abstract string Kind { get; }

    /// <summary>The name and what a row holds.</summary>
    public override string ToString() => $"{Name} ({Kind})";
}
