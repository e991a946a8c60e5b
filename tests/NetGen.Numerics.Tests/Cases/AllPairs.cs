namespace NetGen.Numerics.Tests;

/// <summary>
/// Combinations in which every two choices of different lists meet at least once. Most defects need two things to meet; all
/// combinations of all lists would be tens of thousands of networks.
/// </summary>
internal static class AllPairs
{
    /// <summary>Rows of choices: row[i] &lt; sizes[i].</summary>
    public static IReadOnlyList<int[]> Of(params int[] sizes)
    {
        var missing = new HashSet<(int List, int Choice, int OtherList, int OtherChoice)>();
        for (int i = 0; i < sizes.Length; i++)
        {
            for (int j = i + 1; j < sizes.Length; j++)
            {
                missing.UnionWith(from a in Enumerable.Range(0, sizes[i]) from b in Enumerable.Range(0, sizes[j]) select (i, a, j, b));
            }
        }

        var rows = new List<int[]>();
        while (missing.Count > 0)
        {
            // Start from one pair that is missing, then choose in each list what meets most missing pairs with the choices made.
            (int list, int choice, int otherList, int otherChoice) = missing.Min();
            int?[] row = new int?[sizes.Length];
            (row[list], row[otherList]) = (choice, otherChoice);
            for (int i = 0; i < sizes.Length; i++)
            {
                row[i] ??= Enumerable.Range(0, sizes[i]).MaxBy(c => Enumerable.Range(0, sizes.Length).Count(k => row[k] is { } d && missing.Contains(Pair(i, c, k, d))));
            }

            int[] chosen = [.. row.Select(c => c!.Value)];
            rows.Add(chosen);
            for (int i = 0; i < sizes.Length; i++)
            {
                for (int j = i + 1; j < sizes.Length; j++)
                {
                    missing.Remove((i, chosen[i], j, chosen[j]));
                }
            }
        }

        return rows;
    }

    private static (int, int, int, int) Pair(int i, int a, int j, int b) => i < j ? (i, a, j, b) : (j, b, i, a);
}
