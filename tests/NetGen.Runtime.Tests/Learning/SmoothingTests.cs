namespace NetGen.Tests.Learning;

public class SmoothingTests
{
    [Fact]
    public void Label_smoothing_lowers_the_mean_confidence_and_costs_no_accuracy()
    {
        (double sure, double accuracy) = Trained(smoothing: 0);
        (double smooth, double smoothAccuracy) = Trained(smoothing: 0.2f);

        Assert.InRange(sure, 0.93, 1);
        Assert.InRange(smooth, 0.6, sure - 0.1);
        Assert.InRange(smoothAccuracy, accuracy - 0.02, 1);
    }

    private static (double Confidence, double Accuracy) Trained(float smoothing)
    {
        using var network = new RegularizedNet(RegularizedNet.Neutral with { LabelSmoothing = smoothing }, seed: 1);
        network.Fit(Digits.Train, options: new() { Epochs = 15 });
        float[] probabilities = new float[10 * Digits.Test.Count];
        network.Predict(Digits.Test.Features("Image").ToArray(), probabilities);
        return (Measure.Confidence(probabilities), network.Evaluate(Digits.Test).Label.Accuracy);
    }
}
