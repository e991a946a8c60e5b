using static System.FormattableString;

namespace RegularizationLab.Figures;

/// <summary>How the deviations over the masks are spread, and where the misread images lie.</summary>
internal static class DoubtHistogram
{
    /// <summary>A number in [0, 1] deviates from its mean by ½ at most.</summary>
    private const double Most = .5, Least = .05;
    private const int Bars = 20;

    public static Drawing Draw(string id, Doubts[] networks)
    {
        double all = networks.Sum(n => n.Averaged.Count);
        Chart chart = new Chart(Axes.Linear(0, Most, "deviation over the masks"), Axes.Logarithmic(Least, 100))
            .Bars("all", Ink.Blue, Shares(_ => true))
            .Bars("misread among them", Ink.Orange, Shares(isRight => !isRight));
        return new Drawing(chart, $"{id}-histogram", "% of the test images", Invariant(
            $"Histogram of deviations from 0 to {Most}; their mean is {networks.Average(n => n.Mean(right: true)):F3} for images read rightly and {networks.Average(n => n.Mean(right: false)):F3} for the misread."));

        IEnumerable<(double, double, double, double)> Shares(Func<bool, bool> counts) => networks
            .SelectMany(n => n.Averaged.Rows.Where(row => counts(n.Averaged.IsRight(row))).Select(row => n.Deviations[row]))
            .CountBy(deviation => Math.Min((int)(deviation / Most * Bars), Bars - 1))
            .OrderBy(bar => bar.Key)
            .Select(bar => (bar.Key * Most / Bars, (bar.Key + 1) * Most / Bars, Least, 100 * bar.Value / all));
    }
}
