using System.Numerics.Tensors;
using Digits;

namespace NetGen.Benchmarks.Learning;

/// <summary>
/// Trains on adversarial examples alone, made by projected gradient descent from a random start (Madry et al. 2018), and attacks the same
/// way from several starts.
/// </summary>
internal static class Hardening
{
    public const float Epsilon = 0.3f;

    private const int TrainingSteps = 7, AttackSteps = 20, Starts = 5;
    private const float TrainingStep = 0.1f, AttackStep = 0.03f;

    /// <summary>
    /// ε grows over the first so many epochs: at its full size from the first update on, the network may end at one answer to everything.
    /// </summary>
    private const double GrowingEpochs = 2;

    /// <summary>Trains a network for a number of epochs.</summary>
    public static void Train(ILearner network, Dataset data, int epochs)
    {
        int rows = network.Schema.BatchSize, size = network.Schema.Inputs[0].Size;
        float[] images = new float[rows * size], adversarial = new float[rows * size];
        int[] labels = new int[rows];
        float[] all = data.Features(ImageSet.Images).ToArray();
        int[] allLabels = data.Labels(ImageSet.Labels).ToArray();
        int step = 0, stepsInEpoch = data.Count / rows;
        for (int epoch = 1; epoch <= epochs; epoch++)
        {
            int[] order = [.. Enumerable.Range(0, data.Count)];
            new Random(network.Memory.Seed * epochs + epoch).Shuffle(order);
            for (int first = 0; first + rows <= data.Count; first += rows, step++)
            {
                for (int row = 0; row < rows; row++)
                {
                    all.AsSpan(order[first + row] * size, size).CopyTo(images.AsSpan(row * size));
                    labels[row] = allLabels[order[first + row]];
                }

                float share = (float)Math.Min(1, (step + 1) / (GrowingEpochs * stepsInEpoch));
                network.Pgd(images, labels, Epsilon * share, TrainingStep * share, TrainingSteps, adversarial, randomStart: step);
                network.TrainStep(adversarial, labels);
            }
        }
    }

    /// <summary>The share of images that no attack misleads, in per cent.</summary>
    public static double Resistance(ILearner network, Dataset data)
    {
        float[] images = data.Features(ImageSet.Images).ToArray(), adversarial = new float[images.Length];
        int[] labels = data.Labels(ImageSet.Labels).ToArray();
        float[] probabilities = new float[labels.Length * ImageSet.Classes];
        bool[] resists = [.. Enumerable.Repeat(true, labels.Length)];
        for (int start = 0; start < Starts; start++)
        {
            network.Pgd(images, labels, Epsilon, AttackStep, AttackSteps, adversarial, randomStart: start);
            network.Predict(adversarial, probabilities);
            for (int row = 0; row < labels.Length; row++)
            {
                resists[row] &= TensorPrimitives.IndexOfMax(probabilities.AsSpan(row * ImageSet.Classes, ImageSet.Classes)) == labels[row];
            }
        }

        return 100.0 * resists.Count(resists => resists) / labels.Length;
    }
}
