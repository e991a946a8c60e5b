using System.ComponentModel;

namespace NetGen.CompilerServices;

/// <summary>The numbers of threads a network can have.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ThreadCounts
{
    /// <summary>More would be a mistake: each has a stack, scratch memory and a place at every barrier.</summary>
    public const int Most = 1024;

    /// <summary>As many as the program may use cores, up to <see cref="Most"/>.</summary>
    public static int OfMachine => Math.Min(Environment.ProcessorCount, Most);

    /// <summary>The same number, if a network can have so many threads.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is less than 1 or more than <see cref="Most"/>.</exception>
    public static int Check(int value) => value is >= 1 and <= Most
        ? value
        : throw new ArgumentOutOfRangeException(nameof(value), value, $"A network has 1 to {Most} threads.");
}
