namespace NetGen.Tests.Learning;

/// <summary>A network trained once for the tests that only ask it.</summary>
public sealed class TrainedNet : IDisposable
{
    public TrainedNet() => Network.Fit(Digits.Train, options: new() { Epochs = 10 });

    internal RegularizedNet Network { get; } = new(seed: 1);

    /// <summary>The images held out, one after the other.</summary>
    internal float[] Images { get; } = Digits.Test.Features("Image").ToArray();

    internal float[] Predictions(RegularizedNet network)
    {
        float[] probabilities = new float[10 * Images.Length / Digits.Pixels];
        network.Predict(Images, probabilities);
        return probabilities;
    }

    public void Dispose() => Network.Dispose();
}
