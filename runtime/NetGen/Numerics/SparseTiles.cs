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
    /// <param name="a">[rows, depth]. A row is readable to the next multiple of 16.</param>
    /// <param name="marks">
    /// Bit k modulo 64 of word k / 64 of row i, which has ⌈<paramref name="depth"/> / 64⌉ words of 64 bits, each in the place of two floats.
    /// </param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Mark<V>(int rows, int depth, RowMajor a, ref float marks)
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
                    bits |= (ulong)V.NonZeros(V.Load(ref a.Start, i * a.Stride + k + lane)) << lane;
                }

                word = length == Word ? bits : bits & ((1UL << length) - 1);
                word = ref Unsafe.Add(ref word, 1);
            }
        }
    }

    /// <summary>c = a·b: each element is summed over the marked k in their order.</summary>
    /// <typeparam name="V">The vectors to compute with.</typeparam>
    /// <param name="shape">Its height 1 to 24, its width a multiple of 16 up to 128, its depth ≥ 1.</param>
    /// <param name="a">[height, depth].</param>
    /// <param name="marks">The marks of these rows.</param>
    /// <param name="b">[depth, width].</param>
    /// <param name="c">[height, width].</param>
    /// <exception cref="ArgumentOutOfRangeException">The height or the width is not one of those.</exception>
    public static void Product<V>(ProductShape shape, RowMajor a, ref float marks, RowMajor b, RowMajor c)
        where V : struct, IFloats<V> => Sum<V>(true, shape, a, ref marks, b, c);

    /// <summary>c ← β·c + a·b: <see cref="Product"/> that goes on from what is there, times β.</summary>
    /// <typeparam name="V">The vectors to compute with.</typeparam>
    /// <param name="beta">β.</param>
    /// <param name="shape">Its height 1 to 24, its width a multiple of 16 up to 128, its depth ≥ 1.</param>
    /// <param name="a">[height, depth].</param>
    /// <param name="marks">The marks of these rows.</param>
    /// <param name="b">[depth, width].</param>
    /// <param name="c">[height, width].</param>
    /// <exception cref="ArgumentOutOfRangeException">The height or the width is not one of those.</exception>
    public static void Accumulate<V>(float beta, ProductShape shape, RowMajor a, ref float marks, RowMajor b, RowMajor c)
        where V : struct, IFloats<V>
    {
        Check(shape);
        for (int i = 0; i < shape.Height; i++)
        {
            for (int j = 0; j < shape.Width; j += V.Count)
            {
                V.Store(beta * V.Load(ref c.Start, i * c.Stride + j), ref c.Start, i * c.Stride + j);
            }
        }

        Sum<V>(false, shape, a, ref marks, b, c);
    }

    /// <summary>Word by word of the marks, so that the rows of b that a word needs stay in the nearest cache for all rows of a.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Sum<V>(bool fromZero, ProductShape shape, RowMajor a, ref float marks, RowMajor b, RowMajor c)
        where V : struct, IFloats<V>
    {
        Check(shape);
        (int height, int width, int depth) = (shape.Height, shape.Width, shape.Depth);
        var words = new MarkWords(ref Unsafe.As<float, ulong>(ref marks), (depth + Word - 1) / Word);
        for (int k = 0; k < depth; k += Word)
        {
            RowMajor ak = a.From(0, k), bk = b.From(k, 0);
            int length = Math.Min(Word, depth - k);
            if (Count(height, words) > height * length * MostMarks / Word)
            {
                var left = new Strided(ref ak.Start, ak.Stride);
                for (int j = 0; j < width; j += 64)
                {
                    Tiles.Terms<V>(fromZero, new(height, Math.Min(64, width - j), length), left, bk.From(0, j), c.From(0, j));
                }
            }
            else
            {
                for (int j = 0; j < width;)
                {
                    j += RegisterRows<V>(width - j, fromZero, height, ak, words, bk.From(0, j), c.From(0, j));
                }
            }

            fromZero = false;
            words = words.Next;
        }
    }

    private static void Check(ProductShape shape)
    {
        if (shape.Height is < 1 or > 24)
        {
            throw new ArgumentOutOfRangeException(nameof(shape), shape.Height, "A block has 1 to 24 rows.");
        }

        if (shape.Width is < 16 or > 128 || shape.Width % 16 != 0)
        {
            throw new ArgumentOutOfRangeException(nameof(shape), shape.Width, "A block has 16, 32, … or 128 columns.");
        }
    }

    private static int Count(int rows, MarkWords words)
    {
        int count = 0;
        for (int i = 0; i < rows; i++)
        {
            count += BitOperations.PopCount(Unsafe.Add(ref words.Start, i * words.Stride));
        }

        return count;
    }

    /// <summary>A word of marks of each row.</summary>
    /// <param name="start">That of the first row.</param>
    /// <param name="stride">From one row to the next.</param>
    private readonly ref struct MarkWords(ref ulong start, int stride)
    {
        public readonly ref ulong Start = ref start;

        public readonly int Stride = stride;

        /// <summary>The words that come next in the same rows.</summary>
        public MarkWords Next => new(ref Unsafe.Add(ref Start, 1), Stride);
    }
}
