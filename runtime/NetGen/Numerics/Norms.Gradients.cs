using System.Runtime.CompilerServices;

namespace NetGen.CompilerServices;

/// <content>The norm of a gradient as a whole, which clipping needs.</content>
public static partial class Norms
{
    /// <summary>Floats of a block. Blocks are what threads share, and their sums are added in their order, so any number of threads gets the same bits.</summary>
    public const int BlockFloats = 4096;

    /// <summary>Σx² of some blocks of an arena, each by the tree over 16 lanes.</summary>
    /// <param name="x">The first float of the arena.</param>
    /// <param name="length">Floats of the arena, a multiple of 16.</param>
    /// <param name="first">The first block.</param>
    /// <param name="last">The block after the last.</param>
    /// <param name="sums">Takes a number for each block, at the block's index.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void SquaresOfBlocks<V>(ref float x, int length, int first, int last, ref float sums)
        where V : struct, IFloats<V>
    {
        for (int block = first; block < last; block++)
        {
            int start = block * BlockFloats;
            Unsafe.Add(ref sums, block) = Squares<V>(ref Unsafe.Add(ref x, start), Math.Min(BlockFloats, length - start));
        }
    }

    /// <summary>
    /// The root of the sum of the blocks' squares. Where a square is beyond the floats, which a number from 2·10¹⁹ on has, all are summed again
    /// in double.
    /// </summary>
    /// <param name="sums">The blocks' sums.</param>
    /// <param name="blocks">How many there are.</param>
    /// <param name="x">The first float of the arena.</param>
    /// <param name="length">Floats of the arena.</param>
    public static double OfBlocks(ref float sums, int blocks, ref float x, int length)
    {
        double sum = 0;
        for (int block = 0; block < blocks; block++)
        {
            sum += Unsafe.Add(ref sums, block);
        }

        return double.IsFinite(sum) ? Math.Sqrt(sum) : OfColumn(ref x, length, stride: 1);
    }

    /// <summary>min(1, c/‖g‖); NaN for a norm that is NaN or infinite, so that divergence is seen.</summary>
    /// <param name="norm">‖g‖ ≥ 0.</param>
    /// <param name="limit">c &gt; 0; with ∞ the factor is 1, whatever the norm.</param>
    public static float ClippingFactor(double norm, float limit) =>
        norm <= limit || float.IsPositiveInfinity(limit) ? 1 : double.IsFinite(norm) ? (float)(limit / norm) : float.NaN;
}
