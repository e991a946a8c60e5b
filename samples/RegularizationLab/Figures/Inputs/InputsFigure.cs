using NetGen;
using static System.FormattableString;

namespace RegularizationLab.Figures;

/// <summary>Which pixels a network reads under no penalty, L2, L1 and group lasso.</summary>
internal static class InputsFigure
{
    public const string Id = "inputs";

    /// <summary>The least norm that is drawn, as a share of the largest.</summary>
    private const double Floor = 1e-4;

    public static Figure Draw(Workbench bench)
    {
        Plan plan = bench.Plan;
        var ink = PixelInk.Of(bench.Train);
        var none = Candidate.Of(bench, "no penalty", Ink.Line, 0, new Penalties());
        Candidate[] l2 = [.. plan.InputL2.Select(lambda => Candidate.Of(bench, "L2", Ink.Blue, lambda, new Penalties { L2 = lambda }))];
        Candidate[] l1 = [.. plan.InputL1.Select(lambda => Candidate.Of(bench, "L1", Ink.Orange, lambda, new Penalties { L1 = lambda }))];
        Candidate[] group = [.. plan.InputGroupLasso.Select(lambda => Candidate.Of(bench, "group lasso", Ink.Green, lambda, new Penalties { GroupLasso = lambda }))];
        Candidate[] chosen = [none, Candidate.Choose(none, l2), Candidate.Choose(none, l1), Candidate.Choose(none, group)];
        return new Figure(Id, "Which inputs a network reads",
            Invariant($"For each pixel the norm of the weights that leave it, as a share of the largest: networks of seed {plan.Seeds[0]}. Of each penalty that strength is compared which is the strongest to leave the mean validation loss no higher than without any. A pixel has faded, and a weight is gone, when it is below a hundredth of the largest (dashed): group lasso acts by its gradient, and comes near 0 without resting there. The chart leaves out the {ink.Dark.Length} pixels that are dark in every image learned from."),
            [Sorted(chosen, ink), Images(chosen, ink)],
            [Find(chosen, ink)],
            new DataTable(["", "strength", "faded, of the pixels with ink", "faded, of the dark pixels", "gone, of the weights that remain", "test error", "validation loss"],
                [.. ((Candidate[])[none, .. l2, .. l1, .. group]).Select(candidate => Row(candidate, ink))]));
    }

    /// <param name="chosen">No penalty, L2, L1 and group lasso.</param>
    /// <param name="ink">Which pixels carry ink.</param>
    public static Finding Find(Candidate[] chosen, PixelInk ink)
    {
        (Candidate l2, Candidate l1, Candidate group) = (chosen[1], chosen[2], chosen[3]);
        var byL2 = Difference.Between(group.Readings.Select(Faded), l2.Readings.Select(Faded));
        var byL1 = Difference.Between(group.Readings.Select(Faded), l1.Readings.Select(Faded));
        var gone = Difference.Between(l1.Readings.Select(r => r.Gone), group.Readings.Select(r => r.Gone));
        string shown =
            $"Of the {ink.Inked.Length} pixels that carry ink in any image learned from, the share that has faded is {Each(Faded)} (against group lasso L2's share is {byL2}, L1's {byL1}); " +
            $"of the weights between pixels and units that remain, L1 takes out {Share(l1, r => r.Gone)} and group lasso {Share(group, r => r.Gone)} ({gone}); " +
            $"the share of the test images that is misread is {Each(r => r.Test.Error)}. Of the pixels that are always dark ({ink.Dark.Length}), whose weights get no gradient but the penalty's, the share that has faded is {Each(r => r.Faded(ink.Dark))}.";
        return new Finding(
            "A group penalty takes out inputs as a whole, where L2 takes out none and L1 takes out weights here and there.",
            "Yuan & Lin 2006; Scardapane et al. 2017", shown,
            Verdicts.All(Verdicts.Lower(byL2), Verdicts.Lower(byL1), Verdicts.Lower(gone)));

        double Faded(Reading reading) => reading.Faded(ink.Inked);
        string Each(Func<Reading, double> measure) =>
            $"{Share(chosen[0], measure)} without a penalty, {Share(l2, measure)} with L2, {Share(l1, measure)} with L1 and {Share(group, measure)} with group lasso";
    }

    /// <summary>The norms of the pixels with ink, from the largest down.</summary>
    private static Drawing Sorted(Candidate[] chosen, PixelInk ink)
    {
        var chart = new Chart(Axes.Linear(0, 100, "% of the pixels with ink"), Axes.Logarithmic(Floor, 1.2));
        foreach (Candidate candidate in chosen)
        {
            double[] norms = [.. ink.Inked.Select(pixel => Math.Max(candidate.Readings[0].Norms[pixel], Floor)).OrderDescending()];
            chart.Line(candidate.Title, candidate.Color, norms.Select((norm, i) => (100.0 * (i + 1) / norms.Length, norm)));
        }

        chart.Line("faded below", Ink.Text, [(0, Reading.Least), (100, Reading.Least)], dashed: true);
        string numbers = string.Join("; ", chosen.Select(c => $"{c.Title}: {Words.Percent(c.Readings[0].Faded(ink.Inked))} have faded"));
        return new Drawing(chart, $"{Id}-sorted", "Norm of a pixel's weights, sorted", $"Four falling lines. {numbers}.");
    }

    private static Gallery Images(Candidate[] chosen, PixelInk ink) => new Gallery("What the pixels carry, and what is read of them",
        ("mean image, and norms", [
            new GalleryItem(Picture.Ink(ink.Mean, ink.Width, "The mean of the images learned from"), "ink"),
            .. chosen.Select(c => new GalleryItem(Picture.Ink([.. c.Readings[0].Norms.Select(norm => (float)norm)], ink.Width, $"The norm of each pixel's weights, {c.Title}"), c.Title.Replace(", ", "\n", StringComparison.Ordinal))),
        ]));

    private static string[] Row(Candidate candidate, PixelInk ink) =>
    [
        candidate.Name, Words.Strength(candidate.Lambda), Share(candidate, r => r.Faded(ink.Inked)), Share(candidate, r => r.Faded(ink.Dark)),
        Share(candidate, r => r.Gone), Share(candidate, r => r.Test.Error), Words.Number(candidate.Validation),
    ];

    private static string Share(Candidate candidate, Func<Reading, double> measure) => Words.Percent(Statistic.Of([.. candidate.Readings.Select(measure)]));
}
