using NetGen;

namespace Digits;

/// <summary>
/// Classifies the 28 × 28 images of MNIST (digits) or Fashion-MNIST (clothes) by two convolutions. Training sees each image moved by up to two
/// pixels. Its learning rate sinks over 10 epochs of 844 batches.
/// </summary>
[Network(BatchSize = 64), Adam(learningRate: 2e-3f), CosineSchedule(steps: 8440)]
public sealed partial class MnistCnn : IClassifier
{
    [Input(28, 28, 1, Min = 0, Max = 1), Shift(2)]
    public partial Layer Image { get; }

    [Conv2D(16, kernel: 3, Padding = ConvPadding.Same), BatchNorm, Relu]
    public partial Layer Strokes { get; }

    [MaxPool(2)]
    public partial Layer StrokesPooled { get; }

    [Conv2D(32, kernel: 3, Padding = ConvPadding.Same), BatchNorm, Relu]
    public partial Layer Parts { get; }

    [MaxPool(2)]
    public partial Layer PartsPooled { get; }

    [Dense(128), Relu, L2(1e-5f), Dropout(keep: 0.5f)]
    public partial Layer Hidden { get; }

    [Dense(10), SoftmaxCrossEntropy(Smoothing = 0.1f)]
    public partial Head Label { get; }
}
