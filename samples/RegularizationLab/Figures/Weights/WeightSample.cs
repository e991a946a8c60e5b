namespace RegularizationLab.Figures;

/// <summary>The hidden layer's weights after training with a recipe, and what they are worth.</summary>
/// <param name="Weights">All of them.</param>
/// <param name="Error">The share of test rows that the network misreads.</param>
internal sealed record WeightSample(float[] Weights, double Error)
{
    private const float Tiny = 1e-3f;

    /// <summary>The share of weights that are 0 exactly.</summary>
    public double Zeros => Share(w => w == 0);

    /// <summary>The share of weights nearer to 0 than 0.001, zeros included.</summary>
    public double Small => Share(w => Math.Abs(w) < Tiny);

    public double RootMeanSquare => Math.Sqrt(Weights.Average(w => (double)w * w));

    public static WeightSample Of(Workbench bench, Recipe recipe, int seed)
    {
        using ILearner network = bench.Trained(recipe, seed);
        var weights = new float[network.Hidden.Weights.FlattenedLength];
        network.Hidden.Weights.FlattenTo(weights);
        return new WeightSample(weights, Score.Of(network, bench.Test).Error);
    }

    private double Share(Func<float, bool> holds) => (double)Weights.Count(holds) / Weights.Length;
}
