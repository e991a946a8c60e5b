using NetGen.CompilerServices;

namespace NetGen;

/// <summary>Draws the halves of <see cref="Dataset.Split"/>.</summary>
/// <remarks>
/// All rows are shuffled; walking that order, a row is held out as long as its class has held out fewer than its quota.
/// Without a column to stratify by, all rows are of one class.
/// </remarks>
internal static class Splitting
{
    /// <summary>Row numbers of both halves, each ascending.</summary>
    public static (int[] Train, int[] Validation) Draw(Dataset data, double validation, int seed, string? stratify)
    {
        if (!(validation is > 0 and < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(validation), validation, "The share held out for validation must be above 0 and below 1.");
        }

        int[] classes = Classes(data, stratify);
        Dictionary<int, int> quotas = Quotas(classes, validation);
        int total = quotas.Values.Sum();
        if (total == 0 || total == data.Count)
        {
            throw new ArgumentOutOfRangeException(nameof(validation), validation,
                $"Of {data.Count} rows{(stratify is null ? "" : $", split by the {quotas.Count} classes of {stratify}")}, this share holds out {total}; "
                + "both halves need at least one row: choose a share nearer to one half" + (stratify is null ? "." : ", or do not stratify."));
        }

        int[] order = new int[data.Count];
        Shuffle.Fill(order, seed, RandomPurpose.Split, stream: 0);
        bool[] held = new bool[data.Count];
        foreach (int row in order)
        {
            held[row] = quotas[classes[row]]-- > 0;
        }

        int[] rows = [.. Enumerable.Range(0, data.Count)];
        return (Array.FindAll(rows, r => !held[r]), Array.FindAll(rows, r => held[r]));
    }

    /// <summary>The class of each row: its label, or 0 without a column to stratify by.</summary>
    public static int[] Classes(Dataset data, string? stratify) => stratify is null
        ? new int[data.Count]
        : data.Find(stratify) switch
        {
            LabelColumn labels => labels.ToArray(),
            null => throw new ArgumentException($"There is no column {stratify}; there is {string.Join(", ", data.Columns)}.", nameof(stratify)),
            DataColumn column => throw new ArgumentException(
                $"Column {column} has no classes to stratify by; a {nameof(LabelColumn)} is needed.", nameof(stratify)),
        };

    /// <summary>How many rows each class holds out: its share to the nearest row; exact halves go up and down in turn, so that they cancel.</summary>
    private static Dictionary<int, int> Quotas(int[] classes, double validation)
    {
        var quotas = new Dictionary<int, int>();
        bool up = true;
        foreach (IGrouping<int, int> rows in classes.GroupBy(c => c).OrderBy(g => g.Key))
        {
            double share = validation * rows.Count();
            double below = Math.Floor(share);
            bool half = share - below == 0.5;
            bool above = half ? up : share - below > 0.5;
            quotas.Add(rows.Key, (int)below + (above ? 1 : 0));
            up ^= half;
        }

        return quotas;
    }
}
