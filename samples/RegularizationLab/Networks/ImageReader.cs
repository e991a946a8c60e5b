using NetGen;

namespace RegularizationLab;

/// <summary>Classifies images of 28 × 28 pixels; otherwise as <see cref="DigitReader"/>.</summary>
[Network(BatchSize = 32), Sgd(learningRate: 0.1f, Momentum = 0.9f), CosineSchedule(steps: 1280)]
public sealed partial class ImageReader : IReader
{
    [Input(784, Min = 0, Max = 1)]
    public partial Layer Image { get; }

    [Dense(256), Relu, L1(0, Proximal = true), L2(0), GroupLasso(0)]
    public partial Layer Hidden { get; }

    [Dense(10), SoftmaxCrossEntropy]
    public partial Head Label { get; }
}
