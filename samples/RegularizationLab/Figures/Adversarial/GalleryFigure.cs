using System.Xml.Linq;
using Digits;
using NetGen;
using static System.FormattableString;

namespace RegularizationLab.Figures;

/// <summary>Adversarial examples to look at: image, signs, sum, and what the network makes of both.</summary>
internal static class GalleryFigure
{
    public const string Id = "adversarial-gallery";

    /// <summary>The mean probability above which misreadings are made with confidence: all other classes together have less.</summary>
    private const double Sure = .5;

    public static Figure Draw(Workbench bench)
    {
        float epsilon = bench.Plan.Hardened.AdversarialEpsilon;
        var targets = Targets.Of(bench);
        Deception[] networks = bench.ForEachSeed(seed => Deception.Of(bench, targets, epsilon, seed));
        return new Figure(Id, "Adversarial examples",
            Invariant($"Of each class the first test image that the network of seed {bench.Plan.Seeds[0]} reads rightly, with the class it reads and how sure it is (bold: misread). Signs: orange adds {epsilon} to a pixel, blue takes {epsilon} away; the sum is clipped to the range of the pixels."),
            [Pictures(networks[0], targets)],
            [.. Find(networks, epsilon)],
            new DataTable(["seed", "misread", "with random signs", "with the gradient's signs", "confidence in the wrong class"],
                [.. bench.Plan.Seeds.Zip(networks, (seed, network) => (string[])
                [
                    Invariant($"{seed}"), Words.Percent(network.Clean.Error), Words.Percent(network.Noisy.Error), Words.Percent(network.Deceived.Error), Words.Percent(Confidence(network)),
                ])]));
    }

    public static IEnumerable<Finding> Find(Deception[] networks, float epsilon)
    {
        double[] confidence = [.. networks.Select(Confidence)];
        Difference clean = Difference.Between(networks.Select(n => n.Clean.Error), networks.Select(n => n.Deceived.Error));
        Difference sure = Difference.Between(confidence.Select(_ => Sure), confidence);
        yield return new Finding(
            "A change of ε in each pixel, along the sign of the gradient, makes a network misread with confidence what it read rightly.",
            "Deep Learning, §7.13",
            $"With ε = {Words.Strength(epsilon)} the networks misread {Error(n => n.Deceived)} of the adversarial images and {Error(n => n.Clean)} of the clean ones ({clean}); " +
            $"where they were right before and are wrong after, they give the wrong class a probability of {Words.Percent(Statistic.Of(confidence))} on average (beside one half: {sure}).",
            Verdicts.All(Verdicts.Higher(clean), Verdicts.Higher(sure)));

        Difference harmless = Difference.Between(networks.Select(n => n.Clean.Error), networks.Select(n => n.Noisy.Error));
        Difference weaker = Difference.Between(networks.Select(n => n.Deceived.Error), networks.Select(n => n.Noisy.Error));
        yield return new Finding(
            "Random signs of the same size have next to no effect.",
            "Goodfellow, Shlens & Szegedy 2015, §6",
            $"With random signs the networks misread {Error(n => n.Noisy)}, of the clean images {Error(n => n.Clean)} ({harmless.Above(Margin.Error)}), with the gradient's signs {Error(n => n.Deceived)} (random ones: {weaker}).",
            Verdicts.All(Verdicts.Lower(weaker), Verdicts.NotHigher(harmless, Margin.Error)));

        string Error(Func<Deception, Predictions> predictions) => Words.Percent(Statistic.Of([.. networks.Select(n => predictions(n).Error)]));
    }

    /// <summary>The mean probability that a deceived network gives the wrong class; 0 where nothing deceives it.</summary>
    private static double Confidence(Deception network) => network.Fooled.Select(row => (double)network.Deceived.Confidence(row)).DefaultIfEmpty(0).Average();

    private static Gallery Pictures(Deception network, Targets targets)
    {
        int[] rows = [.. Enumerable.Range(0, ImageSet.Classes)
            .Select(digit => network.Clean.Rows.Where(row => targets.Labels[row] == digit && network.Clean.IsRight(row)).DefaultIfEmpty(-1).First())
            .Where(row => row >= 0)];
        return new Gallery("Images and their adversarial examples",
            ("image", [.. rows.Select(row => Item(Picture.Ink(targets.Image(row), targets.Width, $"Image of class {targets.Labels[row]}"), network.Clean, row))]),
            ("sign of the gradient", [.. rows.Select(row => new GalleryItem(Picture.Signs(Part(network.Gradient, row), targets.Width, "A sign for each pixel"), ""))]),
            ("adversarial image", [.. rows.Select(row => Item(Picture.Ink(Part(network.Adversarial, row), targets.Width, $"The image of class {targets.Labels[row]} with the signs added"), network.Deceived, row))]));

        ReadOnlySpan<float> Part(float[] values, int row) => values.AsSpan(row * targets.Pixels, targets.Pixels);
    }

    private static GalleryItem Item(XElement image, Predictions predictions, int row) =>
        new(image, Invariant($"{predictions.Class(row)}, {100 * predictions.Confidence(row):F0}\u00a0%"), predictions.IsRight(row));
}
