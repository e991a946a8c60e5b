using NetGen;

namespace RegularizationLab;

/// <summary>
/// A second measurement minus the first, taken pair by pair from the same seeds. It is clear when its 95 % confidence interval (Student's t)
/// does not hold 0; one pair alone shows nothing clearly.
/// </summary>
/// <param name="Mean">The mean of the pairs' differences.</param>
/// <param name="Reach">How far the interval reaches to either side.</param>
internal readonly record struct Difference(double Mean, double Reach)
{
    /// <summary>The 97.5 % quantile of Student's t for 1, 2, … degrees of freedom.</summary>
    private static readonly double[] Quantiles = [12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262];

    public bool IsClearlyLower => Mean < -Reach;

    public bool IsClearlyHigher => Mean > Reach;

    public static Difference Between(IEnumerable<double> first, IEnumerable<double> second)
    {
        double[] differences = [.. first.Zip(second, (a, b) => b - a)];
        Statistic spread = Statistic.Of(differences);
        int freedom = differences.Length - 1;
        double reach = freedom == 0
            ? double.PositiveInfinity
            : Quantiles[Math.Min(freedom, Quantiles.Length) - 1] * spread.Deviation / Math.Sqrt(differences.Length);
        return new Difference(spread.Mean, reach);
    }

    /// <summary>"clearly lower", "clearly higher" or "not clearly different".</summary>
    public override string ToString() => IsClearlyLower ? "clearly lower" : IsClearlyHigher ? "clearly higher" : "not clearly different";
}
