using System.Collections.Immutable;

namespace NetGen.Benchmarks.Learning;

/// <summary>Trains networks on images and measures them, each on one thread, as many at a time as there are cores.</summary>
internal static class Lesson
{
    /// <summary>Trains one network for a number of epochs and measures it after the last.</summary>
    /// <returns>Its accuracy on the test images, and on the same images moved by ε·sign(∂E/∂x).</returns>
    public static (double Clean, double Attacked) Run(Func<int, ILearner> create, int seed, Images images, int epochs, float epsilon)
    {
        using ILearner network = create(seed);
        network.Threads = 1;
        Trainer.Fit(network, images.Train, options: new FitOptions { Epochs = epochs });
        return (Accuracy(network, images.Test), Accuracy(network, Attack(network, images.Test, epsilon)));
    }

    /// <summary>The same for several seeds; results in the seeds' order.</summary>
    public static ImmutableArray<(double Clean, double Attacked)> Run(Func<int, ILearner> create, int[] seeds, Images images, int epochs, float epsilon) =>
        [.. seeds.AsParallel().AsOrdered().WithDegreeOfParallelism(Environment.ProcessorCount).Select(seed => Run(create, seed, images, epochs, epsilon))];

    /// <summary>The share of images whose most probable class is theirs.</summary>
    public static double Accuracy(INetwork network, Dataset data) => ((ClassificationMetrics)Evaluator.Evaluate(network, data)[0]).Accuracy;

    /// <summary>The data set with every image moved against the network.</summary>
    public static Dataset Attack(ILearner network, Dataset data, float epsilon)
    {
        float[] images = data.Features(Images.Image).ToArray(), adversarial = new float[images.Length];
        int[] labels = data.Labels(Images.Label).ToArray();
        network.Fgsm(images, labels, epsilon, adversarial);
        return Plain.Data(adversarial, labels);
    }
}
