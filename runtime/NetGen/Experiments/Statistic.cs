using System.Globalization;

namespace NetGen;

/// <summary>Mean and spread of several values, such as a metric over seeds or folds.</summary>
/// <param name="Count">How many values there are.</param>
/// <param name="Mean">Their mean; NaN if there is none.</param>
/// <param name="Deviation">Their sample standard deviation, √(Σ(x − x̄)² / (n − 1)); NaN below two values, which say nothing of spread.</param>
public readonly record struct Statistic(int Count, double Mean, double Deviation)
{
    /// <summary>Mean and deviation of these values, summed up in their order.</summary>
    public static Statistic Of(params ReadOnlySpan<double> values)
    {
        double sum = 0, squares = 0;
        foreach (double value in values)
        {
            sum += value;
        }

        double mean = sum / values.Length;
        foreach (double value in values)
        {
            squares += (value - mean) * (value - mean);
        }

        return new Statistic(values.Length, mean, values.Length < 2 ? double.NaN : Math.Sqrt(squares / (values.Length - 1)));
    }

    /// <summary>"0.9712 ± 0.0034", "0.9712" of one value, "-" of none; the same in every culture.</summary>
    public override string ToString() => Count switch
    {
        0 => "-",
        1 => string.Create(CultureInfo.InvariantCulture, $"{Mean:G4}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{Mean:G4} ± {Deviation:G2}"),
    };
}
