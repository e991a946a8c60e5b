using Digits;

namespace RegularizationLab.Figures;

/// <summary>What a network misreads of images as they are, and of the same under elastic deformation.</summary>
/// <param name="Clean">The share of test images misread.</param>
/// <param name="Deformed">The share of deformed ones misread.</param>
internal sealed record Bending(double Clean, double Deformed)
{
    public static Bending Of(Workbench bench, Recipe recipe, int seed)
    {
        Workbench more = bench.Of(bench.Plan.SharedRows, seed);
        using ILearner network = more.Trained(recipe, seed);
        float[] images = more.Test.Features(ImageSet.Images).ToArray();
        int[] labels = more.Test.Labels(ImageSet.Labels).ToArray();
        using ILearner bender = more.Untrained(bench.Plan.Deformed, seed: 1);
        return new Bending(Predictions.Of(network, images, labels).Error, Predictions.Of(network, Augmented(bender, images), labels).Error);
    }

    /// <summary>What training would make of images, batch after batch.</summary>
    /// <param name="network">Its strengths say what.</param>
    /// <param name="images">[rows, pixels].</param>
    /// <param name="firstStep">The step of the first batch.</param>
    public static float[] Augmented(ILearner network, ReadOnlySpan<float> images, long firstStep = 0)
    {
        var augmented = new float[images.Length];
        int batch = network.Schema.BatchSize * network.Schema.Inputs[0].Size;
        for (int start = 0; start < images.Length; start += batch)
        {
            int length = Math.Min(batch, images.Length - start);
            network.Augment(images.Slice(start, length), firstStep + start / batch, augmented.AsSpan(start, length));
        }

        return augmented;
    }
}
