using Digits;

namespace RegularizationLab.Figures;

/// <summary>A network with dropout before the test images: once without masks, and many times with masks.</summary>
/// <param name="Plain">What it predicts without masks.</param>
/// <param name="Averaged">The mean of what it predicts with each mask.</param>
/// <param name="Deviations">The standard deviation, over the masks, of the probability of the class that the mean favors.</param>
internal sealed record Doubts(Predictions Plain, Predictions Averaged, float[] Deviations)
{
    public static Doubts Of(Workbench bench, int seed)
    {
        using ILearner network = bench.Trained(bench.Plan.Thinned, seed);
        float[] images = bench.Test.Features(ImageSet.Images).ToArray();
        int[] labels = bench.Test.Labels(ImageSet.Labels).ToArray();
        var mean = new float[labels.Length * ImageSet.Classes];
        var deviation = new float[mean.Length];
        network.PredictUncertain(images, bench.Plan.Masks, mean, deviation);
        var averaged = new Predictions(mean, labels);
        return new Doubts(Predictions.Of(network, images, labels), averaged,
            [.. averaged.Rows.Select(row => deviation[row * ImageSet.Classes + averaged.Class(row)])]);
    }

    /// <summary>The mean deviation of the images read rightly, or of those misread; 0 if there are none.</summary>
    public double Mean(bool right) =>
        Averaged.Rows.Where(row => Averaged.IsRight(row) == right).Select(row => (double)Deviations[row]).DefaultIfEmpty(0).Average();

    /// <summary>The error on what remains when the images with the greatest deviation are refused.</summary>
    public double ErrorByDeviation(double refused) => Remaining(Averaged, row => Deviations[row], refused);

    /// <summary>The error on what remains when the images are refused that the network without masks is least sure of.</summary>
    public double ErrorByConfidence(double refused) => Remaining(Plain, row => -Plain.Confidence(row), refused);

    private static double Remaining(Predictions predictions, Func<int, float> doubt, double refused) => predictions.Rows
        .OrderBy(doubt)
        .Take((int)Math.Round((1 - refused) * predictions.Count))
        .Average(row => predictions.IsRight(row) ? 0.0 : 1.0);
}
