using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace NetGen.Numerics;

/// <content>Prefetching: bringing what will be needed closer while other work goes on. Its address need not exist.</content>
public static partial class Tiles
{
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
