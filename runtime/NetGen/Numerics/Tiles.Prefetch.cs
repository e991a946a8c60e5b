using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace NetGen.Numerics;

/// <content>Prefetching: bringing what will be needed closer while other work goes on. Its address need not exist.</content>
public static partial class Tiles
{
    /// <summary>Asks for rows of a block, 32 floats each, so that they are there when the product at hand is done.</summary>
    /// <param name="block">The block's first element.</param>
    /// <param name="blockRow">From one row to the next.</param>
    /// <param name="rows">How many rows.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Prefetch(ref float block, int blockRow, int rows)
    {
        for (int r = 0; r < rows; r++)
        {
            PrefetchLine(ref block);
            PrefetchLine(ref Unsafe.Add(ref block, 16));
            block = ref Unsafe.Add(ref block, blockRow);
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
