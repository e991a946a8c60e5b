using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace NetGen.CompilerServices;

/// <summary>Matrix products of a block of the output, in tiles held in registers. Unsafe: places and lengths are not checked.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class Tiles
{
    /// <summary>
    /// c[i, j] = Σₖ a[i, k]·b[k, j] for i &lt; rows, j &lt; columns: each element is summed over k = 0, 1, … with fused
    /// multiply-add, starting at 0, whatever the vectors. The block is cut into tiles that fill the registers: 6×64 and 12×32 with
    /// 512-bit vectors, 6×16 with 256, 6×8 with 128.
    /// </summary>
    /// <remarks>
    /// The strides make one kernel serve the forward pass (a = x: aRow its stride, aStep 1), the backward pass toward the input
    /// (b a transposed panel of W) and the weights' gradient (a = xᵀ: aRow 1, aStep its stride).
    /// </remarks>
    /// <typeparam name="V">The vectors to compute with.</typeparam>
    /// <param name="rows">Rows of the block, 1 to 24.</param>
    /// <param name="columns">Columns of the block: 16, 32, 48 or 64.</param>
    /// <param name="depth">The number of terms; with 0 the block is filled with 0.</param>
    /// <param name="a">Element (i, k) is at i·<paramref name="aRow"/> + k·<paramref name="aStep"/>.</param>
    /// <param name="aRow">From one row of a to the next.</param>
    /// <param name="aStep">From one k to the next in a.</param>
    /// <param name="b">Element (k, j) is at k·<paramref name="bRow"/> + j.</param>
    /// <param name="bRow">From one k to the next in b.</param>
    /// <param name="c">Element (i, j) is at i·<paramref name="cRow"/> + j.</param>
    /// <param name="cRow">From one row of c to the next.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="rows"/> or <paramref name="columns"/> is not one of those.</exception>
    public static void Product<V>(
        int rows, int columns, int depth, ref float a, int aRow, int aStep, ref float b, int bRow, ref float c, int cRow)
        where V : struct, IFloats<V> => Block<V, FromZero>(0, rows, columns, depth, ref a, aRow, aStep, ref b, bRow, ref c, cRow);

    /// <summary>
    /// c[i, j] ← β·c[i, j] + Σₖ a[i, k]·b[k, j]: <see cref="Product"/> that goes on from what is there, times β, with the same order of terms.
    /// </summary>
    /// <typeparam name="V">The vectors to compute with.</typeparam>
    /// <param name="beta">β.</param>
    /// <param name="rows">Rows of the block, 1 to 24.</param>
    /// <param name="columns">Columns of the block: 16, 32, 48 or 64.</param>
    /// <param name="depth">The number of terms; with 0 the block is only scaled.</param>
    /// <param name="a">Element (i, k) is at i·<paramref name="aRow"/> + k·<paramref name="aStep"/>.</param>
    /// <param name="aRow">From one row of a to the next.</param>
    /// <param name="aStep">From one k to the next in a.</param>
    /// <param name="b">Element (k, j) is at k·<paramref name="bRow"/> + j.</param>
    /// <param name="bRow">From one k to the next in b.</param>
    /// <param name="c">Element (i, j) is at i·<paramref name="cRow"/> + j.</param>
    /// <param name="cRow">From one row of c to the next.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="rows"/> or <paramref name="columns"/> is not one of those.</exception>
    public static void Accumulate<V>(
        float beta, int rows, int columns, int depth, ref float a, int aRow, int aStep, ref float b, int bRow, ref float c, int cRow)
        where V : struct, IFloats<V> => Block<V, FromScaled>(beta, rows, columns, depth, ref a, aRow, aStep, ref b, bRow, ref c, cRow);

    /// <summary><see cref="Product"/>, or, where <paramref name="fromZero"/> is false, the same added to what is there.</summary>
    internal static void Terms<V>(
        bool fromZero, int rows, int columns, int depth, ref float a, int aRow, int aStep, ref float b, int bRow, ref float c, int cRow)
        where V : struct, IFloats<V>
    {
        if (fromZero)
        {
            Block<V, FromZero>(0, rows, columns, depth, ref a, aRow, aStep, ref b, bRow, ref c, cRow);
        }
        else
        {
            Block<V, FromThere>(0, rows, columns, depth, ref a, aRow, aStep, ref b, bRow, ref c, cRow);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Block<V, TStart>(
        float beta, int rows, int columns, int depth, ref float a, int aRow, int aStep, ref float b, int bRow, ref float c, int cRow)
        where V : struct, IFloats<V>
        where TStart : struct, IStart
    {
        if (rows is < 1 or > 24)
        {
            throw new ArgumentOutOfRangeException(nameof(rows), rows, "A block has 1 to 24 rows.");
        }

        if (columns is not (16 or 32 or 48 or 64))
        {
            throw new ArgumentOutOfRangeException(nameof(columns), columns, "A block has 16, 32, 48 or 64 columns.");
        }

        if (V.Count == 16)
        {
            if (columns == 64)
            {
                Cover<Wide64, TStart>(beta, 6, rows, 64, depth, ref a, aRow, aStep, ref b, bRow, ref c, cRow);
                return;
            }

            int whole = columns & ~31;
            Cover<Wide32, TStart>(beta, 12, rows, whole, depth, ref a, aRow, aStep, ref b, bRow, ref c, cRow);
            Cover<Wide16, TStart>(beta, 12, rows, columns - whole, depth, ref a, aRow, aStep, ref Unsafe.Add(ref b, whole), bRow, ref Unsafe.Add(ref c, whole), cRow);
        }
        else if (V.Count == 8)
        {
            Cover<Middle16, TStart>(beta, 6, rows, columns, depth, ref a, aRow, aStep, ref b, bRow, ref c, cRow);
        }
        else
        {
            Cover<Narrow8, TStart>(beta, 6, rows, columns, depth, ref a, aRow, aStep, ref b, bRow, ref c, cRow);
        }
    }
}
