using Digits;
using NetGen;

namespace RegularizationLab.Figures;

/// <summary>How much ink each pixel carries in the images that networks learn from.</summary>
/// <param name="Mean">The mean over the images, as a share of the largest.</param>
/// <param name="Width">Pixels in a row of an image.</param>
internal sealed record PixelInk(float[] Mean, int Width)
{
    /// <summary>The pixels that carry any.</summary>
    public int[] Inked => [.. Enumerable.Range(0, Mean.Length).Where(pixel => Mean[pixel] > 0)];

    /// <summary>The pixels that are always dark: the data give their weights no gradient.</summary>
    public int[] Dark => [.. Enumerable.Range(0, Mean.Length).Where(pixel => Mean[pixel] == 0)];

    public static PixelInk Of(Dataset data)
    {
        FeatureColumn images = data.Features(ImageSet.Images);
        var sum = new float[images.Size];
        for (int row = 0; row < images.Count; row++)
        {
            ReadOnlySpan<float> image = images.Row(row);
            for (int pixel = 0; pixel < image.Length; pixel++)
            {
                sum[pixel] += image[pixel];
            }
        }

        float most = Math.Max(sum.Max(), float.Epsilon);
        return new PixelInk([.. sum.Select(ink => ink / most)], images.Shape[1]);
    }
}
