using Digits;
using NetGen;
using static System.FormattableString;

namespace RegularizationLab.Figures;

/// <summary>The test images on which the masks disagree most, and those on which they disagree least.</summary>
internal static class DoubtGallery
{
    private const int Images = 10;

    public static Gallery Draw(Workbench bench, Doubts network)
    {
        FeatureColumn images = bench.Test.Features(ImageSet.Images);
        int[] rows = [.. network.Averaged.Rows.OrderByDescending(row => network.Deviations[row])];
        return new Gallery("What the masks disagree on, and what they agree on",
            ("most uncertain", [.. rows.Take(Images).Select(Item)]),
            ("least uncertain", [.. rows.Reverse().Take(Images).Select(Item)]));

        GalleryItem Item(int row)
        {
            (int truth, int read, bool isRight) = (network.Averaged.Truth(row), network.Averaged.Class(row), network.Averaged.IsRight(row));
            string caption = Invariant($"{read}{(isRight ? "" : $" (it is {truth})")}\n{100 * network.Averaged.Confidence(row):F0}\u00a0±\u00a0{100 * network.Deviations[row]:F0}\u00a0%");
            return new GalleryItem(Picture.Ink(images.Row(row), images.Shape[1], $"Image of class {truth}"), caption, isRight);
        }
    }
}
