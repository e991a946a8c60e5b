using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace NetGen.CompilerServices;

/// <summary>
/// A sum over the rows of a large batch in one fixed order: the rows of a block are summed one after another by the caller, and the sums of
/// blocks merge in a binary tree that depends on nothing but their number. Of n blocks, the first 2ᵏ are one branch, 2ᵏ being the largest power
/// of two below n, and the rest are the other. Beyond a block, the rounding error grows with the logarithm of the number of rows.
/// </summary>
/// <typeparam name="V">The vectors added.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct BlockSum<V>
    where V : struct, IFloats<V>
{
    private int _blocks;
    private Branches _branches; // Bit k of the number of blocks is set: branch k is the sum of 2ᵏ of them, the earlier ones in the higher branches.

    /// <summary>Adds the next block.</summary>
    /// <param name="sum">The sum of its rows.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(V sum)
    {
        int branch = 0;
        for (int blocks = _blocks++; (blocks & 1) != 0; blocks >>= 1)
        {
            sum = _branches[branch++] + sum;
        }

        _branches[branch] = sum;
    }

    /// <summary>The sum of all blocks.</summary>
    public readonly V Total
    {
        get
        {
            if (_blocks == 0)
            {
                return V.Zero;
            }

            int branch = int.TrailingZeroCount(_blocks);
            V sum = _branches[branch++];
            for (int blocks = _blocks >> branch; blocks != 0; blocks >>= 1, branch++)
            {
                if ((blocks & 1) != 0)
                {
                    sum = _branches[branch] + sum;
                }
            }

            return sum;
        }
    }

    /// <summary>Enough for 2²¹ blocks of 1024 rows, more rows than an int counts.</summary>
    [InlineArray(22)]
    private struct Branches
    {
        private V _first;
    }
}
