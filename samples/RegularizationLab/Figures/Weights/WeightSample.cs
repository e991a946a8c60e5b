namespace RegularizationLab.Figures;

/// <summary>The hidden layer's weights after training with a recipe, and what they are worth.</summary>
/// <param name="Weights">All of them.</param>
/// <param name="Zeros">The share of them that is 0 exactly.</param>
/// <param name="Error">The share of test rows that the network misreads.</param>
internal sealed record WeightSample(float[] Weights, double Zeros, double Error)
{
    private const float Tiny = 1e-3f;

    /// <summary>The share of weights nearer to 0 than 0.001, zeros included.</summary>
    public double Small => (double)Weights.Count(w => Math.Abs(w) < Tiny) / Weights.Length;

    public double RootMeanSquare => Math.Sqrt(Weights.Average(w => (double)w * w));

    public static WeightSample Of(Workbench bench, Recipe recipe, int seed)
    {
        using ILearner network = bench.Trained(recipe, seed);
        var weights = new float[network.Hidden.Weights.FlattenedLength];
        network.Hidden.Weights.FlattenTo(weights);
        double zeros = network.Sparsity().Layers.Single(layer => layer.Layer == network.Hidden.Name).ZeroShare;
        return new WeightSample(weights, zeros, Score.Of(network, bench.Test).Error);
    }
}
