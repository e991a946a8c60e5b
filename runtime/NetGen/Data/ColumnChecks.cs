using System.Globalization;

namespace NetGen;

/// <summary>What a data set must be, alone and for a network. Each fault is an exception that names the column and what is allowed.</summary>
internal static class ColumnChecks
{
    /// <summary>At least one column, no two of a name, all of one length.</summary>
    public static void Consistent(DataColumn[] columns)
    {
        if (columns.Length == 0)
        {
            throw new ArgumentException("Got 0 columns; a data set needs at least one.", nameof(columns));
        }

        for (int i = 0; i < columns.Length; i++)
        {
            DataColumn column = columns[i] ?? throw new ArgumentException($"Column {i} is null.", nameof(columns));
            if (columns.Take(i).Any(c => c.Name == column.Name))
            {
                throw new ArgumentException($"Two columns are called {column.Name}; each needs its own name.", nameof(columns));
            }

            if (column.Count != columns[0].Count)
            {
                throw new ArgumentException(
                    $"Column {column.Name} has {column.Count} rows and {columns[0].Name} has {columns[0].Count}; all columns need the same number.",
                    nameof(columns));
            }
        }
    }

    /// <summary>Every column is an input or head of the network.</summary>
    public static void NoSurplus(Dataset data, NetworkSchema schema, string argument)
    {
        string[] names = [.. schema.Inputs.Select(i => i.Name), .. schema.Heads.Select(h => h.Name)];
        foreach (DataColumn column in data.Columns)
        {
            if (!names.Contains(column.Name))
            {
                throw new ArgumentException(
                    $"{schema.Name} has no input or head called {column.Name}; its columns are {string.Join(", ", names)}.", argument);
            }
        }
    }

    /// <summary>The columns are those of the inputs and then those of the heads, called as these are: so two of one size cannot be exchanged.</summary>
    public static void Named(DataColumn[] columns, NetworkSchema schema, string[] arguments)
    {
        string[] values = [.. schema.Inputs.Select(i => i.Name), .. schema.Heads.Select(h => h.Name)];
        for (int i = 0; i < Math.Min(values.Length, columns.Length); i++)
        {
            string value = values[i];
            DataColumn column = columns[i] ?? throw new ArgumentNullException(arguments[i], $"The column of {value} is null.");
            if (column.Name != value)
            {
                throw new ArgumentException(
                    $"{(i < schema.Inputs.Length ? "Input" : "Head")} {value} takes a column called {value}, not {column}.", arguments[i]);
            }
        }
    }

    /// <summary>At least one row, and each in 0 to <paramref name="count"/> − 1.</summary>
    public static void RowsExist(ReadOnlySpan<int> rows, int count, string argument)
    {
        if (rows.IsEmpty)
        {
            throw new ArgumentException("Got 0 rows; a data set needs at least one.", argument);
        }

        for (int i = 0; i < rows.Length; i++)
        {
            if ((uint)rows[i] >= (uint)count)
            {
                throw new ArgumentOutOfRangeException(argument, rows[i], $"Row number {i} of the selection is out of range; rows are 0 to {count - 1}.");
            }
        }
    }

    /// <summary>The same columns, by name and kind.</summary>
    public static void Joinable(Dataset data, Dataset other, string argument)
    {
        foreach (DataColumn column in data.Columns)
        {
            DataColumn? match = other.Find(column.Name);
            if (match is null || !column.Joins(match))
            {
                throw new ArgumentException($"It {(match is null ? "lacks" : $"has {match} and not")} the column {column}.", argument);
            }
        }

        if (other.Columns.Length != data.Columns.Length)
        {
            DataColumn surplus = other.Columns.First(c => data.Find(c.Name) is null);
            throw new ArgumentException($"It has the column {surplus}, which the data set it is joined to lacks.", argument);
        }
    }

    /// <summary>What <see cref="Dataset.Require"/> promises.</summary>
    /// <param name="data">The data set.</param>
    /// <param name="schema">The network's.</param>
    /// <param name="argumentOf">The caller's parameter that holds a column.</param>
    public static void Fit(Dataset data, NetworkSchema schema, Func<string, string> argumentOf)
    {
        foreach (InputInfo input in schema.Inputs)
        {
            string argument = argumentOf(input.Name);
            Allowed(Floats(data, $"Input {input.Name}", input.Name, input.Size, argument), input, argument);
        }

        foreach (HeadInfo head in schema.Heads)
        {
            string argument = argumentOf(head.Name);
            if (head.HasLabels)
            {
                InRange(Labels(data, head, argument), head, argument);
            }
            else
            {
                FloatTargets(Floats(data, $"Head {head.Name} ({head.Loss})", head.Name, head.Units, argument), head.Loss, argument);
            }
        }
    }

    private static FeatureColumn Floats(Dataset data, string taker, string name, int size, string argument) => data.Find(name) switch
    {
        FeatureColumn column when column.Size == size => column,
        FeatureColumn column => throw new ArgumentException(
            $"{taker} takes {size} floats a row; column {column} has {column.Size}.", argument),
        null => throw new ArgumentException($"{taker} needs a column {name} of {size} floats a row; there is {string.Join(", ", data.Columns)}.", argument),
        DataColumn column => throw new ArgumentException(
            $"{taker} takes a {nameof(FeatureColumn)} of {size} floats a row; column {column} is a {nameof(LabelColumn)}.", argument),
    };

    private static LabelColumn Labels(Dataset data, HeadInfo head, string argument) => data.Find(head.Name) switch
    {
        LabelColumn column => column,
        null => throw new ArgumentException(
            $"Head {head.Name} ({head.Loss}) needs a column {head.Name} of labels; there is {string.Join(", ", data.Columns)}.", argument),
        DataColumn column => throw new ArgumentException(
            $"Head {head.Name} ({head.Loss}) takes a {nameof(LabelColumn)}; column {column} is a {nameof(FeatureColumn)}.", argument),
    };

    private static void Allowed(FeatureColumn column, InputInfo input, string argument)
    {
        if (column.First(input.FirstFault) is (int row, int element))
        {
            throw Fault(column, row, element, $"features must be {input.Allowed}", argument);
        }
    }

    private static void FloatTargets(FeatureColumn column, LossKind loss, string argument)
    {
        if (column.First(loss == LossKind.BinaryCrossEntropy ? ValueChecks.FirstNoProbability : ValueChecks.FirstInfinite) is (int row, int element))
        {
            string rule = float.IsInfinity(column.Row(row)[element]) ? "targets must be finite" : $"targets of {loss} must be 0 to 1";
            throw Fault(column, row, element, $"{rule}, or NaN where they are missing", argument);
        }
    }

    private static void InRange(LabelColumn column, HeadInfo head, string argument)
    {
        for (int r = 0; r < column.Count; r++)
        {
            if (column[r] < LabelColumn.Missing || column[r] >= head.Units)
            {
                throw new ArgumentException(string.Create(CultureInfo.InvariantCulture,
                    $"Column {column.Name}, row {r}: label {column[r]}; labels must be 0 to {head.Units - 1}, or −1 where they are missing.{(CountsFromOne(column, head.Units)
                        ? $" The labels here are 1 to {head.Units}: subtract 1 from each. (A CsvTable numbers classes from 0 where their names are given: table.Labels(column, [\"1\", …, \"{head.Units}\"]).)"
                        : "")}"), argument);
            }
        }
    }

    /// <summary>Whether every label that is there is 1 to <paramref name="classes"/>.</summary>
    private static bool CountsFromOne(LabelColumn column, int classes)
    {
        for (int r = 0; r < column.Count; r++)
        {
            if (column[r] != LabelColumn.Missing && (column[r] < 1 || column[r] > classes))
            {
                return false;
            }
        }

        return true;
    }

    private static ArgumentException Fault(FeatureColumn column, int row, int element, string allowed, string argument) =>
        new(string.Create(CultureInfo.InvariantCulture, $"Column {column.Name}, row {row}, element {element}: {column.Row(row)[element]}; {allowed}."), argument);
}
