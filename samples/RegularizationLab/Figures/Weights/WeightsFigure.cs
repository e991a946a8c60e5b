using NetGen;
using static System.FormattableString;

namespace RegularizationLab.Figures;

/// <summary>What L2 and L1 do to the weights.</summary>
internal static class WeightsFigure
{
    public const string Id = "weights";

    /// <summary>Bars to either side of 0, and how far they reach; the outermost ones count what lies beyond.</summary>
    private const int Bars = 30;
    private const double Reach = .3, BarWidth = Reach / Bars, Least = 1e-3;

    public static Figure Draw(Workbench bench)
    {
        (string Id, string Name, Recipe Recipe)[] kinds =
        [
            ("none", "no penalty", new Recipe()),
            ("l2", Invariant($"L2, λ = {Words.Strength(bench.Plan.WeightsL2.L2)}"), bench.Plan.WeightsL2),
            ("l1", Invariant($"L1, λ = {Words.Strength(bench.Plan.WeightsL1.L1)}"), bench.Plan.WeightsL1),
        ];
        WeightSample[][] samples = [.. kinds.Select(kind => bench.ForEachSeed(seed => WeightSample.Of(bench, kind.Recipe, seed)))];
        return new Figure(Id, "What penalties do to weights",
            Invariant($"The {samples[0][0].Weights.Length:N0} weights of the hidden layer after training (seed {bench.Plan.Seeds[0]}), in bars {BarWidth} wide; the upright scale is logarithmic. Orange: the weights that are 0 exactly. Beyond ±{Reach}, weights are counted in the outermost bars."),
            [.. kinds.Zip(samples, (kind, sample) => Panel(kind.Id, kind.Name, sample[0]))],
            [Find(samples[0], samples[1], samples[2])],
            new DataTable(["", "exactly 0", "below 0.001", "root mean square", "test error"], [.. kinds.Zip(samples, (kind, sample) => Row(kind.Name, sample))]));
    }

    public static Finding Find(WeightSample[] none, WeightSample[] l2, WeightSample[] l1)
    {
        Difference zeros = Difference.Between(l1.Select(s => s.Zeros), l2.Select(s => s.Zeros));
        Difference size = Difference.Between(none.Select(s => s.RootMeanSquare), l2.Select(s => s.RootMeanSquare));
        string shown =
            $"Exactly 0 are {Zeros(none)} of the weights without a penalty, {Zeros(l2)} with L2 and {Zeros(l1)} with L1 (L2's share is {zeros}); " +
            $"their root mean square is {Size(none)} without a penalty, {Size(l2)} with L2 ({size}) and {Size(l1)} with L1; " +
            $"the networks misread {Error(none)}, {Error(l2)} and {Error(l1)} of the test images.";
        return new Finding(
            "L2 shrinks all weights toward zero and makes none zero; L1 makes many weights exactly zero: it selects.",
            "Deep Learning, §7.1", shown, Verdicts.All(Verdicts.Lower(zeros), Verdicts.Lower(size)));
    }

    private static Drawing Panel(string id, string name, WeightSample sample)
    {
        Chart chart = new Chart(Axes.Linear(-Reach, Reach, "weight"), Axes.Logarithmic(Least, 100)) { Width = 340 };
        chart.Bars("not 0", Ink.Blue, Histogram(sample.Weights));
        chart.Bars("exactly 0", Ink.Orange, [(-BarWidth / 2, BarWidth / 2, Least, 100 * sample.Zeros)]);
        return new Drawing(chart, $"{Id}-{id}", $"% of the weights, {name}", Invariant(
            $"Histogram of the weights: {Words.Percent(sample.Zeros)} are exactly 0, {Words.Percent(sample.Small)} are below 0.001, the root mean square is {sample.RootMeanSquare:F3}."));
    }

    /// <summary>The share of the weights that are not 0, in per cent, bar by bar.</summary>
    private static IEnumerable<(double From, double To, double Bottom, double Top)> Histogram(float[] weights) => weights
        .Where(w => w != 0)
        .CountBy(w => Math.Clamp((int)Math.Floor(w / BarWidth), -Bars, Bars - 1))
        .OrderBy(bar => bar.Key)
        .Select(bar => (bar.Key * BarWidth, (bar.Key + 1) * BarWidth, Least, 100.0 * bar.Value / weights.Length));

    private static string[] Row(string name, WeightSample[] samples) =>
        [name, Zeros(samples), Words.Percent(Statistic.Of([.. samples.Select(s => s.Small)])), Size(samples), Error(samples)];

    private static string Zeros(WeightSample[] samples) => Words.Percent(Statistic.Of([.. samples.Select(s => s.Zeros)]));

    private static string Size(WeightSample[] samples) => Words.Number(Statistic.Of([.. samples.Select(s => s.RootMeanSquare)]));

    private static string Error(WeightSample[] samples) => Words.Percent(Statistic.Of([.. samples.Select(s => s.Error)]));
}
