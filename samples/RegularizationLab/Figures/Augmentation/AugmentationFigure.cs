using NetGen;
using static System.FormattableString;

namespace RegularizationLab.Figures;

/// <summary>What augmentations make of a photograph and of the images of the classes, and what networks read that were trained with and without.</summary>
internal static class AugmentationFigure
{
    public const string Id = "augmentation-gallery";

    public static Figure Draw(Workbench bench)
    {
        Plan plan = bench.Plan;
        Bending[] plain = bench.ForEachSeed(seed => Bending.Of(bench, new Recipe(), seed));
        Bending[] bent = bench.ForEachSeed(seed => Bending.Of(bench, plan.Deformed, seed));
        return new Figure(Id, "Augmentation, to look at",
            Invariant($"What net.Augment shows: the first steps of training, each drawn anew. Below, the first test image of each class, and elastic deformations of it (α = {Words.Strength(plan.Deformed.Elastic)} positions). The numbers are those of networks that learned from {plan.SharedRows} images, as they are and deformed in training; both read the {bench.PoolTest.Count:N0} test images as they are, and deformed once each."),
            [CatGallery.Draw(), ElasticGallery.Draw(bench)],
            [Find(plain, bent)],
            new DataTable(["trained on", "misread, as they are", "misread, deformed"], Row("images as they are", plain), Row("deformed images", bent)));
    }

    public static Finding Find(Bending[] plain, Bending[] bent)
    {
        Difference deformed = Difference.Between(plain.Select(b => b.Deformed), bent.Select(b => b.Deformed));
        Difference clean = Difference.Between(plain.Select(b => b.Clean), bent.Select(b => b.Clean));
        return new Finding(
            "A classifier should not heed such changes, and learns that from images that are changed in training; it generalizes better for it.",
            "Deep Learning, §7.4; Simard, Steinkraus & Platt 2003",
            $"Of deformed test images the networks trained on deformed ones misread {Error(bent, b => b.Deformed)} and the others {Error(plain, b => b.Deformed)} ({deformed}); " +
            $"of the images as they are {Error(bent, b => b.Clean)} and {Error(plain, b => b.Clean)} ({clean}).",
            Verdicts.All(Verdicts.Lower(deformed), Verdicts.Lower(clean)));
    }

    private static string Error(Bending[] networks, Func<Bending, double> measure) => Words.Percent(Statistic.Of([.. networks.Select(measure)]));

    private static string[] Row(string name, Bending[] networks) => [name, Error(networks, b => b.Clean), Error(networks, b => b.Deformed)];
}
