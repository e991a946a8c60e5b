using System.Runtime.InteropServices;

namespace NetGen;

/// <summary>
/// The work queue of one thread, on a cache line of its own: units From..To of the division that a thread last claimed units from. The
/// owner claims from the front, other threads steal from the back. Each claim takes half of what is left, so the last ranges, for which
/// the other threads may have to wait, are small.
/// </summary>
/// <remarks>
/// Ranges are initialized lazily by the first thread that claims one: it finds the number of an earlier division in the queue, and starts
/// with the owner's whole range. A thread that arrives late finds its range partly or wholly claimed.
/// No range is lost: every thread goes through all divisions in the same order, and leaves a division only when all of it is claimed.
/// </remarks>
[StructLayout(LayoutKind.Explicit, Size = 192)]
internal struct WorkQueue
{
    /// <summary>Units of a division at most.</summary>
    public const int MostUnits = 0xFFFF;

    // The number of the division in the upper half, then From, then To.
    [FieldOffset(64)]
    private ulong _state;

    /// <summary>Claims units from the range <paramref name="first"/>..<paramref name="last"/> of this division.</summary>
    /// <param name="division">Its number.</param>
    /// <param name="first">The first unit of the whole range.</param>
    /// <param name="last">The one after its last.</param>
    /// <param name="fromFront">Whether the owner claims.</param>
    /// <param name="part">The units claimed.</param>
    /// <returns>Whether anything was left.</returns>
    public bool Take(uint division, int first, int last, bool fromFront, out (int First, int Last) part)
    {
        ulong seen = Volatile.Read(ref _state);
        while (true)
        {
            uint at = (uint)(seen >> 32);
            bool isBehind = (int)(at - division) < 0;
            // Ahead: others went on to the next division, so all of this one is claimed.
            (int from, int to) = isBehind ? (first, last) : at == division ? ((int)(seen >> 16) & MostUnits, (int)seen & MostUnits) : (last, last);
            int count = (to - from + 1) / 2;
            if (count == 0 && !(isBehind && fromFront)) // its own number a thread keeps up to date, even where its range is empty
            {
                part = default;
                return false;
            }

            part = fromFront ? (from, from + count) : (to - count, to);
            (from, to) = fromFront ? (from + count, to) : (from, to - count);
            ulong before = Interlocked.CompareExchange(ref _state, ((ulong)division << 32) | ((ulong)from << 16) | (uint)to, seen);
            if (before == seen)
            {
                return count > 0;
            }

            seen = before;
        }
    }
}
