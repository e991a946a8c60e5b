using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace NetGen.Numerics;

/// <summary>Panels of a matrix, rearranged so that a tile product can read them.</summary>
public static class Panels
{
    /// <summary>
    /// panel[j·panelRow + i] = source[i·sourceRow + j] for i &lt; rows, j &lt; columns; the lanes from <paramref name="rows"/> to the
    /// next multiple of 16 are set to 0.
    /// </summary>
    /// <param name="source">The first element of a row-major block.</param>
    /// <param name="sourceRow">From one row of the block to the next.</param>
    /// <param name="rows">Rows of the block, 1 to 32.</param>
    /// <param name="columns">Columns of the block.</param>
    /// <param name="panel">Where the transposed block goes: <paramref name="columns"/> rows of 16 or 32 lanes.</param>
    /// <param name="panelRow">From one row of the panel to the next; at least <paramref name="rows"/>, rounded up to 16.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="rows"/> is not in 1 to 32.</exception>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Transpose(ref float source, int sourceRow, int rows, int columns, ref float panel, int panelRow)
    {
        if (rows is < 1 or > 32)
        {
            throw new ArgumentOutOfRangeException(nameof(rows), rows, "A panel has 1 to 32 rows.");
        }

        int lanes = (rows + 15) & ~15, wholeColumns = columns & ~3;
        for (int j = 0; j < wholeColumns; j += 4)
        {
            for (int i = 0; i < lanes; i += 4)
            {
                TransposeBlock(ref source, sourceRow, rows, i, j, ref Unsafe.Add(ref panel, j * panelRow + i), panelRow);
            }
        }

        for (int j = wholeColumns; j < columns; j++)
        {
            for (int i = 0; i < lanes; i++)
            {
                Unsafe.Add(ref panel, j * panelRow + i) = i < rows ? Unsafe.Add(ref source, i * sourceRow + j) : 0f;
            }
        }
    }

    // The 4×4 block at (i, j): two rounds of interleaving rows that are 2 apart.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void TransposeBlock(ref float source, int sourceRow, int rows, int i, int j, ref float panel, int panelRow)
    {
        Vector128<float> r0 = FourOf(ref source, sourceRow, rows, i, j), r1 = FourOf(ref source, sourceRow, rows, i + 1, j);
        Vector128<float> r2 = FourOf(ref source, sourceRow, rows, i + 2, j), r3 = FourOf(ref source, sourceRow, rows, i + 3, j);
        Vector128<float> low02 = ZipLow(r0, r2), high02 = ZipHigh(r0, r2), low13 = ZipLow(r1, r3), high13 = ZipHigh(r1, r3);
        ZipLow(low02, low13).StoreUnsafe(ref panel);
        ZipHigh(low02, low13).StoreUnsafe(ref Unsafe.Add(ref panel, panelRow));
        ZipLow(high02, high13).StoreUnsafe(ref Unsafe.Add(ref panel, 2 * panelRow));
        ZipHigh(high02, high13).StoreUnsafe(ref Unsafe.Add(ref panel, 3 * panelRow));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> FourOf(ref float source, int sourceRow, int rows, int i, int j) =>
        i < rows ? Vector128.LoadUnsafe(ref source, (nuint)(nint)(i * sourceRow + j)) : Vector128<float>.Zero;

    // a₀ b₀ a₁ b₁
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> ZipLow(Vector128<float> a, Vector128<float> b) =>
        Sse.IsSupported ? Sse.UnpackLow(a, b)
        : AdvSimd.Arm64.IsSupported ? AdvSimd.Arm64.ZipLow(a, b)
        : Vector128.Create(a[0], b[0], a[1], b[1]);

    // a₂ b₂ a₃ b₃
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<float> ZipHigh(Vector128<float> a, Vector128<float> b) =>
        Sse.IsSupported ? Sse.UnpackHigh(a, b)
        : AdvSimd.Arm64.IsSupported ? AdvSimd.Arm64.ZipHigh(a, b)
        : Vector128.Create(a[2], b[2], a[3], b[3]);
}
