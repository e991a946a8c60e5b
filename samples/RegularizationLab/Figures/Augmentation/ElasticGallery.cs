using Digits;
using NetGen;

namespace RegularizationLab.Figures;

/// <summary>The first test image of each class, and what some steps of training make of it.</summary>
internal static class ElasticGallery
{
    private const int Steps = 3;

    public static Gallery Draw(Workbench bench)
    {
        FeatureColumn images = bench.PoolTest.Features(ImageSet.Images);
        float[] first = [.. FirstOfEach(bench.PoolTest).SelectMany(row => images.Row(row).ToArray())];
        using ILearner network = bench.Untrained(bench.Plan.Deformed, seed: 1);
        return new Gallery("Each class under elastic deformation",
        [
            ("original", Items(first, "as it is")),
            .. Enumerable.Range(0, Steps).Select(step => ($"step {step}", Items(Bending.Augmented(network, first, step), $"deformed in step {step}"))),
        ]);

        GalleryItem[] Items(float[] pixels, string how) =>
            [.. pixels.Chunk(images.Size).Select((image, label) => new GalleryItem(Picture.Ink(image, images.Shape[1], $"Image {label}, {how}"), ""))];
    }

    /// <summary>The first row of each class that is there.</summary>
    public static int[] FirstOfEach(Dataset data)
    {
        LabelColumn labels = data.Labels(ImageSet.Labels);
        return [.. Enumerable.Range(0, labels.Count).GroupBy(row => labels[row]).OrderBy(rows => rows.Key).Select(rows => rows.First())];
    }
}
