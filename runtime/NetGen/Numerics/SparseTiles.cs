using System.ComponentModel;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace NetGen.CompilerServices;

/// <summary>
/// Matrix products of a matrix in which most elements are 0, as behind ReLU and dropout: a mark, one bit, says which are not, and only those
/// are multiplied. At one in four it takes half the time of <see cref="Tiles.Product"/>. Unsafe: places and lengths are not checked.
/// </summary>
/// <remarks>
/// A term 0·b is left out, so that an infinite b does not make it NaN; otherwise the sums have the bits of <see cref="Tiles.Product"/>, up to
/// the sign of a zero. Where too many elements are there for that to pay, 64 terms of all rows of a block are computed by tiles. That
/// depends on the elements alone, and not on threads or vectors.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class SparseTiles
{
    /// <summary>Elements that one word of marks stands for.</summary>
    internal const int Word = 64;

    /// <summary>Of 64 elements of a row, on average over the block, as many may be there; with more, tiles are faster.</summary>
    private const int MostMarks = 28;

    /// <summary>Marks the elements of a that are not 0.</summary>
    /// <typeparam name="V">The vectors to compute with.</typeparam>
    /// <param name="rows">Rows of a.</param>
    /// <param name="depth">Elements of a row.</param>
    /// <param name="a">Element (i, k) is at i·<paramref name="aRow"/> + k. A row is readable to the next multiple of 16.</param>
    /// <param name="aRow">From one row to the next.</param>
    /// <param name="marks">
    /// Bit k modulo 64 of word k / 64 of row i, which has ⌈<paramref name="depth"/> / 64⌉ words of 64 bits, each in the place of two floats.
    /// </param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Mark<V>(int rows, int depth, ref float a, int aRow, ref float marks)
        where V : struct, IFloats<V>
    {
        ref ulong word = ref Unsafe.As<float, ulong>(ref marks);
        for (int i = 0; i < rows; i++)
        {
            for (int k = 0; k < depth; k += Word)
            {
                int length = Math.Min(Word, depth - k);
                ulong bits = 0;
                for (int lane = 0; lane < length; lane += V.Count)
                {
                    bits |= (ulong)V.NonZeros(V.Load(ref a, i * aRow + k + lane)) << lane;
                }

                word = length == Word ? bits : bits & ((1UL << length) - 1);
                word = ref Unsafe.Add(ref word, 1);
            }
        }
    }

    /// <summary>c[i, j] = Σₖ a[i, k]·b[k, j] for i &lt; rows, j &lt; columns, over the marked k in their order.</summary>
    /// <typeparam name="V">The vectors to compute with.</typeparam>
    /// <param name="rows">Rows of the block, 1 to 24.</param>
    /// <param name="columns">Columns of the block: a multiple of 16, up to 128.</param>
    /// <param name="depth">The number of terms, ≥ 1.</param>
    /// <param name="a">Element (i, k) is at i·<paramref name="aRow"/> + k.</param>
    /// <param name="aRow">From one row of a to the next.</param>
    /// <param name="marks">The marks of these rows.</param>
    /// <param name="b">Element (k, j) is at k·<paramref name="bRow"/> + j.</param>
    /// <param name="bRow">From one k to the next in b.</param>
    /// <param name="c">Element (i, j) is at i·<paramref name="cRow"/> + j.</param>
    /// <param name="cRow">From one row of c to the next.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="rows"/> or <paramref name="columns"/> is not one of those.</exception>
    public static void Product<V>(
        int rows, int columns, int depth, ref float a, int aRow, ref float marks, ref float b, int bRow, ref float c, int cRow)
        where V : struct, IFloats<V> => Sum<V>(true, rows, columns, depth, ref a, aRow, ref marks, ref b, bRow, ref c, cRow);

    /// <summary>c[i, j] ← β·c[i, j] + Σₖ a[i, k]·b[k, j]: <see cref="Product"/> that goes on from what is there, times β.</summary>
    /// <typeparam name="V">The vectors to compute with.</typeparam>
    /// <param name="beta">β.</param>
    /// <param name="rows">Rows of the block, 1 to 24.</param>
    /// <param name="columns">Columns of the block: a multiple of 16, up to 128.</param>
    /// <param name="depth">The number of terms, ≥ 1.</param>
    /// <param name="a">Element (i, k) is at i·<paramref name="aRow"/> + k.</param>
    /// <param name="aRow">From one row of a to the next.</param>
    /// <param name="marks">The marks of these rows.</param>
    /// <param name="b">Element (k, j) is at k·<paramref name="bRow"/> + j.</param>
    /// <param name="bRow">From one k to the next in b.</param>
    /// <param name="c">Element (i, j) is at i·<paramref name="cRow"/> + j.</param>
    /// <param name="cRow">From one row of c to the next.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="rows"/> or <paramref name="columns"/> is not one of those.</exception>
    public static void Accumulate<V>(
        float beta, int rows, int columns, int depth, ref float a, int aRow, ref float marks, ref float b, int bRow, ref float c, int cRow)
        where V : struct, IFloats<V>
    {
        Check(rows, columns);
        for (int i = 0; i < rows; i++)
        {
            for (int j = 0; j < columns; j += V.Count)
            {
                V.Store(beta * V.Load(ref c, i * cRow + j), ref c, i * cRow + j);
            }
        }

        Sum<V>(false, rows, columns, depth, ref a, aRow, ref marks, ref b, bRow, ref c, cRow);
    }

    /// <summary>Word by word of the marks, so that the rows of b that a word needs stay in the nearest cache for all rows of a.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Sum<V>(
        bool fromZero, int rows, int columns, int depth, ref float a, int aRow, ref float marks, ref float b, int bRow, ref float c, int cRow)
        where V : struct, IFloats<V>
    {
        Check(rows, columns);
        int words = (depth + Word - 1) / Word;
        ref ulong word = ref Unsafe.As<float, ulong>(ref marks);
        for (int k = 0; k < depth; k += Word)
        {
            ref float ak = ref Unsafe.Add(ref a, k);
            ref float bk = ref Unsafe.Add(ref b, k * bRow);
            int length = Math.Min(Word, depth - k);
            if (Count(rows, words, ref word) > rows * length * MostMarks / Word)
            {
                for (int j = 0; j < columns; j += 64)
                {
                    Tiles.Terms<V>(fromZero, rows, Math.Min(64, columns - j), length, ref ak, aRow, 1, ref Unsafe.Add(ref bk, j), bRow, ref Unsafe.Add(ref c, j), cRow);
                }
            }
            else
            {
                for (int j = 0, width; j < columns; j += width)
                {
                    width = RegisterRows<V>(columns - j, fromZero, rows, words, ref ak, aRow, ref word, ref Unsafe.Add(ref bk, j), bRow, ref Unsafe.Add(ref c, j), cRow);
                }
            }

            fromZero = false;
            word = ref Unsafe.Add(ref word, 1);
        }
    }

    private static void Check(int rows, int columns)
    {
        if (rows is < 1 or > 24)
        {
            throw new ArgumentOutOfRangeException(nameof(rows), rows, "A block has 1 to 24 rows.");
        }

        if (columns is < 16 or > 128 || columns % 16 != 0)
        {
            throw new ArgumentOutOfRangeException(nameof(columns), columns, "A block has 16, 32, … or 128 columns.");
        }
    }

    private static int Count(int rows, int words, ref ulong word)
    {
        int count = 0;
        for (int i = 0; i < rows; i++)
        {
            count += BitOperations.PopCount(Unsafe.Add(ref word, i * words));
        }

        return count;
    }
}
