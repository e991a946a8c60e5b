using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NetGen;

/// <summary>Zeroed floats on the pinned heap that start on a 64-byte boundary.</summary>
internal readonly struct AlignedArena
{
    private readonly float[] _array;
    private readonly int _start, _length;

    public AlignedArena(int length)
    {
        _array = GC.AllocateArray<float>(length + 16, pinned: true);
        nint address = Marshal.UnsafeAddrOfPinnedArrayElement(_array, 0);
        _start = (int)((64 - address % 64) % 64 / sizeof(float));
        _length = length;
    }

    public Span<float> Span => _array.AsSpan(_start, _length);

    public ref float this[int offset]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_array), _start + offset);
    }
}
