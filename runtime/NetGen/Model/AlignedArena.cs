using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using NetGen.CompilerServices;

namespace NetGen;

/// <summary>Zeroed floats on the pinned heap that start on a 64-byte boundary; large ones on a 2 MB boundary, in huge pages.</summary>
internal readonly struct AlignedArena
{
    /// <summary>From two huge pages on: for less, rounding up to whole pages would cost more memory than it is worth.</summary>
    private const int LargeFloats = 2 * HugePages.Size / sizeof(float);

    /// <summary>As many as an array holds, beside what aligning them takes.</summary>
    private static readonly int MostFloats = Array.MaxLength - 64 / sizeof(float);

    private readonly float[] _array;
    private readonly int _start, _length;

    /// <param name="length">Floats, 0 to <see cref="MostFloats"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="length"/> is outside its range.</exception>
    public AlignedArena(int length)
    {
        HyperparameterRange.Check(length, 0, MostFloats, nameof(length));
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

    /// <summary>The element at an offset: what emitted code starts from, some twenty times a step, so that checking it costs nothing worth saving.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The offset is outside the arena, or the arena has not been allocated.</exception>
    public ref float this[int offset]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            if ((uint)offset >= (uint)_length)
            {
                ThrowOutside(offset);
            }

            return ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_array), _start + offset);
        }
    }

    private void ThrowOutside(int offset) => throw new ArgumentOutOfRangeException(
        nameof(offset), offset, _length == 0 ? "This arena is empty, or not yet allocated (PrepareTraining, PrepareAttack)." : $"The arena has the offsets 0 to {_length - 1}.");
}
