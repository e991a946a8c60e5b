namespace NetGen;

/// <summary>A column of class labels: 0 to k − 1 for a head of k classes, −1 where the label is missing.</summary>
public sealed class LabelColumn : DataColumn
{
    /// <summary>The label of a row whose class is not known: the row adds nothing to the head's loss.</summary>
    public const int Missing = -1;

    private readonly ReadOnlyMemory<int> _labels;

    /// <summary>A column over <paramref name="labels"/>, which are not copied.</summary>
    /// <param name="name">The name of the head it feeds.</param>
    /// <param name="labels">One label per row.</param>
    /// <exception cref="ArgumentException"><paramref name="name"/> is blank or <paramref name="labels"/> is empty.</exception>
    public LabelColumn(string name, ReadOnlyMemory<int> labels)
        : this(name, labels, rows: null)
    {
        if (labels.IsEmpty)
        {
            throw new ArgumentException($"Column {name} got 0 labels; at least one row is needed.", nameof(labels));
        }
    }

    private LabelColumn(string name, ReadOnlyMemory<int> labels, int[]? rows)
        : base(name, labels.Length, rows) => _labels = labels;

    /// <summary>The label of row <paramref name="row"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="row"/> is not in 0 to Count − 1.</exception>
    public int this[int row] => _labels.Span[Locate(row)];

    internal override string Kind => "labels";

    /// <summary>Copies the labels of these rows.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A row is not in 0 to Count − 1.</exception>
    internal void CopyRows(ReadOnlySpan<int> rows, Span<int> to)
    {
        ReadOnlySpan<int> labels = _labels.Span;
        for (int r = 0; r < rows.Length; r++)
        {
            to[r] = labels[Locate(rows[r])];
        }
    }

    /// <summary>A copy of all labels.</summary>
    public int[] ToArray()
    {
        int[] copy = new int[Count];
        CopyTo(copy);
        return copy;
    }

    internal override DataColumn View(int[] storedRows) => new LabelColumn(Name, _labels, storedRows);

    internal override bool SharesMemoryWith(DataColumn other) => other is LabelColumn labels && labels._labels.Equals(_labels);

    internal override bool Joins(DataColumn other) => other is LabelColumn;

    internal override DataColumn CopyWith(DataColumn other)
    {
        int[] both = new int[checked(Count + other.Count)];
        CopyTo(both);
        ((LabelColumn)other).CopyTo(both.AsSpan(Count));
        return new LabelColumn(Name, both, rows: null);
    }

    private void CopyTo(Span<int> destination)
    {
        for (int r = 0; r < Count; r++)
        {
            destination[r] = this[r];
        }
    }
}
