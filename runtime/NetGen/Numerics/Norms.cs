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
