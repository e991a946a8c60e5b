using Digits;
using NetGen;

namespace RegularizationLab.Figures;

/// <summary>Images brought to the size that <see cref="Nets"/> read.</summary>
internal static class Scaled
{
    /// <summary>The same rows with images of 16 × 16 pixels: bilinear between the centers of pixels, the outermost ones continued.</summary>
    public static Dataset To16(Dataset data)
    {
        FeatureColumn images = data.Features(ImageSet.Images);
        (int height, int width) = (images.Shape[0], images.Shape[1]);
        var scaled = new float[images.Count * Nets.Side * Nets.Side];
        for (int row = 0; row < images.Count; row++)
        {
            Resize(images.Row(row), height, width, scaled.AsSpan(row * Nets.Side * Nets.Side));
        }

        return new Dataset(new FeatureColumn(ImageSet.Images, [Nets.Side, Nets.Side, 1], scaled), new LabelColumn(ImageSet.Labels, data.Labels(ImageSet.Labels).ToArray()));
    }

    private static void Resize(ReadOnlySpan<float> image, int height, int width, Span<float> to)
    {
        for (int i = 0; i < Nets.Side * Nets.Side; i++)
        {
            (int top, float down) = Place(i / Nets.Side, height);
            (int left, float right) = Place(i % Nets.Side, width);
            (int bottom, int next) = (Math.Min(top + 1, height - 1), Math.Min(left + 1, width - 1));
            float upper = float.Lerp(image[top * width + left], image[top * width + next], right);
            float lower = float.Lerp(image[bottom * width + left], image[bottom * width + next], right);
            to[i] = float.Lerp(upper, lower, down);
        }
    }

    /// <summary>The pixel before the center of new pixel <paramref name="i"/>, and how far behind that pixel's center it lies.</summary>
    private static (int, float) Place(int i, int size)
    {
        float place = Math.Clamp((i + .5f) * size / Nets.Side - .5f, 0, size - 1);
        return ((int)place, place - (int)place);
    }
}
