using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace NetGen.CompilerServices;

/// <summary>Norms of weights and gradients, in one order whatever computes. Unsafe: places and lengths are not checked.</summary>
/// <content>What penalties report: in double, row after row and column after column.</content>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class Norms
{
    /// <summary>½Σw².</summary>
    /// <param name="w">The first of <paramref name="rows"/> × <paramref name="columns"/> floats.</param>
    /// <param name="rows">How many rows.</param>
    /// <param name="columns">How many columns.</param>
    /// <param name="stride">Floats from one row to the next.</param>
    public static double HalfSquared(ref float w, int rows, int columns, int stride)
    {
        double sum = 0;
        for (int r = 0; r < rows; r++)
        {
            sum += Squares(ref Unsafe.Add(ref w, r * stride), columns);
        }

        return 0.5 * sum;
    }

    /// <summary>Σ|w|.</summary>
    /// <inheritdoc cref="HalfSquared" path="/param"/>
    public static double Absolute(ref float w, int rows, int columns, int stride)
    {
        double sum = 0;
        for (int r = 0; r < rows; r++)
        {
            for (int c = 0; c < columns; c++)
            {
                sum += Math.Abs((double)Unsafe.Add(ref w, r * stride + c));
            }
        }

        return sum;
    }

    /// <summary>Σᵢ‖wᵢ‖₂ over the rows.</summary>
    /// <inheritdoc cref="HalfSquared" path="/param"/>
    public static double OfRows(ref float w, int rows, int columns, int stride)
    {
        double sum = 0;
        for (int r = 0; r < rows; r++)
        {
            sum += Math.Sqrt(Squares(ref Unsafe.Add(ref w, r * stride), columns));
        }

        return sum;
    }

    /// <summary>Σᵢ‖wᵢ‖₂ over groups of rows: row i is of group i modulo <paramref name="groups"/>.</summary>
    /// <param name="w">The first of <paramref name="rows"/> × <paramref name="columns"/> floats.</param>
    /// <param name="rows">How many rows.</param>
    /// <param name="columns">How many columns.</param>
    /// <param name="stride">Floats from one row to the next.</param>
    /// <param name="groups">How many groups.</param>
    public static double OfGroups(ref float w, int rows, int columns, int stride, int groups)
    {
        double sum = 0;
        for (int group = 0; group < groups; group++)
        {
            double squares = 0;
            for (int r = group; r < rows; r += groups)
            {
                squares += Squares(ref Unsafe.Add(ref w, r * stride), columns);
            }

            sum += Math.Sqrt(squares);
        }

        return sum;
    }

    /// <summary>Σᵢ‖wᵢ‖₂ over groups of neighboring columns.</summary>
    /// <param name="w">The first of <paramref name="rows"/> × <paramref name="columns"/> floats.</param>
    /// <param name="rows">How many rows.</param>
    /// <param name="columns">How many columns.</param>
    /// <param name="stride">Floats from one row to the next.</param>
    /// <param name="groups">How many groups; a divisor of <paramref name="columns"/>.</param>
    public static double OfColumns(ref float w, int rows, int columns, int stride, int groups)
    {
        double sum = 0;
        for (int group = 0, width = columns / groups; group < groups; group++)
        {
            sum += Math.Sqrt(SquaresOfColumns(ref Unsafe.Add(ref w, group * width), rows, width, stride));
        }

        return sum;
    }

    private static double SquaresOfColumns(ref float w, int rows, int columns, int stride)
    {
        double squares = 0;
        for (int r = 0; r < rows; r++)
        {
            squares += Squares(ref Unsafe.Add(ref w, r * stride), columns);
        }

        return squares;
    }

    private static double Squares(ref float row, int columns) => Squares(ref row, columns, stride: 1);

    private static double Squares(ref float x, int count, int stride)
    {
        double sum = 0;
        for (int i = 0; i < count; i++)
        {
            double w = Unsafe.Add(ref x, i * stride);
            sum += w * w;
        }

        return sum;
    }

    /// <summary>‖x‖₂ in double, where no square of a float overflows or vanishes.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static double OfColumn(ref float x, int count, int stride) => Math.Sqrt(Squares(ref x, count, stride));
}
