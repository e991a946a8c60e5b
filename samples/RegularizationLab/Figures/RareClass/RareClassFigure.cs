using NetGen;
using static System.FormattableString;

namespace RegularizationLab.Figures;

/// <summary>What class weights do for a class of which there are few images, without a penalty and with one.</summary>
internal static class RareClassFigure
{
    public const string Id = "rare-class";

    public static Figure Draw(Workbench bench)
    {
        Finds[] even = Finds.Measure(bench, weighs: false), weighed = Finds.Measure(bench, weighs: true);
        return new Figure(Id, "A rare class that counts more",
            Invariant($"Of the {OfRareClass(bench)} training images of class {Counters.RareClass} only {bench.Plan.RareRows} are left. Networks for which each class counts the same, and networks for which an image of class {Counters.RareClass} counts as {Counters.RareWeight}: mean and deviation of {bench.Plan.Seeds.Length} seeds on the test images, at several strengths of L2."),
            [
                Panel("recall", $"Test images of class {Counters.RareClass} recognized (%)", even, weighed, finds => finds.Recall),
                Panel("error", "Test images misread, of all classes (%)", even, weighed, finds => finds.Error),
            ],
            [.. Find(even, weighed)],
            new DataTable(["", .. even.Select(finds => $"λ {Words.Strength(finds.Lambda)}")],
            [
                ["recognized, all count the same", .. even.Select(finds => Percent(finds.Recall))],
                ["recognized, counts tenfold", .. weighed.Select(finds => Percent(finds.Recall))],
                ["misread, all count the same", .. even.Select(finds => Percent(finds.Error))],
                ["misread, counts tenfold", .. weighed.Select(finds => Percent(finds.Error))],
            ]));
    }

    /// <param name="even">Every class counts the same, at ascending λ from 0.</param>
    /// <param name="weighed">The rare class counts tenfold, at the same λ.</param>
    public static IEnumerable<Finding> Find(Finds[] even, Finds[] weighed)
    {
        // Validation says how strong the penalty is, for either kind of network.
        int own = Chosen(even), chosen = Chosen(weighed);
        var recall = Difference.Between(even[own].Recall, weighed[chosen].Recall);
        var error = Difference.Between(even[own].Error, weighed[chosen].Error);
        yield return new Finding(
            "Images of a rare class that count more are recognized more often.",
            "He & Garcia 2009, §3.2",
            $"At the strengths that validation chose, {Percent(weighed[chosen].Recall)} of the class are recognized with the weight (λ = {Words.Strength(weighed[chosen].Lambda)}) and {Percent(even[own].Recall)} without (λ = {Words.Strength(even[own].Lambda)}; {recall}); " +
            $"of all images {Percent(weighed[chosen].Error)} and {Percent(even[own].Error)} are misread ({error}).",
            Verdicts.Higher(recall));

        var gained = Difference.Between(Gain(0), Gain(chosen));
        yield return new Finding(
            "A network that comes to fit all it learns from hardly heeds such weights; under a penalty, it does.",
            "Byrd & Lipton 2019",
            $"The weight adds {Points(Gain(0))} percentage points of the class without a penalty and {Points(Gain(chosen))} with L2, λ = {Words.Strength(even[chosen].Lambda)} ({gained}).",
            Verdicts.Higher(gained));

        static int Chosen(Finds[] all) => Enumerable.Range(1, all.Length - 1).MinBy(i => all[i].Validation.Average());

        double[] Gain(int i) => [.. even[i].Recall.Zip(weighed[i].Recall, (without, with) => with - without)];
    }

    private static Drawing Panel(string name, string title, Finds[] even, Finds[] weighed, Func<Finds, double[]> measure)
    {
        Chart chart = new Chart(Axes.Logarithmic(even[1].Lambda / 1.2, even[^1].Lambda * 1.2, "λ of L2"), Axes.Linear(0))
            .Band("all count the same", Ink.Orange, [.. even.Skip(1).Select(Point)])
            .Line("all count the same, without L2", Ink.Orange, Level(even), dashed: true)
            .Band("counts tenfold", Ink.Blue, [.. weighed.Skip(1).Select(Point)])
            .Line("counts tenfold, without L2", Ink.Blue, Level(weighed), dashed: true);
        return new Drawing(chart, $"{Id}-{name}", title, $"Two lines over λ, and the level of each without a penalty. All count the same: {Each(even)}; counts tenfold: {Each(weighed)}.");

        (double, Statistic) Point(Finds finds) => (finds.Lambda, Statistic.Of([.. measure(finds).Select(share => 100 * share)]));

        (double, double)[] Level(Finds[] all) => [.. all.Skip(1).Select(finds => ((double)finds.Lambda, 100 * measure(all[0]).Average()))];

        string Each(Finds[] all) => string.Join(", ", all.Select(finds => $"{Percent(measure(finds))} at {Words.Strength(finds.Lambda)}"));
    }

    private static int OfRareClass(Workbench bench) => bench.Train.Labels(Digits.ImageSet.Labels).ToArray().Count(label => label == Counters.RareClass);

    private static string Percent(double[] shares) => Words.Percent(Statistic.Of([.. shares]));

    private static string Points(double[] shares)
    {
        Statistic points = Statistic.Of([.. shares.Select(share => 100 * share)]);
        return Invariant($"{points.Mean:F1}\u00a0±\u00a0{points.Deviation:F1}");
    }
}
