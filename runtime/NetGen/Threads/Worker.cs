using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace NetGen.CompilerServices;

/// <summary>One thread of a <see cref="Team"/>, as emitted code sees it: its share of the tiles, its scratch memory, the barrier.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class Worker
{
    internal int Asleep;
    internal int Finished;
    internal uint Divisions;

    private readonly Crew _crew;
    private readonly ScratchMemory _scratch;
    private Remainder _remainder;

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
    /// This thread's share of 0..total, in whole units; together the shares cover it once. The same total and unit give the same share,
    /// so that a thread meets again what is in its cache, and what it alone wrote.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public (int First, int Last) Share(int total, int unit)
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
    /// The parts of 0..total that this thread computes, in whole units: its share, half of what is left at a time, then what slower threads
    /// have left of theirs. Together the parts of all threads cover it once; which thread gets which is not the same every time.
    /// </summary>
    /// <remarks>All threads of the team must ask for the same shares, in the same order, and take every one that they get.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public WorkShares Shares(int total, int unit) => new(this, total, unit, ++Divisions);

    /// <summary>The element at <paramref name="offset"/> of this thread's scratch memory.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref float Scratch(int offset) => ref _scratch[offset];

    /// <summary>Waits until every thread of the team has come here, so that what one wrote before the others may read after.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Barrier()
    {
        if (Parts > 1)
        {
            _crew.Meet();
        }
    }

    /// <summary>Takes the next part of a division: of this thread's share, or of another's, beginning with its neighbour's.</summary>
    internal bool Take(uint division, int total, int unit, out (int First, int Last) part)
    {
        int units = Units(total, ref unit);
        for (int i = 0; i < Parts; i++)
        {
            int owner = (Part + i) % Parts;
            (int first, int last) = UnitsOf(owner, units);
            if (_crew.WorkerOf(owner)._remainder.Take(division, first, last, fromFront: i == 0, out part))
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
        // More than a remainder can count are taken together.
        unit *= Math.Max(1, total / unit / (Remainder.MostUnits / 2));
        return (total + unit - 1) / unit;
    }

    /// <summary>The units that thread <paramref name="part"/> is to compute.</summary>
    private (int First, int Last) UnitsOf(int part, int units) => ((int)((long)units * part / Parts), (int)((long)units * (part + 1) / Parts));
}
