using NetGen;

namespace Digits;

/// <summary>Reads a handwritten digit of 8 × 8 pixels. Its learning rate sinks over 100 epochs of 46 batches.</summary>
[Network(BatchSize = 32), Adam(learningRate: 5e-3f), CosineSchedule(steps: 4600)]
public sealed partial class DigitNet : IClassifier
{
    [Input(8, 8, 1)]
    public partial Layer Image { get; }

    [Dense(512), Relu, L2(1e-4f), Dropout(keep: 0.5f)]
    public partial Layer Hidden { get; }

    [Dense(10), SoftmaxCrossEntropy(Smoothing = 0.1f)]
    public partial Head Label { get; }
}
