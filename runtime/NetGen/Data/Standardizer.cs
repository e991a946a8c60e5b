namespace NetGen;

/// <summary>
/// Brings every feature of a column to mean 0 and standard deviation 1 on the data it is learned on: y = (x − mean) / deviation.
/// A constant feature maps to 0.
/// </summary>
/// <example><code>
/// var scale = Standardizer.Learn(data.Train, "Measurements");
/// FitResult result = net.Fit(scale.Apply(data.Train), scale.Apply(data.Validation));
/// </code></example>
public sealed class Standardizer : ColumnScaler
{
    /// <summary>A standardizer of known means and deviations, for example ones that were saved with a model.</summary>
    /// <param name="column">The column it scales.</param>
    /// <param name="means">One for each feature.</param>
    /// <param name="deviations">One for each feature, 0 for a constant one.</param>
    /// <exception cref="ArgumentException">Blank name, no feature, different numbers of means and deviations, a value not finite, a deviation below 0.</exception>
    public Standardizer(string column, ReadOnlySpan<double> means, ReadOnlySpan<double> deviations)
        : base(
            column,
            Checked(means, means.Length, double.NegativeInfinity, nameof(means)),
            Checked(deviations, means.Length, least: 0, nameof(deviations)))
    {
    }

    /// <summary>The mean of each feature.</summary>
    public ReadOnlySpan<double> Means => Centers;

    /// <summary>The standard deviation of each feature (√ of the mean squared distance from the mean, over n and not n − 1).</summary>
    public ReadOnlySpan<double> Deviations => Divisors;

    /// <summary>Learns means and deviations, summed in double in row order. NaN, the mark of a missing target, is passed over.</summary>
    /// <param name="data">The training rows.</param>
    /// <param name="column">A column of floats.</param>
    /// <exception cref="ArgumentException">There is no such column, it holds labels, a value is infinite, or a feature has no value at all.</exception>
    public static Standardizer Learn(Dataset data, string column)
    {
        ArgumentNullException.ThrowIfNull(data);
        FeatureColumn values = data.Features(column, nameof(column));
        (double[] least, double[] most) = Extremes(values, nameof(data));
        double[] means = MeanOf(values, (x, _) => x, least);
        double[] deviations = MeanOf(values, (x, mean) => (x - mean) * (x - mean), means);
        for (int i = 0; i < means.Length; i++)
        {
            // Rounding would leave a constant feature a deviation of 1e-17 or so, to be blown up to 1.
            (means[i], deviations[i]) = least[i] == most[i] ? (least[i], 0) : (means[i], Math.Sqrt(deviations[i]));
        }

        return new Standardizer(column, means, deviations);
    }

    private static double[] MeanOf(FeatureColumn column, Func<double, double, double> term, double[] parameter)
    {
        double[] sums = new double[column.Size];
        long[] counts = new long[column.Size];
        float[] room = new float[column.Size];
        for (int r = 0; r < column.Count; r++)
        {
            ReadOnlySpan<float> row = column.Read(r, room);
            for (int i = 0; i < row.Length; i++)
            {
                if (!float.IsNaN(row[i]))
                {
                    sums[i] += term(row[i], parameter[i]);
                    counts[i]++;
                }
            }
        }

        return [.. sums.Zip(counts, (sum, count) => sum / count)];
    }
}
