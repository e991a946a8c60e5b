using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace NetGen;

/// <summary>Asks for memory before it is read.</summary>
internal static class Prefetching
{
    private const int LineBytes = 64, MostBytes = 4096;

    /// <summary>
    /// Rows of a shuffled epoch lie anywhere in memory, and the processor foresees no jump: asking for a row while the rows before it are
    /// copied hides part of its way from memory.
    /// </summary>
    public static unsafe void Row(ReadOnlySpan<byte> row)
    {
        if (Sse.IsSupported)
        {
            // Of a long row its first 4 KB: the rest is foreseen once the copying has begun, and would push out what is at work.
            for (int i = 0; i < Math.Min(row.Length, MostBytes); i += LineBytes)
            {
                // Should the collector move the row meanwhile, the hint goes astray and does no harm.
                Sse.Prefetch0(Unsafe.AsPointer(ref Unsafe.AsRef(in row[i])));
            }
        }
    }
}
