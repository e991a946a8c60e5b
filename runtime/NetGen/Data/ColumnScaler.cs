using System.Globalization;

namespace NetGen;

/// <summary>
/// A linear map of every feature of one column, y = (x − center) / divisor, learned on one data set and applied to others:
/// <see cref="Standardizer"/>, <see cref="Rescaler"/>. A feature that never changed where it was learned maps to 0.
/// </summary>
/// <remarks>
/// Learn on the training half only: what the validation half contributes is knowledge the network will not have in use. For the same reason
/// a cross-validation of data that were scaled before they were dealt out flatters. A file of a network holds no scaler: keep its numbers
/// beside it, and apply it to every row that is predicted; a network that is given unscaled rows answers, and wrongly.
/// </remarks>
public abstract class ColumnScaler
{
    private readonly double[] _centers, _divisors, _factors;

    private protected ColumnScaler(string column, double[] centers, double[] divisors)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(column);
        Column = column;
        _centers = centers;
        _divisors = divisors;
        _factors = [.. divisors.Select(d => d == 0 ? 0 : 1 / d)];
    }

    /// <summary>The name of the column it scales.</summary>
    public string Column { get; }

    /// <summary>What is taken away from each feature.</summary>
    private protected ReadOnlySpan<double> Centers => _centers;

    /// <summary>What each feature is then divided by; 0 for a constant feature.</summary>
    private protected ReadOnlySpan<double> Divisors => _divisors;

    /// <summary>The data with its column <see cref="Column"/> scaled (a copy of that column, as floats; the others are shared).</summary>
    /// <exception cref="ArgumentException">The column is missing, holds labels, or has another number of features.</exception>
    public Dataset Apply(Dataset data)
    {
        ArgumentNullException.ThrowIfNull(data);
        return data.With(Apply(data.Features(Column, nameof(data))));
    }

    /// <summary>A scaled copy of a column: floats, of a column of bytes too.</summary>
    /// <exception cref="ArgumentException">It has another number of features in a row.</exception>
    public FeatureColumn Apply(FeatureColumn column)
    {
        ArgumentNullException.ThrowIfNull(column);
        CheckSize(column.Size, nameof(column));
        float[] scaled = column.ToArray();
        Apply(scaled, scaled);
        return new FeatureColumn(column.Name, column.Shape, scaled);
    }

    /// <summary>Scales one or many rows, as <c>Predict</c> takes them. Nothing is allocated.</summary>
    /// <param name="rows">One row after the other.</param>
    /// <param name="scaled">As long as <paramref name="rows"/>; may be the same memory.</param>
    /// <exception cref="ArgumentException">Not a whole number of rows, or the lengths differ.</exception>
    public void Apply(ReadOnlySpan<float> rows, Span<float> scaled)
    {
        Check(rows, scaled, nameof(rows), nameof(scaled));
        for (int i = 0, f = 0; i < rows.Length; i++, f = f + 1 == _centers.Length ? 0 : f + 1)
        {
            scaled[i] = (float)((rows[i] - _centers[f]) * _factors[f]);
        }
    }

    /// <summary>The way back, for predictions of a scaled target. A constant feature comes back as that constant.</summary>
    /// <param name="scaled">One row after the other.</param>
    /// <param name="rows">As long as <paramref name="scaled"/>; may be the same memory.</param>
    /// <exception cref="ArgumentException">Not a whole number of rows, or the lengths differ.</exception>
    public void Invert(ReadOnlySpan<float> scaled, Span<float> rows)
    {
        Check(scaled, rows, nameof(scaled), nameof(rows));
        for (int i = 0, f = 0; i < rows.Length; i++, f = f + 1 == _centers.Length ? 0 : f + 1)
        {
            rows[i] = (float)(scaled[i] * _divisors[f] + _centers[f]);
        }
    }

    /// <summary>The smallest and largest value of each feature. NaN, the mark of a missing target, is passed over.</summary>
    /// <exception cref="ArgumentException">A value is infinite.</exception>
    private protected static (double[] Least, double[] Most) Extremes(FeatureColumn column, string argument)
    {
        double[] least = new double[column.Size], most = new double[column.Size];
        Array.Fill(least, double.PositiveInfinity);
        Array.Fill(most, double.NegativeInfinity);
        float[] room = new float[column.Size];
        for (int r = 0; r < column.Count; r++)
        {
            ReadOnlySpan<float> row = column.Read(r, room);
            for (int i = 0; i < row.Length; i++)
            {
                if (float.IsInfinity(row[i]))
                {
                    throw new ArgumentException(string.Create(CultureInfo.InvariantCulture,
                        $"Column {column.Name}, row {r}, element {i}: {row[i]}; a scale is learned from finite values (NaN is passed over)."), argument);
                }

                if (!float.IsNaN(row[i]))
                {
                    least[i] = Math.Min(least[i], row[i]);
                    most[i] = Math.Max(most[i], row[i]);
                }
            }
        }

        int absent = Array.IndexOf(least, double.PositiveInfinity);
        return absent < 0
            ? (least, most)
            : throw new ArgumentException($"Column {column.Name}, element {absent}: every row is NaN; a scale needs one value at least.", argument);
    }

    /// <summary>Values that came from a file or a former scaler.</summary>
    private protected static double[] Checked(ReadOnlySpan<double> values, int count, double least, string argument)
    {
        if (values.Length != count || count == 0)
        {
            throw new ArgumentException($"Got {values.Length} values; one for each feature, {Math.Max(count, 1)}, is needed.", argument);
        }

        foreach (double value in values)
        {
            if (!double.IsFinite(value) || value < least)
            {
                throw new ArgumentOutOfRangeException(argument, value, "Every value must be finite" + (least == 0 ? " and at least 0." : "."));
            }
        }

        return values.ToArray();
    }

    private void Check(ReadOnlySpan<float> from, ReadOnlySpan<float> to, string fromArgument, string toArgument)
    {
        if (from.Length % _centers.Length != 0)
        {
            throw new ArgumentException($"Got {from.Length} values; a whole number of rows of {_centers.Length} is needed.", fromArgument);
        }

        if (to.Length != from.Length)
        {
            throw new ArgumentException($"Room for {to.Length} values; {from.Length} are needed.", toArgument);
        }
    }

    private void CheckSize(int size, string argument)
    {
        if (size != _centers.Length)
        {
            throw new ArgumentException($"Got {size} features a row; this scale of {Column} was learned on {_centers.Length}.", argument);
        }
    }
}
