using NetGen;
using static System.FormattableString;

namespace RegularizationLab.Figures;

/// <summary>What label smoothing does to a network's confidence.</summary>
internal static class SmoothingFigure
{
    public const string Id = "smoothing";
    private const int Bars = 20;
    private const double Least = .05, Sure = .95;

    public static Figure Draw(Workbench bench)
    {
        Confidences[] hard = bench.ForEachSeed(seed => Confidences.Of(bench, new Recipe(), seed));
        Confidences[] smooth = bench.ForEachSeed(seed => Confidences.Of(bench, bench.Plan.Smoothed, seed));
        string epsilon = Words.Strength(bench.Plan.Smoothed.Smoothing);
        return new Figure(Id, "Label smoothing and confidence",
            Invariant($"How sure the networks are of their predictions for the test images: those of all {bench.Plan.Seeds.Length} seeds together. The upright scale is logarithmic."),
            [Panel(hard, "hard", "% of the test images, hard labels"), Panel(smooth, "smooth", $"% of the test images, ε = {epsilon}")],
            [Find(hard, smooth, epsilon)],
            new DataTable(["", "test error", "test loss", "mean confidence", "confidence − accuracy"], Row("hard", hard), Row($"ε = {epsilon}", smooth)));
    }

    public static Finding Find(Confidences[] hard, Confidences[] smooth, string epsilon)
    {
        Difference confidence = Difference.Between(hard.Select(c => c.Mean), smooth.Select(c => c.Mean));
        Difference error = Difference.Between(hard.Select(c => c.Error), smooth.Select(c => c.Error));
        string shown =
            $"With ε = {epsilon} the mean confidence on the test images is {Percent(smooth, c => c.Mean)} against {Percent(hard, c => c.Mean)} ({confidence}), where {Percent(smooth, c => 1 - c.Error)} and {Percent(hard, c => 1 - c.Error)} are read rightly; " +
            $"the error is {Percent(smooth, c => c.Error)} against {Percent(hard, c => c.Error)} ({error.Above(Margin.Error)}), and the test loss against the hard labels {Number(smooth)} against {Number(hard)}.";
        return new Finding(
            "Smoothed labels keep a network from chasing probabilities of 0 and 1, without making it read worse.",
            "Deep Learning, §7.5.1",
            shown,
            Verdicts.All(Verdicts.Lower(confidence), Verdicts.NotHigher(error, Margin.Error)));
    }

    private static Drawing Panel(Confidences[] networks, string name, string title)
    {
        double all = networks.Sum(n => n.Count);
        float[] wrong = [.. networks.SelectMany(n => n.OfWrong)], any = [.. networks.SelectMany(n => n.OfRight), .. wrong];
        Chart chart = new Chart(Axes.Linear(0, 1, "probability of the predicted class"), Axes.Logarithmic(Least, 100))
            .Bars("all", Ink.Blue, Histogram(any))
            .Bars("misread among them", Ink.Orange, Histogram(wrong));
        return new Drawing(chart, $"{Id}-{name}", title, Invariant(
            $"Histogram of confidences: {100 * any.Count(IsSure) / all:F1} % of the predictions are surer than {Sure}, {100 * wrong.Count(IsSure) / all:F2} % are surer than that and wrong."));

        IEnumerable<(double, double, double, double)> Histogram(float[] confidences) => confidences
            .CountBy(confidence => Math.Min((int)(confidence * Bars), Bars - 1))
            .OrderBy(bar => bar.Key)
            .Select(bar => ((double)bar.Key / Bars, (bar.Key + 1.0) / Bars, Least, 100 * bar.Value / all));
    }

    private static bool IsSure(float confidence) => confidence > Sure;

    private static string[] Row(string name, Confidences[] networks) =>
        [name, Percent(networks, c => c.Error), Number(networks), Percent(networks, c => c.Mean), Percent(networks, c => c.Excess)];

    private static string Percent(Confidences[] networks, Func<Confidences, double> measure) => Words.Percent(Statistic.Of([.. networks.Select(measure)]));

    private static string Number(Confidences[] networks) => Words.Number(Statistic.Of([.. networks.Select(c => c.Loss)]));
}
