using System.Collections.Immutable;
using Digits;

namespace NetGen.Benchmarks.Learning;

/// <summary>
/// Trains networks on images and measures them, each on one thread. A sweep would not do: the attack needs the trained network.
/// </summary>
internal static class Lesson
{
    /// <summary>Trains a network for a number of epochs, measures it after the last, and disposes of it.</summary>
    /// <returns>Its accuracy on the test images, and on the same images moved by ε·sign(∂E/∂x), in per cent.</returns>
    public static (double Clean, double Attacked) Run(ILearner created, Images images, int epochs, float epsilon)
    {
        using ILearner network = created;
        network.Threads = 1;
        Trainer.Fit(network, images.Train, options: new FitOptions { Epochs = epochs });
        return (Accuracy(network, images.Test), Accuracy(network, images.Test, Attack(network, images.Test, epsilon)));
    }

    /// <summary>The same for several seeds, as many at a time as there are threads; results in the seeds' order.</summary>
    public static ImmutableArray<(double Clean, double Attacked)> Run(
        Func<int, ILearner> create, int[] seeds, Images images, int epochs, float epsilon, int threads) =>
        [.. seeds.AsParallel().AsOrdered().WithDegreeOfParallelism(threads).Select(seed => Run(create(seed), images, epochs, epsilon))];

    /// <summary>The share of images whose most probable class is theirs, in per cent.</summary>
    public static double Accuracy(INetwork network, Dataset data) =>
        100 * ((ClassificationMetrics)Evaluator.Evaluate(network, data)[0]).Accuracy;

    /// <summary>The same of other images with the labels of a data set.</summary>
    private static double Accuracy(INetwork network, Dataset data, float[] images)
    {
        FeatureColumn moved = new(ImageSet.Images, [images.Length / data.Count], images);
        return Accuracy(network, new Dataset(moved, new LabelColumn(ImageSet.Labels, data.Labels(ImageSet.Labels).ToArray())));
    }

    /// <summary>The images of a data set, each moved against the network.</summary>
    private static float[] Attack(ILearner network, Dataset data, float epsilon)
    {
        float[] images = data.Features(ImageSet.Images).ToArray(), adversarial = new float[images.Length];
        network.Fgsm(images, data.Labels(ImageSet.Labels).ToArray(), epsilon, adversarial);
        return adversarial;
    }
}
