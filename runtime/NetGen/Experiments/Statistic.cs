using System.Globalization;

namespace NetGen;

/// <summary>Mean and spread of several values, such as a metric over seeds or folds.</summary>
/// <param name="Count">How many values there are: those that were measured.</param>
/// <param name="Mean">Their mean; NaN if there is none.</param>
/// <param name="Deviation">Their sample standard deviation, √(Σ(x − x̄)² / (n − 1)); NaN below two values, which say nothing of spread.</param>
public readonly record struct Statistic(int Count, double Mean, double Deviation)
{
    /// <summary>Mean and deviation of these values, summed up in their order. NaN stands for what was not measured: it is left out, and not counted.</summary>
    public static Statistic Of(params ReadOnlySpan<double> values)
    {
        double sum = 0, squares = 0;
        int count = 0;
        foreach (double value in values)
        {
            (sum, count) = double.IsNaN(value) ? (sum, count) : (sum + value, count + 1);
        }

        double mean = sum / count;
        foreach (double value in values)
        {
            squares += double.IsNaN(value) ? 0 : (value - mean) * (value - mean);
        }

        return new Statistic(count, mean, count < 2 ? double.NaN : Math.Sqrt(squares / (count - 1)));
    }

    /// <summary>As <see cref="ToString"/>, with "(4 of 5)" where only some of <paramref name="all"/> values were measured.</summary>
    internal string Text(int all) => Count == 0 || Count == all ? ToString() : string.Create(CultureInfo.InvariantCulture, $"{this} ({Count} of {all})");

    /// <summary>"0.9712 ± 0.0034", "0.9712" of one value, "not measured" of none; the same in every culture.</summary>
    public override string ToString() => Count switch
    {
        0 => "not measured",
        1 => string.Create(CultureInfo.InvariantCulture, $"{Mean:G4}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{Mean:G4} ± {Deviation:G2}"),
    };
}
