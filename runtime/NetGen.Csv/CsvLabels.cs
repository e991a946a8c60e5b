using System.Collections.Immutable;

namespace NetGen;

/// <summary>The class labels of one column of a <see cref="CsvTable"/>.</summary>
public sealed class CsvLabels
{
    internal CsvLabels(int[] values, ImmutableArray<string> classNames)
    {
        Values = values;
        ClassNames = classNames;
    }

    /// <summary>One label a row, −1 where the cell is empty.</summary>
    public int[] Values { get; }

    /// <summary>The text of class 0, class 1, …; empty where the file holds the numbers themselves.</summary>
    public ImmutableArray<string> ClassNames { get; }
}
