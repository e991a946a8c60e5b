using System.Runtime.CompilerServices;

namespace NetGen.CompilerServices;

/// <content>Norms of rows and columns of W [inputs, units], which updates need.</content>
public static partial class Norms
{
    /// <summary>Below it, squares that vanished may be missing from a sum.</summary>
    private const float LeastSquares = 1e-30f;

    /// <summary>
    /// 1/‖wᵢ‖₂ of some rows, each summed by the tree over 16 lanes, or in double where the squares are beyond the floats or next to nothing; 0 for a
    /// row of zeros.
    /// </summary>
    /// <param name="w">The first of the weights; what pads a row is 0.</param>
    /// <param name="columns">Columns with their padding, a multiple of 16.</param>
    /// <param name="stride">Floats from one row to the next.</param>
    /// <param name="first">The first row.</param>
    /// <param name="last">The row after the last.</param>
    /// <param name="inverse">Takes a number for each row, at the row's index.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void InverseOfRows<V>(ref float w, int columns, int stride, int first, int last, ref float inverse)
        where V : struct, IFloats<V>
    {
        for (int row = first; row < last; row++)
        {
            float squares = Squares<V>(ref Unsafe.Add(ref w, row * stride), columns);
            Unsafe.Add(ref inverse, row) = squares is >= LeastSquares and <= float.MaxValue
                ? 1 / MathF.Sqrt(squares)
                : IsZero<V>(ref Unsafe.Add(ref w, row * stride), columns) ? 0 // pruned rows are common, and cost no more than others
                : (float)Math.Min(1 / OfColumn(ref Unsafe.Add(ref w, row * stride), columns, stride: 1), float.MaxValue);
        }
    }

    /// <summary>
    /// 1/‖wᵢ‖₂ of some groups of rows, as <see cref="InverseOfRows"/>: row i is of group i modulo <paramref name="groups"/>, and the sum goes on
    /// from row to row.
    /// </summary>
    /// <param name="w">The first of the weights; what pads a row is 0.</param>
    /// <param name="rows">How many rows.</param>
    /// <param name="columns">Columns with their padding, a multiple of 16.</param>
    /// <param name="stride">Floats from one row to the next.</param>
    /// <param name="groups">How many groups.</param>
    /// <param name="first">The first group.</param>
    /// <param name="last">The group after the last.</param>
    /// <param name="inverse">Takes its group's number for each row, at the row's index.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void InverseOfGroups<V>(ref float w, int rows, int columns, int stride, int groups, int first, int last, ref float inverse)
        where V : struct, IFloats<V>
    {
        for (int group = first; group < last; group++)
        {
            LaneSum<V> sum = default;
            bool isZero = true;
            for (int row = group; row < rows; row += groups)
            {
                for (int c = 0; c < columns; c += V.Count)
                {
                    V v = V.Load(ref w, row * stride + c);
                    sum.Add(v * v, c);
                }

                isZero &= IsZero<V>(ref Unsafe.Add(ref w, row * stride), columns);
            }

            float squares = sum.Total;
            float number = squares is >= LeastSquares and <= float.MaxValue ? 1 / MathF.Sqrt(squares)
                : isZero ? 0
                : (float)Math.Min(1 / Math.Sqrt(SquaresOfColumns(ref Unsafe.Add(ref w, group * stride), (rows - group + groups - 1) / groups, columns, groups * stride)), float.MaxValue);
            for (int row = group; row < rows; row += groups)
            {
                Unsafe.Add(ref inverse, row) = number;
            }
        }
    }

    /// <summary>1/‖wᵢ‖₂ of some groups of neighboring columns, summed in double; 0 for a group of zeros.</summary>
    /// <param name="w">The first of the weights.</param>
    /// <param name="rows">How many rows.</param>
    /// <param name="columns">How many columns, without padding.</param>
    /// <param name="stride">Floats from one row to the next.</param>
    /// <param name="width">Columns of a group.</param>
    /// <param name="first">The first group.</param>
    /// <param name="last">The group after the last.</param>
    /// <param name="inverse">Takes its group's number for each column, and 0 in the padding behind the last one.</param>
    public static void InverseOfColumns(ref float w, int rows, int columns, int stride, int width, int first, int last, ref float inverse)
    {
        for (int group = first; group < last; group++)
        {
            double squares = SquaresOfColumns(ref Unsafe.Add(ref w, group * width), rows, width, stride);
            float number = squares == 0 ? 0 : (float)Math.Min(1 / Math.Sqrt(squares), float.MaxValue);
            for (int column = group * width; column < (group + 1) * width; column++)
            {
                Unsafe.Add(ref inverse, column) = number;
            }
        }

        for (int column = columns; last * width == columns && column % 16 != 0; column++)
        {
            Unsafe.Add(ref inverse, column) = 0;
        }
    }

    /// <summary>
    /// w ← w·min(1, c/‖w‖₂) for each of some columns: what is longer than c gets that length. The squares of a column are added row after
    /// row, again in double where they are beyond the floats. A column with NaN or infinity becomes NaN, so that divergence is seen.
    /// </summary>
    /// <param name="w">The first of the weights.</param>
    /// <param name="rows">How many rows.</param>
    /// <param name="stride">Floats from one row to the next.</param>
    /// <param name="first">The first column, a multiple of 16.</param>
    /// <param name="last">The column after the last, a multiple of 16.</param>
    /// <param name="limit">c &gt; 0; ∞ leaves every column as it is, whatever it holds.</param>
    /// <param name="sums">Room for a number for each column, at the column's index.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void LimitColumns<V>(ref float w, int rows, int stride, int first, int last, float limit, ref float sums)
        where V : struct, IFloats<V>
    {
        if (float.IsPositiveInfinity(limit))
        {
            return;
        }

        for (int c = first; c < last; c += V.Count)
        {
            V.Store(V.Zero, ref sums, c);
        }

        for (int row = 0; row < rows; row++)
        {
            for (int c = first; c < last; c += V.Count)
            {
                V x = V.Load(ref w, row * stride + c);
                V.Store(V.FusedMultiplyAdd(x, x, V.Load(ref sums, c)), ref sums, c);
            }
        }

        if (Factors<V>(first, last, limit, ref sums))
        {
            return;
        }

        for (int c = first; c < last; c++)
        {
            if (float.IsNaN(Unsafe.Add(ref sums, c)))
            {
                double norm = OfColumn(ref Unsafe.Add(ref w, c), rows, stride);
                Unsafe.Add(ref sums, c) = (float)(limit / norm * (norm / norm));
            }
        }

        for (int row = 0; row < rows; row++)
        {
            for (int c = first; c < last; c += V.Count)
            {
                V.Store(V.Load(ref w, row * stride + c) * V.Load(ref sums, c), ref w, row * stride + c);
            }
        }
    }

    /// <summary>
    /// w ← w·min(1, c/‖w‖₂) for each of some groups of rows, row i being of group i modulo <paramref name="groups"/>; summed in double. A group with NaN
    /// or infinity becomes NaN.
    /// </summary>
    /// <param name="w">The first of the weights.</param>
    /// <param name="rows">How many rows.</param>
    /// <param name="columns">How many columns.</param>
    /// <param name="stride">Floats from one row to the next.</param>
    /// <param name="groups">How many groups.</param>
    /// <param name="first">The first group.</param>
    /// <param name="last">The group after the last.</param>
    /// <param name="limit">c &gt; 0; ∞ leaves every group as it is, whatever it holds.</param>
    public static void LimitGroups(ref float w, int rows, int columns, int stride, int groups, int first, int last, float limit)
    {
        for (int group = first; group < last && !float.IsPositiveInfinity(limit); group++)
        {
            double norm = Math.Sqrt(SquaresOfColumns(ref Unsafe.Add(ref w, group * stride), (rows - group + groups - 1) / groups, columns, groups * stride));
            float factor = norm <= limit ? 1 : (float)(limit / norm * (norm / norm));
            for (int row = group; row < rows && factor != 1; row += groups)
            {
                for (int column = 0; column < columns; column++)
                {
                    Unsafe.Add(ref w, row * stride + column) *= factor;
                }
            }
        }
    }

    /// <summary>Makes of each sum of squares the factor for its column; whether all of them are 1.</summary>
    private static bool Factors<V>(int first, int last, float limit, ref float sums)
        where V : struct, IFloats<V>
    {
        float within = 0;
        for (int c = first; c < last; c += V.Count)
        {
            V norm = V.Sqrt(V.Load(ref sums, c));
            V isWithin = V.LessThanOrEqual(norm, V.Splat(limit));
            V shorter = V.Splat(limit) / norm * (norm / norm); // ∞/∞ is NaN: what overflowed is no 0, and is looked at again
            V.Store(V.Select(isWithin, V.Splat(1f), shorter), ref sums, c);
            within += V.Sum(isWithin & V.Splat(1f));
        }

        return within == last - first;
    }

    /// <summary>Whether a multiple of 16 floats are all 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsZero<V>(ref float x, int count)
        where V : struct, IFloats<V>
    {
        V sum = V.Zero;
        for (int c = 0; c < count; c += V.Count)
        {
            sum += Vectors.Abs(V.Load(ref x, c));
        }

        return V.Sum(sum) == 0;
    }

    /// <summary>Σx² over a multiple of 16 floats.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float Squares<V>(ref float x, int count)
        where V : struct, IFloats<V>
    {
        LaneSum<V> squares = default;
        for (int c = 0; c < count; c += V.Count)
        {
            V v = V.Load(ref x, c);
            squares.Add(v * v, c);
        }

        return squares.Total;
    }
}
