namespace NetGen.Tests.Threads;

/// <summary>What is left after a garbage collection.</summary>
internal static class Collected
{
    /// <summary>Collects garbage, runs finalizers, and says whether any of these threads has not ended.</summary>
    public static bool AnyAlive(Thread[] threads)
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return threads.Any(thread => thread.IsAlive);
    }
}
