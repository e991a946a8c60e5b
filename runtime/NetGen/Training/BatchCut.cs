namespace NetGen;

/// <summary>
/// How the rows of an epoch are cut into batches: full ones, and what remains last. Where that would be fewer rows than a step needs (a batch
/// normalization has no variance of one number), the last two batches share their rows evenly.
/// </summary>
internal static class BatchCut
{
    /// <summary>Rows of the next batch.</summary>
    /// <param name="remaining">Rows of the epoch that remain, ≥ 1.</param>
    /// <param name="schema">The network's.</param>
    public static int Next(int remaining, NetworkSchema schema)
    {
        int next = Math.Min(schema.BatchSize, remaining), left = remaining - next;
        return left > 0 && left < schema.LeastRows ? (remaining + 1) / 2 : next;
    }

    /// <summary>Rows of the next so many batches, at most all that remain.</summary>
    /// <param name="remaining">Rows of the epoch that remain.</param>
    /// <param name="batches">How many batches.</param>
    /// <param name="schema">The network's.</param>
    public static int Next(int remaining, long batches, NetworkSchema schema)
    {
        // Batches are full up to the last two.
        long full = Math.Clamp(batches, 0, Math.Max(0, remaining / schema.BatchSize - 1));
        int rows = (int)(full * schema.BatchSize);
        for (long batch = full; batch < batches && rows < remaining; batch++)
        {
            rows += Next(remaining - rows, schema);
        }

        return rows;
    }
}
