namespace NetGen.Tests;

/// <summary>
/// What an action allocates each time, in bytes: the least of several counts after a first, uncounted run. The test host allocates now and
/// then, and the counter of a thread has been seen some kilobytes ahead when another thread's collection fell between its two readings.
/// </summary>
internal static class Allocated
{
    private const int Attempts = 20;

    /// <summary>By the thread that acts.</summary>
    public static long ByThread(Action act) => Least(act, GC.GetAllocatedBytesForCurrentThread);

    /// <summary>By all threads.</summary>
    public static long ByProcess(Action act) => Least(act, () => GC.GetTotalAllocatedBytes(precise: true));

    private static long Least(Action act, Func<long> count)
    {
        act();
        long least = long.MaxValue;
        for (int attempt = 0; attempt < Attempts && least > 0; attempt++)
        {
            long before = count();
            act();
            least = Math.Min(least, count() - before);
        }

        return least;
    }
}
