using NetGen;

namespace RegularizationLab;

/// <summary>How well a network does on some rows.</summary>
/// <param name="Error">The share of rows it misreads.</param>
/// <param name="Loss">The loss it is trained on, in nats: without smoothing, the mean of −log of the probability it gives the true class.</param>
internal readonly record struct Score(double Error, double Loss)
{
    public static Score Of(INetwork network, Dataset data) => Of(Measurement.Of(network, data));

    public static Score Of(Measurement measured) => new(1 - ((ClassificationMetrics)measured.Heads.Single()).Accuracy, measured.Loss);
}
