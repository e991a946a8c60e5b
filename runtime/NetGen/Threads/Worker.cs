using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace NetGen.CompilerServices;

/// <summary>One thread of a <see cref="Team"/>, as emitted code sees it: its ranges of the tiles, its scratch memory, the barrier.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class Worker
{
    internal int Asleep;
    internal int Finished;
    internal uint Divisions;

    private readonly Crew _crew;
    private readonly ScratchMemory _scratch;
    private WorkQueue _queue;

    internal Worker(Crew crew, int part, int parts, ScratchMemory scratch)
    {
        (_crew, _scratch) = (crew, scratch);
        Part = part;
        Parts = parts;
    }

    /// <summary>Which thread it is; 0 is the caller's.</summary>
    public int Part { get; }

    /// <summary>How many there are.</summary>
    public int Parts { get; }

    /// <summary>
    /// This thread's range of 0..total, in whole units. The ranges of all threads cover it once. The same total and unit give the same
    /// range, so a thread works on what is in its own cache, and on what it alone wrote.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public (int First, int Last) StaticRange(int total, int unit)
    {
        if (Parts == 1)
        {
            return (0, total);
        }

        int units = (total + unit - 1) / unit;
        (int first, int last) = UnitsOf(Part, units);
        return (Math.Min(total, first * unit), Math.Min(total, last * unit));
    }

    /// <summary>
    /// The ranges of 0..total that this thread computes, in whole units: first of its own part, half of what is left at a time, then of
    /// what slower threads have left of theirs (work stealing). The ranges of all threads cover 0..total once. Which thread computes which
    /// range differs from run to run.
    /// </summary>
    /// <remarks>All threads of the team must ask for the same ranges, in the same order, and compute every range that they get.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public StealableRanges StealableRanges(int total, int unit) => new(this, total, unit, ++Divisions);

    /// <summary>The element at <paramref name="offset"/> of this thread's scratch memory.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref float Scratch(int offset) => ref _scratch[offset];

    /// <summary>Waits until every thread of the team has come here, so that what one wrote before the others may read after.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Barrier()
    {
        if (Parts > 1)
        {
            _crew.WaitAtBarrier();
        }
    }

    /// <summary>Claims the next range of a division: of this thread's part, or of another's, its neighbor's first.</summary>
    internal bool Take(uint division, int total, int unit, out (int First, int Last) part)
    {
        int units = Units(total, ref unit);
        for (int i = 0; i < Parts; i++)
        {
            int owner = (Part + i) % Parts;
            (int first, int last) = UnitsOf(owner, units);
            if (_crew.WorkerOf(owner)._queue.Take(division, first, last, fromFront: i == 0, out part))
            {
                part = (part.First * unit, Math.Min(total, part.Last * unit));
                return true;
            }
        }

        part = default;
        return false;
    }

    private static int Units(int total, ref int unit)
    {
        // Units beyond what a queue can count are joined.
        unit *= Math.Max(1, total / unit / (WorkQueue.MostUnits / 2));
        return (total + unit - 1) / unit;
    }

    /// <summary>The units that thread <paramref name="part"/> is to compute.</summary>
    private (int First, int Last) UnitsOf(int part, int units) => ((int)((long)units * part / Parts), (int)((long)units * (part + 1) / Parts));
}
