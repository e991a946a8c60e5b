using System.Numerics.Tensors;

namespace NetGen.Tests.Learning;

/// <summary>What the tests of learning look at.</summary>
internal static class Measure
{
    /// <summary>The share of rows that a network with a head called Label classifies rightly.</summary>
    public static double Accuracy(INetwork network, Dataset data) =>
        Evaluator.Evaluate(network, data).OfType<ClassificationMetrics>().Single(m => m.Head == "Label").Accuracy;

    /// <summary>The mean over the rows of the largest probability of its 10.</summary>
    public static double Confidence(ReadOnlySpan<float> probabilities)
    {
        double sum = 0;
        for (int start = 0; start < probabilities.Length; start += 10)
        {
            sum += TensorPrimitives.Max(probabilities.Slice(start, 10));
        }

        return sum * 10 / probabilities.Length;
    }

    /// <summary>‖w‖.</summary>
    public static double Norm(float[] weights) => Math.Sqrt(weights.Sum(w => (double)w * w));

    /// <summary>The share of weights below 0.001 in size.</summary>
    public static double Sparsity(float[] weights) => weights.Count(w => Math.Abs(w) < 1e-3) / (double)weights.Length;

    /// <summary>A copy of a layer's weights, row after row.</summary>
    public static float[] Weights(Layer layer)
    {
        float[] copy = new float[layer.Weights.FlattenedLength];
        layer.Weights.FlattenTo(copy);
        return copy;
    }
}
