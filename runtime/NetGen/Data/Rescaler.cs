namespace NetGen;

/// <summary>
/// Brings every feature of a column to the range 0 to 1 on the data it is learned on: y = (x − least) / (most − least).
/// A constant feature maps to 0. Other data may fall outside the range.
/// </summary>
public sealed class Rescaler : ColumnScaler
{
    /// <summary>A rescaler of known ranges, for example ones that were saved with a model.</summary>
    /// <param name="column">The column it scales.</param>
    /// <param name="least">What maps to 0, for each feature.</param>
    /// <param name="widths">The length of the range that maps onto 0 to 1, for each feature; 0 for a constant one.</param>
    /// <exception cref="ArgumentException">Blank name, no feature, different numbers of values, a value not finite, a width below 0.</exception>
    public Rescaler(string column, ReadOnlySpan<double> least, ReadOnlySpan<double> widths)
        : base(
            column,
            Checked(least, least.Length, double.NegativeInfinity, nameof(least)),
            Checked(widths, least.Length, least: 0, nameof(widths)))
    {
    }

    /// <summary>The smallest value of each feature.</summary>
    public ReadOnlySpan<double> Least => Centers;

    /// <summary>The largest less the smallest value of each feature.</summary>
    public ReadOnlySpan<double> Widths => Divisors;

    /// <summary>Learns the ranges. NaN, the mark of a missing target, is passed over.</summary>
    /// <param name="data">The training rows.</param>
    /// <param name="column">A column of floats.</param>
    /// <exception cref="ArgumentException">There is no such column, it holds labels, a value is infinite, or a feature has no value at all.</exception>
    public static Rescaler Learn(Dataset data, string column)
    {
        ArgumentNullException.ThrowIfNull(data);
        (double[] least, double[] most) = Extremes(data.Features(column, nameof(column)), nameof(data));
        return new Rescaler(column, least, [.. most.Zip(least, (high, low) => high - low)]);
    }
}
