using System.Runtime.ExceptionServices;

namespace NetGen;

/// <summary>Independent pieces of work on several threads, the caller's among them.</summary>
internal static class ParallelRuns
{
    /// <summary>The results of <paramref name="run"/> for 0 to count − 1, in this order, whichever thread computed them.</summary>
    /// <remarks>
    /// After an exception nothing new is begun; what runs is finished, and the exception is thrown here. Of several it is that of the
    /// lowest number: since work is begun in order, it is the same one on any number of threads.
    /// </remarks>
    public static T[] Run<T>(int count, int workers, Func<int, T> run)
    {
        var results = new T[count];
        var faults = new ExceptionDispatchInfo?[count];
        int begun = 0;
        bool hasFault = false;
        Thread[] others = [.. Enumerable.Range(1, Math.Min(workers, count) - 1).Select(i => new Thread(Work) { IsBackground = true, Name = $"NetGen run {i}" })];
        foreach (Thread other in others)
        {
            other.Start();
        }

        Work();
        foreach (Thread other in others)
        {
            other.Join();
        }

        faults.FirstOrDefault(fault => fault is not null)?.Throw();
        return results;

        void Work()
        {
            for (int i = Next(); i < count; i = Next())
            {
                try
                {
                    results[i] = run(i);
                }
                catch (Exception exception)
                {
                    faults[i] = ExceptionDispatchInfo.Capture(exception);
                    Volatile.Write(ref hasFault, true);
                }
            }
        }

        int Next() => Volatile.Read(ref hasFault) ? count : Interlocked.Increment(ref begun) - 1;
    }
}
