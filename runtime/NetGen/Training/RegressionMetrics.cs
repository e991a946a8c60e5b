using System.Globalization;

namespace NetGen;

/// <summary>How well a head predicts real numbers, over every output of every row.</summary>
public sealed record RegressionMetrics : HeadMetrics
{
    internal RegressionMetrics(string head, double? loss, int count, double meanAbsoluteError, double meanSquaredError, double rSquared)
        : base(head, loss, count)
    {
        MeanAbsoluteError = meanAbsoluteError;
        MeanSquaredError = meanSquaredError;
        RSquared = rSquared;
    }

    /// <summary>The mean of |p − t|, in the target's unit; NaN over no rows.</summary>
    public double MeanAbsoluteError { get; }

    /// <summary>The mean of (p − t)², in the square of the target's unit; NaN over no rows.</summary>
    public double MeanSquaredError { get; }

    /// <summary>
    /// The coefficient of determination, 1 − Σ(p − t)² / Σ(t − t̄)², with t̄ the mean of each output on its own and both sums over all
    /// outputs: 1 is perfect, 0 as good as always saying the mean, below 0 worse than that. NaN where every target equals its mean (one
    /// row, constant targets), for then there is no spread to explain, and over no rows.
    /// </summary>
    public double RSquared { get; }

    private protected override string Summary => string.Create(CultureInfo.InvariantCulture, $"MAE {MeanAbsoluteError:G4}, R² {RSquared:F4}");
}
