using NetGen;
using static System.FormattableString;

namespace RegularizationLab.Figures;

/// <summary>Test error against the number of training images, with and without augmentation.</summary>
internal static class TrainingImagesFigure
{
    public const string Id = "training-images";

    public static Figure Draw(Workbench bench)
    {
        Harvest[] harvests = [.. bench.Plan.Numbers.Select(images => Harvest.Of(bench, images))];
        return new Figure(Id, "Data made from data",
            Invariant($"Each point: {bench.Plan.Seeds.Length} networks, each with images of its own to learn from; mean and deviation on {bench.PoolTest.Count:N0} test images. Whatever their number, a network makes about {bench.Plan.Updates:N0} updates. With augmentation each update sees every image shifted or rotated anew; which of these, validation chooses for each number."),
            [
                Panel(harvests, "error", "Test error (%)", score => 100 * score.Error),
                Panel(harvests, "loss", "Test loss (nats)", score => score.Loss),
            ],
            [.. Find(harvests)],
            new DataTable(["images", "without", .. harvests[0].With.Select(yield => yield.Name), "chosen"],
                [.. harvests.Select(h => (string[])[Invariant($"{h.Images}"), Percent(h.Without), .. h.With.Select(Percent), h.Chosen.Name])]));
    }

    public static IEnumerable<Finding> Find(Harvest[] harvests)
    {
        (Harvest fewest, Harvest most) = (harvests[0], harvests[^1]);
        Difference more = Difference.Between(fewest.Without.Errors, most.Without.Errors);
        yield return new Finding(
            "The best way to make a network generalize is to train it on more data.", "Deep Learning, §7.4",
            $"Without augmentation the test error is {Percent(fewest.Without)} with {fewest.Images} images and {Percent(most.Without)} with {most.Images} ({more}).",
            Verdicts.Lower(more));

        Difference[] gains = [.. harvests.Select(h => Difference.Between(h.Without.Errors, h.Chosen.Errors))];
        string each = string.Join("; ", harvests.Zip(gains, (h, gain) => $"{Percent(h.Chosen)} against {Percent(h.Without)} with {h.Images} images ({gain})"));
        yield return new Finding(
            "Where there are no more data, data made from them lower the error, too.", "Deep Learning, §7.4",
            $"The test error with augmentation is {each}.",
            Verdicts.Lower(gains));
    }

    private static Drawing Panel(Harvest[] harvests, string name, string title, Func<Score, double> measure)
    {
        double least = harvests[0].Images / 1.2, most = harvests[^1].Images * 1.2;
        Chart chart = new Chart(Axes.Logarithmic(least, most, "images to learn from"), Axes.Linear(0))
            .Band("without augmentation", Ink.Orange, Points(h => h.Without))
            .Band("with augmentation", Ink.Blue, Points(h => h.Chosen));
        string numbers = string.Join("; ", harvests.Select(h => Invariant($"{h.Images}: {h.Without.Test.Average(measure):G3} without, {h.Chosen.Test.Average(measure):G3} with")));
        return new Drawing(chart, $"{Id}-{name}", title, $"Two lines with bands over the number of images. {numbers}.");

        (double, Statistic)[] Points(Func<Harvest, Yield> which) =>
            [.. harvests.Select(h => ((double)h.Images, Statistic.Of([.. which(h).Test.Select(measure)])))];
    }

    private static string Percent(Yield yield) => Words.Percent(Statistic.Of(yield.Errors));
}
