using NetGen;

namespace RegularizationLab.Figures;

/// <summary>A photograph, and what some steps of training make of it by one augmentation after the other.</summary>
internal static class CatGallery
{
    private const int Steps = 6;

    private static readonly (string Name, CatBender.Hyperparameters Strength)[] Augmentations =
    [
        ("horizontal flip\nprobability ½", new() { ImageHorizontalFlip = .5f }),
        ("vertical stretch\nby up to 40 %", new() { ImageVerticalStretch = .4f }),
        ("rotate and crop\nby up to 30°", new() { ImageRotation = 30 }),
        ("color balance\ngain, brightness, contrast, saturation ± 30 %", new() { ImageGain = .3f, ImageBrightness = .3f, ImageContrast = .3f, ImageSaturation = .3f }),
        ("blur\nσ up to 3 pixels", new() { ImageBlurSigma = 3 }),
    ];

    public static Gallery Draw()
    {
        using Stream file = typeof(CatGallery).Assembly.GetManifestResourceStream("cat.png")!;
        float[] cat = ImageFile.Read(file, CatBender.Side, CatBender.Side, 3);
        return new Gallery("One photograph becomes many",
        [
            ("original", [Item(cat, "A cat's face")]),
            .. Augmentations.Select(augmentation => (augmentation.Name, Draws(cat, augmentation.Name.Split('\n')[0], augmentation.Strength))),
        ]);
    }

    private static GalleryItem[] Draws(float[] cat, string name, CatBender.Hyperparameters strength)
    {
        using CatBender network = new(strength, seed: 1) { Threads = 1 };
        var augmented = new float[cat.Length];
        return [.. Enumerable.Range(0, Steps).Select(step =>
        {
            network.Augment(cat, step, augmented);
            return Item(augmented, $"The cat after {name}, step {step}");
        })];
    }

    private static GalleryItem Item(float[] colors, string description) => new(Picture.Photograph(colors, CatBender.Side, description), "");
}
