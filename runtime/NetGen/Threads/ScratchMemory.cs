using System.Runtime.CompilerServices;

namespace NetGen;

/// <summary>What a thread computes with between its tiles. It is there from its first use on: a network that only predicts seldom needs any.</summary>
/// <param name="floats">How much it is.</param>
internal sealed class ScratchMemory(int floats)
{
    private AlignedArena _arena;
    private bool _exists;

    public ref float this[int offset]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            if (!_exists)
            {
                Allocate();
            }

            return ref _arena[offset];
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Allocate() => (_arena, _exists) = (new AlignedArena(floats), true);
}
