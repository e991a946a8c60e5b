using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace NetGen.CompilerServices;

/// <summary>Panels of a matrix, rearranged so that a tile product can read them. Unsafe: places and lengths are not checked.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class Panels
{
    /// <summary>panel[i, j] = source[i, j] for i &lt; rows, j &lt; columns.</summary>
    /// <typeparam name="V">The vectors to compute with.</typeparam>
    /// <param name="source">The block.</param>
    /// <param name="rows">Rows of the block.</param>
    /// <param name="columns">Columns of the block, a multiple of 16.</param>
    /// <param name="panel">Where the block goes.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Copy<V>(RowMajor source, int rows, int columns, RowMajor panel)
        where V : struct, IFloats<V>
    {
        for (int i = 0; i < rows; i++)
        {
            for (int j = 0; j < columns; j += V.Count)
            {
                V.Store(V.Load(ref source.Start, i * source.Stride + j), ref panel.Start, i * panel.Stride + j);
            }
        }
    }

    /// <summary>panel[j, i] = source[i, j] for i &lt; rows, j &lt; columns, both rounded up to a multiple of 16.</summary>
    /// <remarks>
    /// What lies past <paramref name="rows"/> and <paramref name="columns"/> is moved too: it must be memory of the caller's on both
    /// sides, and where the source is padded with zeros, as parameters are, so is the panel.
    /// </remarks>
    /// <typeparam name="V">The vectors to compute with.</typeparam>
    /// <param name="source">The block.</param>
    /// <param name="rows">Rows of the block, ≥ 1.</param>
    /// <param name="columns">Columns of the block.</param>
    /// <param name="panel">
    /// Where the transposed block goes: as many rows as the block has columns, and a stride of at least <paramref name="rows"/>, rounded up to 16.
    /// </param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="rows"/> is less than 1.</exception>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Transpose<V>(RowMajor source, int rows, int columns, RowMajor panel)
        where V : struct, IFloats<V>
    {
        if (rows < 1)
        {
            throw new ArgumentOutOfRangeException(nameof(rows), rows, "A panel has at least one row.");
        }

        if (V.Count == 16 && Avx512F.IsSupported)
        {
            for (int j = 0; j < columns; j += 16)
            {
                for (int i = 0; i < rows; i += 16)
                {
                    Block16(source.From(i, j), panel.From(j, i));
                }
            }

            return;
        }

        int padded = (rows + 15) & ~15, paddedColumns = (columns + 15) & ~15;
        if (V.Count == 8 && Avx.IsSupported)
        {
            for (int j = 0; j < paddedColumns; j += 8)
            {
                for (int i = 0; i < padded; i += 8)
                {
                    Block8(source.From(i, j), panel.From(j, i));
                }
            }

            return;
        }

        for (int j = 0; j < paddedColumns; j += 4)
        {
            for (int i = 0; i < padded; i += 4)
            {
                Block4(source.From(i, j), panel.From(j, i));
            }
        }
    }
}
