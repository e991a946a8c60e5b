using System.ComponentModel;
using System.Numerics.Tensors;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace NetGen.CompilerServices;

/// <summary>Which rows of a batch have a target. Unsafe: places and lengths are not checked.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Targets
{
    /// <summary>Writes 1 for each row whose label is there (≥ 0) and 0 for the others; returns how many are there.</summary>
    /// <param name="labels">The first of <paramref name="rows"/> labels.</param>
    /// <param name="rows">Rows of the batch.</param>
    /// <param name="present">Where the first of <paramref name="rows"/> answers goes.</param>
    public static int Present(ref int labels, int rows, ref float present)
    {
        int count = 0;
        for (int r = 0; r < rows; r++)
        {
            bool isPresent = Unsafe.Add(ref labels, r) >= 0;
            Unsafe.Add(ref present, r) = isPresent ? 1f : 0f;
            count += isPresent ? 1 : 0;
        }

        return count;
    }

    /// <summary>
    /// Writes 1 for each row whose target is there and 0 for the others; returns how many are there. A row that holds any NaN is
    /// missing, and is set to 0 so that nothing computed from it is NaN.
    /// </summary>
    /// <param name="target">The first float of the first row.</param>
    /// <param name="rows">Rows of the batch.</param>
    /// <param name="width">Floats of one target.</param>
    /// <param name="stride">From one row to the next; the floats between <paramref name="width"/> and it are left alone.</param>
    /// <param name="present">Where the first of <paramref name="rows"/> answers goes.</param>
    public static int Present(ref float target, int rows, int width, int stride, ref float present)
    {
        int count = 0;
        for (int r = 0; r < rows; r++)
        {
            Span<float> row = MemoryMarshal.CreateSpan(ref Unsafe.Add(ref target, r * stride), width);
            bool isPresent = !TensorPrimitives.IsNaNAny(row);
            if (!isPresent)
            {
                row.Clear();
            }

            Unsafe.Add(ref present, r) = isPresent ? 1f : 0f;
            count += isPresent ? 1 : 0;
        }

        return count;
    }

    /// <summary>How much a row with this label counts: the weight of its class, 0 where the label is missing (negative).</summary>
    /// <param name="label">A class, or a negative number.</param>
    /// <param name="weights">One for each class.</param>
    public static float Weight(int label, ReadOnlySpan<float> weights) => label < 0 ? 0f : weights[label];

    /// <summary>The sum over the rows of how much each counts, in the order of <see cref="Rows.Sum"/>.</summary>
    /// <param name="labels">The first of <paramref name="rows"/> labels.</param>
    /// <param name="rows">Rows of the batch.</param>
    /// <param name="weights">One for each class.</param>
    public static float Weights(ref int labels, int rows, ReadOnlySpan<float> weights)
    {
        if (rows > Rows.OfBlock)
        {
            int branch = Rows.FirstBranch(rows);
            return Weights(ref labels, branch, weights) + Weights(ref Unsafe.Add(ref labels, branch), rows - branch, weights);
        }

        float sum = 0;
        for (int r = 0; r < rows; r++)
        {
            sum += Weight(Unsafe.Add(ref labels, r), weights);
        }

        return sum;
    }
}
