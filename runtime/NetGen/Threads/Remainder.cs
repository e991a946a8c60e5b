using System.Runtime.InteropServices;

namespace NetGen;

/// <summary>
/// What is left of one thread's share, on a cache line of its own: units From..To of the division it was last taken from. The thread
/// itself takes from the front, others from the back, half of what is left at a time, so that the last parts, for which the others may
/// have to wait, are small.
/// </summary>
/// <remarks>
/// Nobody prepares a share: whoever takes from it first in a division finds the number of an earlier one, and begins with the share as it
/// was cut. So a thread that comes late finds done what others have done of its share.
/// No share is lost by that, for every thread goes through all divisions in the same order and leaves none before all of it is taken.
/// </remarks>
[StructLayout(LayoutKind.Explicit, Size = 192)]
internal struct Remainder
{
    /// <summary>Units of a division at most.</summary>
    public const int MostUnits = 0xFFFF;

    // The number of the division in the upper half, then From, then To.
    [FieldOffset(64)]
    private ulong _state;

    /// <summary>Takes units from the share of which <paramref name="first"/>..<paramref name="last"/> were to be computed in this division.</summary>
    /// <param name="division">Its number.</param>
    /// <param name="first">The first unit of the whole share.</param>
    /// <param name="last">The one after its last.</param>
    /// <param name="fromFront">Whether the taker is whose share it is.</param>
    /// <param name="part">What was taken.</param>
    /// <returns>Whether anything was left.</returns>
    public bool Take(uint division, int first, int last, bool fromFront, out (int First, int Last) part)
    {
        ulong seen = Volatile.Read(ref _state);
        while (true)
        {
            uint at = (uint)(seen >> 32);
            bool isBehind = (int)(at - division) < 0;
            // Ahead: others went on to the next division, so that all of this one is taken.
            (int from, int to) = isBehind ? (first, last) : at == division ? ((int)(seen >> 16) & MostUnits, (int)seen & MostUnits) : (last, last);
            int count = (to - from + 1) / 2;
            if (count == 0 && !(isBehind && fromFront)) // its own number a thread keeps up to date, even where its share is empty
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
