using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace NetGen.CompilerServices;

/// <summary>A block of a matrix, row by row: element (i, j) lies i·stride + j after its first. Unsafe: places are not checked.</summary>
/// <param name="start">The first element.</param>
/// <param name="stride">From one row to the next.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly ref struct RowMajor(ref float start, int stride)
{
    internal readonly ref float Start = ref start;

    internal readonly int Stride = stride;

    /// <summary>From one row to the next, in bytes.</summary>
    internal nint RowBytes => sizeof(float) * (nint)Stride;

    /// <summary>The block that begins at element (<paramref name="row"/>, <paramref name="column"/>) of this one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal RowMajor From(int row, int column) => new(ref Unsafe.Add(ref Start, row * Stride + column), Stride);
}
