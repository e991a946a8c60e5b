using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace NetGen.CompilerServices;

/// <summary>Matrix products of a block of the output, in tiles held in registers. Unsafe: places and lengths are not checked.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class Tiles
{
    /// <summary>
    /// c = a·b: each element is summed over k = 0, 1, … with fused multiply-add, starting at 0, whatever the vectors. The block is cut into
    /// tiles that fill the registers: 6×64 and 12×32 with 512-bit vectors, 6×16 with 256, 6×8 with 128.
    /// </summary>
    /// <typeparam name="V">The vectors to compute with.</typeparam>
    /// <param name="shape">Its height 1 to 24, its width 16, 32, 48 or 64; with a depth of 0 the block is filled with 0.</param>
    /// <param name="a">[height, depth].</param>
    /// <param name="b">[depth, width].</param>
    /// <param name="c">[height, width].</param>
    /// <exception cref="ArgumentOutOfRangeException">The height or the width is not one of those.</exception>
    public static void Product<V>(ProductShape shape, Strided a, RowMajor b, RowMajor c)
        where V : struct, IFloats<V> => Block<V, FromZero>(0, shape, a, b, c);

    /// <summary>
    /// c ← β·c + a·b: <see cref="Product"/> that goes on from what is there, times β, with the same order of terms.
    /// </summary>
    /// <typeparam name="V">The vectors to compute with.</typeparam>
    /// <param name="beta">β.</param>
    /// <param name="shape">Its height 1 to 24, its width 16, 32, 48 or 64; with a depth of 0 the block is only scaled.</param>
    /// <param name="a">[height, depth].</param>
    /// <param name="b">[depth, width].</param>
    /// <param name="c">[height, width].</param>
    /// <exception cref="ArgumentOutOfRangeException">The height or the width is not one of those.</exception>
    public static void Accumulate<V>(float beta, ProductShape shape, Strided a, RowMajor b, RowMajor c)
        where V : struct, IFloats<V> => Block<V, FromScaled>(beta, shape, a, b, c);

    /// <summary><see cref="Product"/>, or, where <paramref name="fromZero"/> is false, the same added to what is there.</summary>
    internal static void Terms<V>(bool fromZero, ProductShape shape, Strided a, RowMajor b, RowMajor c)
        where V : struct, IFloats<V>
    {
        if (fromZero)
        {
            Block<V, FromZero>(0, shape, a, b, c);
        }
        else
        {
            Block<V, FromThere>(0, shape, a, b, c);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Block<V, TStart>(float beta, ProductShape shape, Strided a, RowMajor b, RowMajor c)
        where V : struct, IFloats<V>
        where TStart : struct, IStart
    {
        if (shape.Height is < 1 or > 24)
        {
            throw new ArgumentOutOfRangeException(nameof(shape), shape.Height, "A block has 1 to 24 rows.");
        }

        if (shape.Width is not (16 or 32 or 48 or 64))
        {
            throw new ArgumentOutOfRangeException(nameof(shape), shape.Width, "A block has 16, 32, 48 or 64 columns.");
        }

        if (V.Count == 16)
        {
            if (shape.Width == 64)
            {
                Cover<Wide64, TStart>(beta, 6, shape, a, b, c);
                return;
            }

            int whole = shape.Width & ~31;
            Cover<Wide32, TStart>(beta, 12, new(shape.Height, whole, shape.Depth), a, b, c);
            Cover<Wide16, TStart>(beta, 12, new(shape.Height, shape.Width - whole, shape.Depth), a, b.From(0, whole), c.From(0, whole));
        }
        else if (V.Count == 8)
        {
            Cover<Middle16, TStart>(beta, 6, shape, a, b, c);
        }
        else
        {
            Cover<Narrow8, TStart>(beta, 6, shape, a, b, c);
        }
    }
}
