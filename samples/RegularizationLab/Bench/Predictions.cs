using System.Numerics.Tensors;
using Digits;
using NetGen;

namespace RegularizationLab;

/// <summary>What a network predicts for some rows, beside what is true.</summary>
/// <param name="probabilities">[rows, classes].</param>
/// <param name="labels">The true classes.</param>
internal sealed class Predictions(float[] probabilities, int[] labels)
{
    public int Count => labels.Length;

    public double Error => Rows.Average(row => IsRight(row) ? 0.0 : 1.0);

    /// <summary>The mean of −log of the probability of the true class, in nats.</summary>
    public double Loss => Rows.Average(row => -Math.Log(Math.Max(Of(row)[labels[row]], float.Epsilon)));

    public IEnumerable<int> Rows => Enumerable.Range(0, Count);

    public static Predictions Of(ILearner network, ReadOnlySpan<float> images, int[] labels)
    {
        var probabilities = new float[labels.Length * ImageSet.Classes];
        network.Predict(images, probabilities);
        return new Predictions(probabilities, labels);
    }

    public static Predictions Of(ILearner network, Dataset data) =>
        Of(network, data.Features(ImageSet.Images).ToArray(), data.Labels(ImageSet.Labels).ToArray());

    public int Truth(int row) => labels[row];

    /// <summary>The most probable class.</summary>
    public int Class(int row) => TensorPrimitives.IndexOfMax(Of(row));

    /// <summary>The probability of the most probable class.</summary>
    public float Confidence(int row) => TensorPrimitives.Max(Of(row));

    public bool IsRight(int row) => Class(row) == labels[row];

    private ReadOnlySpan<float> Of(int row) => probabilities.AsSpan(row * ImageSet.Classes, ImageSet.Classes);
}
