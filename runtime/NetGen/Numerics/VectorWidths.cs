using System.ComponentModel;
using System.Runtime.Intrinsics;

namespace NetGen.CompilerServices;

/// <summary>The widths a network can compute with.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class VectorWidths
{
    /// <summary>Bits of the widest vectors that this program finds accelerated: 512, 256 or 128. A native executable finds no more than it was compiled for (IlcInstructionSet).</summary>
    public static int Widest => Vector512.IsHardwareAccelerated ? 512 : Vector256.IsHardwareAccelerated ? 256 : 128;

    /// <summary>The same number, if a network can compute with vectors of so many bits here.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is not 512, 256 or 128, or more than <see cref="Widest"/>.</exception>
    public static int Check(int value) => value is 512 or 256 or 128 && value <= Widest
        ? value
        : throw new ArgumentOutOfRangeException(nameof(value), value, $"A network computes with vectors of 128, 256 or 512 bits, and here this program's widest are {Widest}.");
}
