namespace NetGen;

/// <summary>
/// When the next batch is gathered by a thread of its own while a step runs: the network has a thread that the step leaves idle, and the
/// batch is big enough. A network never keeps more threads busy than its <c>Threads</c>.
/// </summary>
internal static class GatherRule
{
    // Time of a step in an epoch of 50,000 rows, gathered by the caller → meanwhile (two Zen 4 cores, medians of stretches of 150 ms):
    //   one core steps, the other is idle:   784-10, batch 64   67.4 → 51.3     64-32-10, batch 32 (8 KB)   10.1 → 7.9
    //                                                                         16-32-10, batch 32 (2 KB)    5.8 → 5.2
    //   both cores step:   784-256-128-10, batch 64   458 → 481
    // On a machine that other programs keep busy it costs instead (784-10: 82.3 → 89.1; 16-32-10: 7.2 → 7.5): tenths of a µs are not worth it.
    private const int MinBytes = 4096;

    private const int MinParallelBytes = 32_768;

    /// <summary>Whether it pays.</summary>
    public static bool GathersAhead(INetwork network) => network.HasIdleThread && BatchBytes(network.Schema, network.Schema.BatchSize) >= MinBytes;

    /// <summary>Whether so many rows that are gathered before their step are copied by all threads of the step.</summary>
    public static bool IsParallel(NetworkSchema schema, int rows) => BatchBytes(schema, rows) >= MinParallelBytes;

    private static long BatchBytes(NetworkSchema schema, int rows)
    {
        long floats = 0;
        foreach (InputInfo input in schema.Inputs)
        {
            floats += input.Size;
        }

        foreach (HeadInfo head in schema.Heads)
        {
            floats += head.HasLabels ? 1 : head.Units;
        }

        return sizeof(float) * rows * floats;
    }
}
