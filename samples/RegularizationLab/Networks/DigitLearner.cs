using NetGen;

namespace RegularizationLab;

/// <summary>
/// Reads a digit of 8 × 8 pixels. Every technique is attached; how strong it is, a <see cref="Recipe"/> says without compiling anew, and what it
/// does not name it switches off (<see cref="Learners"/>), the noise too, whose attribute has no value for that.
/// </summary>
[Network(BatchSize = 32), Adam(learningRate: 2e-3f), L1(0, Proximal = true), L2(0), Mixup(0), AverageWeights(0)]
public sealed partial class DigitLearner : ILearner
{
    [Input(8, 8, 1, Min = 0, Max = 1), GaussianNoise(1)]
    [Shift(0), Rotate(0), Elastic(0, sigma: 2), HorizontalFlip(0), VerticalFlip(0)]
    public partial Layer Image { get; }

    [Dense(256), Relu, MaxNorm(float.PositiveInfinity), Dropout(keep: 1)]
    public partial Layer Hidden { get; }

    [Dense(10), SoftmaxCrossEntropy(Smoothing = 0)]
    public partial Head Label { get; }
}
