using NetGen;

namespace Digits;

/// <summary>Classifies the 28 × 28 images of MNIST (digits) or Fashion-MNIST (clothes). Its learning rate sinks over 20 epochs of 422 batches.</summary>
[Network(BatchSize = 128), Adam(learningRate: 1e-3f), CosineSchedule(steps: 8440)]
public sealed partial class MnistNet : IClassifier
{
    [Input(28, 28, 1)]
    public partial Layer Image { get; }

    [Dense(256), Relu, L2(1e-5f), Dropout(keep: 0.8f)]
    public partial Layer Wide { get; }

    [Dense(128), Relu, L2(1e-5f), Dropout(keep: 0.8f)]
    public partial Layer Narrow { get; }

    [Dense(10), SoftmaxCrossEntropy(Smoothing = 0.1f)]
    public partial Head Label { get; }
}
