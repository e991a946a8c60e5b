using Digits;
using NetGen;
using static System.FormattableString;

namespace RegularizationLab.Figures;

/// <summary>What it costs to train on images that no longer are what their label says: mirrored digits.</summary>
internal static class WrongAugmentationFigure
{
    public const string Id = "wrong-augmentation";
    private const double BarWidth = .4;

    public static Figure Draw(Workbench bench)
    {
        var none = Mirrored.Of(bench, new Recipe());
        Mirrored[] across = [.. bench.Plan.Flips.Select(p => Mirrored.Of(bench, new Recipe { HorizontalFlip = p }))];
        Mirrored[] down = [.. bench.Plan.Flips.Select(p => Mirrored.Of(bench, new Recipe { VerticalFlip = p }))];
        return new Figure(Id, "The wrong augmentation",
            Invariant($"Networks that learn from {bench.Plan.SharedRows} images, each mirrored in training with the probability below: mean and deviation of {bench.Plan.Seeds.Length} seeds on {bench.PoolTest.Count:N0} test images, none of them mirrored. Right: which classes suffer at probability {Words.Strength(across[^1].Probability)}."),
            [Lines(none, across, down), Classes(none, across[^1]), Images(bench)],
            [Find(none, across[^1], down[^1])],
            new DataTable(["", "probability", "validation error", "test error", .. Enumerable.Range(0, none.Classes.Length).Select(label => $"of class {label}")],
            [
                Row("as they are", none), .. across.Select(m => Row("left to right", m)), .. down.Select(m => Row("top to bottom", m)),
            ]));
    }

    /// <param name="none">Trained on images as they are.</param>
    /// <param name="across">Mirrored left to right.</param>
    /// <param name="down">Mirrored top to bottom.</param>
    public static Finding Find(Mirrored none, Mirrored across, Mirrored down)
    {
        Difference left = Difference.Between(none.Test, across.Test), top = Difference.Between(none.Test, down.Test);
        Difference warning = Difference.Between(none.Validation, across.Validation);
        return new Finding(
            "A transformation that changes what an image shows must not be applied: a mirrored b is a d, and training on it raises the error.",
            "Deep Learning, §7.4",
            $"Networks that saw images mirrored left to right misread {Percent(across.Test)} of the test images, top to bottom {Percent(down.Test)}, neither {Percent(none.Test)} (left to right: {left}; top to bottom: {top}). " +
            $"On the validation images, which would have to warn of it, the error left to right is {Percent(across.Validation)} against {Percent(none.Validation)} ({warning}).",
            Verdicts.All(Verdicts.Higher(left), Verdicts.Higher(top)));
    }

    private static Drawing Lines(Mirrored none, Mirrored[] across, Mirrored[] down)
    {
        Chart chart = new Chart(Axes.Linear(0, across[^1].Probability * 1.04, "probability of a flip"), Axes.Linear(0))
            .Band("left to right", Ink.Orange, [.. across.Prepend(none).Select(Point)])
            .Band("top to bottom", Ink.Blue, [.. down.Prepend(none).Select(Point)]);
        return new Drawing(chart, $"{Id}-error", "Test error (%)", $"Two lines with bands. Without {Percent(none.Test)}; left to right {Each(across)}; top to bottom {Each(down)}.");

        static (double, Statistic) Point(Mirrored m) => (m.Probability, Statistic.Of([.. m.Test.Select(error => 100 * error)]));

        static string Each(Mirrored[] all) => string.Join(", ", all.Select(m => $"{Percent(m.Test)} at {Words.Strength(m.Probability)}"));
    }

    private static Drawing Classes(Mirrored none, Mirrored across)
    {
        Chart chart = new Chart(Axes.Linear(-.6, none.Classes.Length - .4, "class"), Axes.Linear(0, 105 * none.Classes.Concat(across.Classes).Max() + 1e-6))
            .Bars("as they are", Ink.Line, Bars(none, -BarWidth))
            .Bars("mirrored left to right in training", Ink.Orange, Bars(across, 0));
        string numbers = string.Join("; ", none.Classes.Zip(across.Classes, (plain, flipped) => $"{Words.Percent(plain)} and {Words.Percent(flipped)}").Select((text, label) => $"{label}: {text}"));
        return new Drawing(chart, $"{Id}-classes", "Misread of each class (%)", $"Two bars for each class, without and with flips. {numbers}.");

        static IEnumerable<(double, double, double, double)> Bars(Mirrored m, double from) =>
            m.Classes.Select((error, label) => (label + from, label + from + BarWidth, 0.0, 100 * error));
    }

    private static Gallery Images(Workbench bench)
    {
        FeatureColumn images = bench.PoolTest.Features(ImageSet.Images);
        int[] rows = ElasticGallery.FirstOfEach(bench.PoolTest);
        float[] first = [.. rows.SelectMany(row => images.Row(row).ToArray())];
        return new Gallery("What the labels still call by the same name",
            ("as they are", Items(new Recipe())),
            ("left to right", Items(new Recipe { HorizontalFlip = 1 })),
            ("top to bottom", Items(new Recipe { VerticalFlip = 1 })));

        GalleryItem[] Items(Recipe recipe)
        {
            using ILearner network = bench.Untrained(recipe, seed: 1);
            return [.. Bending.Augmented(network, first).Chunk(images.Size).Select((image, i) =>
            {
                string label = Invariant($"{bench.PoolTest.Labels(ImageSet.Labels)[rows[i]]}");
                return new GalleryItem(Picture.Ink(image, images.Shape[1], $"Image labeled {label}"), label);
            })];
        }
    }

    private static string[] Row(string name, Mirrored m) =>
        [name, Words.Strength(m.Probability), Percent(m.Validation), Percent(m.Test), .. m.Classes.Select(error => Words.Percent(error))];

    private static string Percent(double[] errors) => Words.Percent(Statistic.Of([.. errors]));
}
