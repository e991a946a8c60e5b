using System.Numerics;
using System.Runtime.CompilerServices;

namespace NetGen.CompilerServices;

public static partial class Rows
{
    /// <summary>Rows of a block: as many are summed one after another, and sums of blocks merge in a binary tree.</summary>
    internal const int OfBlock = 1024;

    /// <summary>The sum of one number per row: blocks of 1024, row after row, and their sums in the tree of <see cref="BlockSum{V}"/>.</summary>
    /// <param name="values">The first row's.</param>
    /// <param name="rows">How many rows.</param>
    public static float Sum(ref float values, int rows)
    {
        if (rows > OfBlock)
        {
            int branch = FirstBranch(rows);
            return Sum(ref values, branch) + Sum(ref Unsafe.Add(ref values, branch), rows - branch);
        }

        float sum = 0;
        for (int r = 0; r < rows; r++)
        {
            sum += Unsafe.Add(ref values, r);
        }

        return sum;
    }

    /// <summary>The rows of the first of two branches: the largest power of two of blocks that leaves rows to the second.</summary>
    /// <param name="rows">How many both have, more than a block.</param>
    internal static int FirstBranch(int rows) => 1 << BitOperations.Log2((uint)(rows - 1));
}
