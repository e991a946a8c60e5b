using NetGen;

namespace RegularizationLab;

/// <summary>Reads a digit of 8 × 8 pixels, for the figure on a rare class: every class counts the same.</summary>
[Network(BatchSize = 32), Adam(learningRate: 2e-3f), L2(0)]
public sealed partial class DigitCounter
{
    [Input(8, 8, 1, Min = 0, Max = 1)]
    public partial Layer Image { get; }

    [Dense(256), Relu]
    public partial Layer Hidden { get; }

    [Dense(10), SoftmaxCrossEntropy]
    public partial Head Label { get; }
}
