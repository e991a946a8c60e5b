using NetGen.CompilerServices;

namespace NetGen;

/// <summary>Deals rows into the parts of <see cref="Dataset.Folds"/>.</summary>
/// <remarks>
/// All rows are shuffled, then ordered by class, then dealt out like cards: so the parts differ by one row at most, in all and of a class.
/// </remarks>
internal static class Folding
{
    /// <summary>The part of each row.</summary>
    public static int[] Draw(Dataset data, int folds, int seed, string? stratify)
    {
        if (folds < 2 || folds > data.Count)
        {
            throw new ArgumentOutOfRangeException(nameof(folds), folds, $"The number of folds must be 2 to the number of rows, {data.Count}.");
        }

        int[] classes = Splitting.Classes(data, stratify);
        int[] order = new int[data.Count];
        Shuffle.Fill(order, seed, RandomPurpose.Folds, stream: 0);
        int[] fold = new int[data.Count];
        int dealt = 0;
        foreach (int row in order.OrderBy(row => classes[row])) // stable: within a class the shuffled order stays
        {
            fold[row] = dealt++ % folds;
        }

        return fold;
    }
}
