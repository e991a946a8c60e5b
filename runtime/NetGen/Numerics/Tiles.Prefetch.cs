using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace NetGen.CompilerServices;

/// <content>Prefetching, for panels: an address may be asked for that does not exist.</content>
public static partial class Tiles
{
    /// <summary>Asks for the cache lines of a block of 16 columns that is about to be updated, each row a line.</summary>
    /// <param name="rows">Rows of the block.</param>
    /// <param name="block">The block.</param>
    public static void Prefetch(int rows, RowMajor block)
    {
        for (int i = 0; i < rows; i++)
        {
            PrefetchLine(ref block.From(i, 0).Start);
        }
    }

    /// <summary>Asks for the cache line that holds a float.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static unsafe void PrefetchLine(ref float address)
    {
        if (Sse.IsSupported)
        {
            Sse.Prefetch0(Unsafe.AsPointer(ref address));
        }
    }
}
