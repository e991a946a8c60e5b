using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace NetGen.CompilerServices;

/// <summary>A block of a matrix, row by row, or such a block transposed. Unsafe: places are not checked.</summary>
/// <remarks>So one kernel serves the forward pass (x·W), the backward pass toward the input (dz·Wᵀ) and the weights' gradient (xᵀ·dz).</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly ref struct Strided
{
    internal readonly ref float Start;

    // Element (i, k) lies i·RowStride + k·ColumnStride after the first.
    internal readonly int RowStride, ColumnStride;

    /// <summary>A block, row by row: element (i, k) lies i·<paramref name="stride"/> + k after its first.</summary>
    /// <param name="start">The first element.</param>
    /// <param name="stride">From one row to the next.</param>
    public Strided(ref float start, int stride)
        : this(ref start, stride, 1)
    {
    }

    private Strided(ref float start, int rowStride, int columnStride)
    {
        Start = ref start;
        (RowStride, ColumnStride) = (rowStride, columnStride);
    }

    /// <summary>A block's transpose: element (i, k) lies i + k·<paramref name="stride"/> after the first.</summary>
    /// <param name="start">The first element.</param>
    /// <param name="stride">From one row of the block to the next, which is from one column of its transpose to the next.</param>
    public static Strided Transposed(ref float start, int stride) => new(ref start, 1, stride);

    /// <summary>The first element of a row.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal ref float Row(int row) => ref Unsafe.Add(ref Start, row * RowStride);
}
