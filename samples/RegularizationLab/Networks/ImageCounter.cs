using NetGen;

namespace RegularizationLab;

/// <summary>Classifies images of 28 × 28 pixels; otherwise as <see cref="DigitCounter"/>.</summary>
[Network(BatchSize = 32), Adam(learningRate: 2e-3f), L2(0)]
public sealed partial class ImageCounter
{
    [Input(28, 28, 1, Min = 0, Max = 1)]
    public partial Layer Image { get; }

    [Dense(256), Relu]
    public partial Layer Hidden { get; }

    [Dense(10), SoftmaxCrossEntropy]
    public partial Head Label { get; }
}
