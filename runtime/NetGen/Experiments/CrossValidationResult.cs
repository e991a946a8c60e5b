using System.Collections.Immutable;
using System.Globalization;

namespace NetGen;

/// <summary>What <see cref="CrossValidation"/> found. Its text is a table.</summary>
/// <param name="Folds">The folds in their order.</param>
public sealed record CrossValidationResult(ImmutableArray<FoldResult> Folds)
{
    /// <summary>Mean and deviation over the folds of Σ head weight × head loss on the rows held out.</summary>
    public Statistic Loss => Of(Metric.TotalLoss);

    /// <summary>
    /// Mean and deviation over the folds of a metric; folds in which it was not measured, for they hold no target for it, are left out, and
    /// <see cref="Statistic.Count"/> says how many were not. The deviation is that of the folds; it understates how unsure the mean is, for the
    /// folds' training sets overlap (Bengio &amp; Grandvalet, "No unbiased estimator of the variance of k-fold cross-validation", 2004).
    /// </summary>
    /// <exception cref="ArgumentException">The network has no such metric.</exception>
    public Statistic Of(Metric metric)
    {
        ArgumentNullException.ThrowIfNull(metric);
        return Statistic.Of([.. Folds.Select(fold => metric.Of(fold.Measured))]);
    }

    /// <summary>A line for each fold, one for mean and deviation (with how many folds they are of, where it is not all); columns are the loss and each head's accuracy or R². The same in every culture.</summary>
    public override string ToString()
    {
        Metric[] metrics = [Metric.TotalLoss, .. Folds[0].Measured.Heads.Select(Telling)];
        var table = new TextTable();
        table.Add(["fold", .. metrics.Select(m => m.ToString())]);
        foreach (FoldResult fold in Folds)
        {
            table.Add([fold.Fold.ToString(CultureInfo.InvariantCulture), .. metrics.Select(m => Statistic.Of(m.Of(fold.Measured)).ToString())]);
        }

        table.Add(["mean", .. metrics.Select(metric => Of(metric).Text(Folds.Length))]);
        return table.ToString();
    }

    private static Metric Telling(HeadMetrics head) =>
        head is RegressionMetrics ? Metric.Regression(head.Head, "R²", MetricMode.Maximize, m => m.RSquared) : Metric.Accuracy(head.Head);
}
