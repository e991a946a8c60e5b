namespace RegularizationLab.Figures;

/// <summary>How sure a network is of what it predicts for the test images.</summary>
/// <param name="OfRight">The probability it gives its class, for each image it reads rightly.</param>
/// <param name="OfWrong">The same for each image it misreads.</param>
/// <param name="Loss">The mean of −log of the probability it gives the true class, in nats.</param>
internal sealed record Confidences(float[] OfRight, float[] OfWrong, double Loss)
{
    public int Count => OfRight.Length + OfWrong.Length;

    public double Error => (double)OfWrong.Length / Count;

    public double Mean => OfRight.Concat(OfWrong).Average(confidence => (double)confidence);

    /// <summary>Mean confidence less the share read rightly: above 0 the network is overconfident.</summary>
    public double Excess => Mean - (1 - Error);

    public static Confidences Of(Workbench bench, Recipe recipe, int seed)
    {
        using ILearner network = bench.Trained(recipe, seed);
        var test = Predictions.Of(network, bench.Test);
        return new Confidences(
            [.. test.Rows.Where(test.IsRight).Select(test.Confidence)],
            [.. test.Rows.Where(row => !test.IsRight(row)).Select(test.Confidence)],
            test.Loss);
    }
}
