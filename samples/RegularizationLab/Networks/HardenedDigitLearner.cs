using NetGen;

namespace RegularizationLab;

/// <summary>A <see cref="DigitLearner"/> that learns from each batch and from its adversarial examples, half and half.</summary>
[Network(BatchSize = 32), Adam(learningRate: 2e-3f), L1(0, Proximal = true), L2(0), Mixup(0), AverageWeights(0), AdversarialTraining(Epsilon = .1f, Weight = .5f)]
public sealed partial class HardenedDigitLearner : ILearner
{
    [Input(8, 8, 1, Min = 0, Max = 1), GaussianNoise(1)]
    [Shift(0), Rotate(0), Elastic(0, sigma: 2), HorizontalFlip(0), VerticalFlip(0)]
    public partial Layer Image { get; }

    [Dense(256), Relu, MaxNorm(float.PositiveInfinity), Dropout(keep: 1)]
    public partial Layer Hidden { get; }

    [Dense(10), SoftmaxCrossEntropy(Smoothing = 0)]
    public partial Head Label { get; }
}
