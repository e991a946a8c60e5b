using Digits;
using NetGen;

namespace RegularizationLab;

/// <summary>The test images that networks are attacked on: the first of them, as many as the plan says.</summary>
/// <param name="Images">[rows, pixels].</param>
/// <param name="Labels">The true classes.</param>
/// <param name="Width">Pixels in a row of an image.</param>
internal sealed record Targets(float[] Images, int[] Labels, int Width)
{
    public int Pixels => Images.Length / Labels.Length;

    public static Targets Of(Workbench bench)
    {
        FeatureColumn images = bench.Test.Features(ImageSet.Images);
        int rows = Math.Min(images.Count, bench.Plan.AttackedRows);
        return new Targets(images.ToArray()[..(rows * images.Size)], bench.Test.Labels(ImageSet.Labels).ToArray()[..rows], images.Shape[1]);
    }

    public ReadOnlySpan<float> Image(int row) => Images.AsSpan(row * Pixels, Pixels);
}
