using NetGen;

namespace RegularizationLab;

/// <summary>
/// A second measurement minus the first, taken pair by pair from the same seeds, with confidence intervals by Student's t. It is clear when the
/// one of 95 % does not hold 0. It is within a margin when the one of 90 % is: two one-sided tests at 5 % each (Schuirmann 1987). Fewer than
/// three pairs show neither: two may agree by chance, and then have no spread that would tell.
/// </summary>
/// <param name="Mean">The mean of the pairs' differences.</param>
/// <param name="Reach">How far the interval of 95 % reaches to either side.</param>
/// <param name="NarrowReach">How far that of 90 % does.</param>
internal readonly record struct Difference(double Mean, double Reach, double NarrowReach)
{
    private const int Fewest = 3;

    /// <summary>The 97.5 % and the 95 % quantile of Student's t for 2, 3, … degrees of freedom.</summary>
    private static readonly (double Wide, double Narrow)[] Quantiles =
        [(4.303, 2.920), (3.182, 2.353), (2.776, 2.132), (2.571, 2.015), (2.447, 1.943), (2.365, 1.895), (2.306, 1.860), (2.262, 1.833)];

    public bool IsClearlyLower => Mean < -Reach;

    public bool IsClearlyHigher => Mean > Reach;

    public static Difference Between(IEnumerable<double> first, IEnumerable<double> second)
    {
        double[] differences = [.. first.Zip(second, (a, b) => b - a)];
        Statistic spread = Statistic.Of(differences);
        if (differences.Length < Fewest)
        {
            return new Difference(spread.Mean, double.PositiveInfinity, double.PositiveInfinity);
        }

        (double wide, double narrow) = Quantiles[Math.Min(differences.Length - Fewest, Quantiles.Length - 1)];
        double error = spread.Deviation / Math.Sqrt(differences.Length);
        return new Difference(spread.Mean, wide * error, narrow * error);
    }

    public bool IsWithin(Margin margin) => Math.Abs(Mean) + NarrowReach < margin.Width;

    /// <summary>Whether the second is lower, or higher by less than the margin: one one-sided test at 5 %.</summary>
    public bool IsBelow(Margin margin) => Mean + NarrowReach < margin.Width;

    public bool IsBeyond(Margin margin) => Math.Abs(Mean) - NarrowReach > margin.Width;

    /// <summary>"clearly lower", "clearly higher" or "not clearly different".</summary>
    public override string ToString() => IsClearlyLower ? "clearly lower" : IsClearlyHigher ? "clearly higher" : "not clearly different";

    /// <summary>"clearly lower", "higher by less than 1 percentage point", "… by more than …" or "perhaps higher by more than …".</summary>
    public string Above(Margin margin) => IsClearlyLower
        ? ToString()
        : $"{(IsBelow(margin) ? "higher by less than" : Mean > 0 && IsBeyond(margin) ? "higher by more than" : "perhaps higher by more than")} {margin.Words}";

    /// <summary>"equal within 1 percentage point", "further apart than …" or "perhaps further apart than …".</summary>
    public string ToString(Margin margin) =>
        $"{(IsWithin(margin) ? "equal within" : IsBeyond(margin) ? "further apart than" : "perhaps further apart than")} {margin.Words}";
}
