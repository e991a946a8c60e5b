using System.Runtime.CompilerServices;

namespace NetGen;

/// <summary>One thread of a <see cref="Team"/>, as emitted code sees it: its share of the tiles, its scratch memory, the barrier.</summary>
public sealed class Worker
{
    internal int Asleep;
    internal int Finished;

    private readonly Team _team;
    private readonly ScratchMemory _scratch;

    internal Worker(Team team, int part, int parts, ScratchMemory scratch)
    {
        (_team, _scratch) = (team, scratch);
        Part = part;
        Parts = parts;
    }

    /// <summary>Which thread it is; 0 is the caller's.</summary>
    public int Part { get; }

    /// <summary>How many there are.</summary>
    public int Parts { get; }

    /// <summary>
    /// This thread's share of 0..total, in whole units; together the shares cover it once. The same total and unit give the same share,
    /// so that a thread meets again what is in its cache.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public (int From, int To) Share(int total, int unit)
    {
        if (Parts == 1)
        {
            return (0, total);
        }

        int units = (total + unit - 1) / unit;
        return (Math.Min(total, units * Part / Parts * unit), Math.Min(total, units * (Part + 1) / Parts * unit));
    }

    /// <summary>The element at <paramref name="offset"/> of this thread's scratch memory.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref float Scratch(int offset) => ref _scratch[offset];

    /// <summary>Waits until every thread of the team has come here, so that what one wrote before the others may read after.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Barrier()
    {
        if (Parts > 1)
        {
            _team.Meet();
        }
    }
}
