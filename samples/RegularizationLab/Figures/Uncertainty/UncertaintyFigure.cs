using NetGen;
using static System.FormattableString;

namespace RegularizationLab.Figures;

/// <summary>What dropout's masks say about how far a prediction can be trusted.</summary>
internal static class UncertaintyFigure
{
    public const string Id = "uncertainty";
    private const double Refused = .1;
    private static readonly double[] Refusals = [0, .05, .1, .15, .2, .25, .3, .4, .5];

    public static Figure Draw(Workbench bench)
    {
        Doubts[] networks = bench.ForEachSeed(seed => Doubts.Of(bench, seed));
        return new Figure(Id, "Dropout and uncertainty",
            Invariant($"Networks trained with a dropout rate of {Words.Strength(bench.Plan.Thinned.DropRate)} predict each test image with {bench.Plan.Masks} masks; the deviation is that of the probability of the class which their mean favors. Left: all {bench.Plan.Seeds.Length} seeds together, on a logarithmic scale. The images: those of seed {bench.Plan.Seeds[0]}."),
            [DoubtHistogram.Draw(Id, networks), Refusal(networks), DoubtGallery.Draw(bench, networks[0])],
            [.. Find(networks)],
            new DataTable(["refused", "error, refused by deviation", "error, refused by confidence"],
                [.. Refusals.Select(refused => (string[])[Words.Percent(refused), Error(networks, n => n.ErrorByDeviation(refused)), Error(networks, n => n.ErrorByConfidence(refused))])]));
    }

    public static IEnumerable<Finding> Find(Doubts[] networks)
    {
        Difference doubt = Difference.Between(networks.Select(n => n.Mean(right: false)), networks.Select(n => n.Mean(right: true)));
        Difference kept = Difference.Between(networks.Select(n => n.ErrorByDeviation(0)), networks.Select(n => n.ErrorByDeviation(Refused)));
        yield return new Finding(
            "The spread of predictions over dropout masks tells which ones not to trust.", "Gal & Ghahramani 2016",
            $"The mean deviation is {Number(n => n.Mean(right: true))} for images read rightly and {Number(n => n.Mean(right: false))} for the others (right ones: {doubt}); " +
            $"to refuse the tenth with the greatest deviation leaves an error of {Error(networks, n => n.ErrorByDeviation(Refused))} against {Error(networks, n => n.ErrorByDeviation(0))} ({kept}), " +
            $"to refuse the tenth with the least confidence, without any masks, {Error(networks, n => n.ErrorByConfidence(Refused))}.",
            Verdicts.All(Verdicts.Lower(doubt), Verdicts.Lower(kept)));

        Difference error = Difference.Between(networks.Select(n => n.Averaged.Error), networks.Select(n => n.Plain.Error));
        Difference loss = Difference.Between(networks.Select(n => n.Averaged.Loss), networks.Select(n => n.Plain.Loss));
        var lossMargin = Margin.Loss(networks.Select(n => n.Averaged.Loss));
        yield return new Finding(
            "One prediction with all units comes close to the mean over many thinned networks.", "Deep Learning, §7.12",
            $"All units together misread {Error(networks, n => n.Plain.Error)}, the mean over the masks {Error(networks, n => n.Averaged.Error)} ({error.ToString(Margin.Error)}); " +
            $"their test losses are {Number(n => n.Plain.Loss)} and {Number(n => n.Averaged.Loss)} ({loss.ToString(lossMargin)}).",
            Verdicts.All(Verdicts.Equal(error, Margin.Error), Verdicts.Equal(loss, lossMargin)));

        string Number(Func<Doubts, double> measure) => Words.Number(Statistic.Of([.. networks.Select(measure)]));
    }

    private static Drawing Refusal(Doubts[] networks)
    {
        Chart chart = new Chart(Axes.Linear(0, 51, "% of the images refused"), Axes.Linear(0))
            .Band("by deviation", Ink.Blue, Points((n, refused) => n.ErrorByDeviation(refused)))
            .Band("by confidence without masks", Ink.Orange, Points((n, refused) => n.ErrorByConfidence(refused)), dashed: true);
        string numbers = string.Join("; ", Refusals.Select(r => $"{Words.Percent(r)} refused: {Error(networks, n => n.ErrorByDeviation(r))} by deviation, {Error(networks, n => n.ErrorByConfidence(r))} by confidence"));
        return new Drawing(chart, $"{Id}-refusal", "Error on the remaining (%)", $"Two lines with bands. {numbers}.");

        (double, Statistic)[] Points(Func<Doubts, double, double> measure) =>
            [.. Refusals.Select(refused => (100 * refused, Statistic.Of([.. networks.Select(n => 100 * measure(n, refused))])))];
    }

    private static string Error(Doubts[] networks, Func<Doubts, double> measure) => Words.Percent(Statistic.Of([.. networks.Select(measure)]));
}
