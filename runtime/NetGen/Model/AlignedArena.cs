using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NetGen;

/// <summary>Zeroed floats on the pinned heap that start on a 64-byte boundary; large ones on a 2 MB boundary, in huge pages.</summary>
internal readonly struct AlignedArena
{
    /// <summary>From two huge pages on: for less, rounding up to whole pages would cost more memory than it is worth.</summary>
    private const int LargeFloats = 2 * HugePages.Size / sizeof(float);

    private readonly float[] _array;
    private readonly int _start, _length;

    public AlignedArena(int length)
    {
        bool isLarge = length >= LargeFloats && length < Array.MaxLength - LargeFloats;
        int boundary = isLarge ? HugePages.Size : 64;
        _array = GC.AllocateArray<float>(length + boundary / sizeof(float), pinned: true);
        nint address = Marshal.UnsafeAddrOfPinnedArrayElement(_array, 0);
        _start = (int)((boundary - address % boundary) % boundary / sizeof(float));
        _length = length;
        if (isLarge)
        {
            HugePages.Use(address + _start * sizeof(float), (nint)length * sizeof(float));
        }
    }

    public Span<float> Span => _array.AsSpan(_start, _length);

    public ref float this[int offset]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_array), _start + offset);
    }
}
