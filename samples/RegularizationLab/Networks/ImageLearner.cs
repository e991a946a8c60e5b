using NetGen;

namespace RegularizationLab;

/// <summary>Classifies the 28 × 28 images of MNIST (digits) or Fashion-MNIST (clothes); otherwise as <see cref="DigitLearner"/>.</summary>
[Network(BatchSize = 32), Adam(learningRate: 1e-3f), L1(0, Proximal = true), L2(0), Mixup(0), AverageWeights(0)]
public sealed partial class ImageLearner : ILearner
{
    [Input(28, 28, 1, Min = 0, Max = 1), GaussianNoise(1)]
    [Shift(0), Rotate(0), Elastic(0, sigma: 4), HorizontalFlip(0), VerticalFlip(0)]
    public partial Layer Image { get; }

    [Dense(256), Relu, MaxNorm(float.PositiveInfinity), Dropout(keep: 1)]
    public partial Layer Hidden { get; }

    [Dense(10), SoftmaxCrossEntropy(Smoothing = 0)]
    public partial Head Label { get; }
}
