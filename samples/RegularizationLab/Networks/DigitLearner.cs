using NetGen;

namespace RegularizationLab;

/// <summary>
/// Reads a digit of 8 × 8 pixels. Every technique is attached with the strength at which it does nothing; a <see cref="Recipe"/> gives
/// another strength without compiling anew.
/// </summary>
[Network(BatchSize = 32), Adam(learningRate: 2e-3f), L1(0, Proximal = true), L2(0)]
public sealed partial class DigitLearner : ILearner
{
    [Input(8, 8, 1, Min = 0, Max = 1)]
    public partial Layer Image { get; }

    [Dense(256), Relu, Dropout(keep: 1)]
    public partial Layer Hidden { get; }

    [Dense(10), SoftmaxCrossEntropy(Smoothing = 0)]
    public partial Head Label { get; }
}
