using NetGen;

namespace Digits;

/// <summary>
/// Reads a handwritten digit of 8 × 8 pixels by two convolutions. Training sees each digit moved by up to a pixel, turned and bent a little, and
/// never twice alike. Its learning rate sinks over 60 epochs of 46 batches.
/// </summary>
[Network(BatchSize = 32), Adam(learningRate: 3e-3f), CosineSchedule(steps: 2760)]
public sealed partial class DigitCnn : IClassifier
{
    [Input(8, 8, 1, Min = 0, Max = 1), Shift(1), Rotate(10)]
    public partial Layer Image { get; }

    [Conv2D(32, kernel: 3, Padding = ConvPadding.Same), BatchNorm, Relu]
    public partial Layer Strokes { get; }

    [Conv2D(32, kernel: 3, Padding = ConvPadding.Same), BatchNorm, Relu]
    public partial Layer Parts { get; }

    [MaxPool(2)]
    public partial Layer PartsPooled { get; }

    [Dense(128), Relu, L2(1e-4f), Dropout(keep: 0.5f)]
    public partial Layer Hidden { get; }

    [Dense(10), SoftmaxCrossEntropy(Smoothing = 0.1f)]
    public partial Head Label { get; }
}
