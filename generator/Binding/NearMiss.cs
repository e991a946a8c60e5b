namespace NetGen.Generator.Binding;

/// <summary>What someone who mistyped a name may have meant.</summary>
internal static class NearMiss
{
    /// <summary>The known name nearest to one that is not: at most a third of its letters put in, left out, replaced or swapped with the next, whatever their case. Null if none is so near.</summary>
    public static string? Of(string name, IEnumerable<string> known) => known
        .Select(candidate => (Name: candidate, Distance: Distance(name.ToUpperInvariant(), candidate.ToUpperInvariant())))
        .Where(candidate => candidate.Distance <= (Math.Min(name.Length, candidate.Name.Length) + 1) / 3)
        .OrderBy(candidate => candidate.Distance).Select(candidate => candidate.Name).FirstOrDefault();

    /// <summary>The edit distance of Damerau and Levenshtein: insertions, deletions, replacements and swaps of neighbors.</summary>
    public static int Distance(string a, string b)
    {
        int[,] distance = new int[a.Length + 1, b.Length + 1];
        for (int i = 0; i <= a.Length; i++)
        {
            for (int j = 0; j <= b.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    distance[i, j] = i + j;
                    continue;
                }

                int replaced = distance[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                distance[i, j] = Math.Min(replaced, Math.Min(distance[i - 1, j], distance[i, j - 1]) + 1);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    distance[i, j] = Math.Min(distance[i, j], distance[i - 2, j - 2] + 1);
                }
            }
        }

        return distance[a.Length, b.Length];
    }
}
