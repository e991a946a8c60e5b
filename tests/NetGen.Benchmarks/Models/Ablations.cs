namespace NetGen.Benchmarks.Models;

// W2 with each regularizer alone, with four together, and with none: what they cost.

[Network(BatchSize = 64), Sgd(0.05f)]
public sealed partial class W2Bare : IClassifier
{
    [Input(784)] public partial Layer Image { get; }
    [Dense(256), Relu] public partial Layer Wide { get; }
    [Dense(128), Relu] public partial Layer Narrow { get; }
    [Dense(10), SoftmaxCrossEntropy] public partial Head Label { get; }
}

[Network(BatchSize = 64), Sgd(0.05f)]
public sealed partial class W2Dropout : IClassifier
{
    [Input(784)] public partial Layer Image { get; }
    [Dense(256), Relu, Dropout(keep: 0.5f)] public partial Layer Wide { get; }
    [Dense(128), Relu, Dropout(keep: 0.5f)] public partial Layer Narrow { get; }
    [Dense(10), SoftmaxCrossEntropy] public partial Head Label { get; }
}

[Network(BatchSize = 64), Sgd(0.05f), L2(1e-4f)]
public sealed partial class W2L2 : IClassifier
{
    [Input(784)] public partial Layer Image { get; }
    [Dense(256), Relu] public partial Layer Wide { get; }
    [Dense(128), Relu] public partial Layer Narrow { get; }
    [Dense(10), SoftmaxCrossEntropy] public partial Head Label { get; }
}

[Network(BatchSize = 64), Sgd(0.05f), L1(1e-5f)]
public sealed partial class W2L1 : IClassifier
{
    [Input(784)] public partial Layer Image { get; }
    [Dense(256), Relu] public partial Layer Wide { get; }
    [Dense(128), Relu] public partial Layer Narrow { get; }
    [Dense(10), SoftmaxCrossEntropy] public partial Head Label { get; }
}

[Network(BatchSize = 64), Sgd(0.05f)]
public sealed partial class W2Smoothing : IClassifier
{
    [Input(784)] public partial Layer Image { get; }
    [Dense(256), Relu] public partial Layer Wide { get; }
    [Dense(128), Relu] public partial Layer Narrow { get; }
    [Dense(10), SoftmaxCrossEntropy(Smoothing = 0.1f)] public partial Head Label { get; }
}

[Network(BatchSize = 64), Sgd(0.05f), L2(1e-4f), L1(1e-5f)]
public sealed partial class W2Four : IClassifier
{
    [Input(784)] public partial Layer Image { get; }
    [Dense(256), Relu, Dropout(keep: 0.5f)] public partial Layer Wide { get; }
    [Dense(128), Relu, Dropout(keep: 0.5f)] public partial Layer Narrow { get; }
    [Dense(10), SoftmaxCrossEntropy(Smoothing = 0.1f)] public partial Head Label { get; }
}

[Network(BatchSize = 64), Sgd(0.05f)]
public sealed partial class W2Noise : IClassifier
{
    [Input(784)] public partial Layer Image { get; }
    [Dense(256), Relu, GaussianNoise(0.1f)] public partial Layer Wide { get; }
    [Dense(128), Relu, GaussianNoise(0.1f)] public partial Layer Narrow { get; }
    [Dense(10), SoftmaxCrossEntropy] public partial Head Label { get; }
}

[Network(BatchSize = 64), Sgd(0.05f)]
public sealed partial class W2InputNoise : IClassifier
{
    [Input(784), GaussianNoise(0.1f)] public partial Layer Image { get; }
    [Dense(256), Relu] public partial Layer Wide { get; }
    [Dense(128), Relu] public partial Layer Narrow { get; }
    [Dense(10), SoftmaxCrossEntropy] public partial Head Label { get; }
}

[Network(BatchSize = 64), Sgd(0.05f)]
public sealed partial class W2ClassWeights : IClassifier
{
    [Input(784)] public partial Layer Image { get; }
    [Dense(256), Relu] public partial Layer Wide { get; }
    [Dense(128), Relu] public partial Layer Narrow { get; }
    [Dense(10), SoftmaxCrossEntropy(ClassWeights = new[] { 1f, 1f, 1f, 1f, 1f, 1f, 1f, 1f, 2f, 2f })] public partial Head Label { get; }
}

[Network(BatchSize = 64), Sgd(0.05f), Mixup(0.2f)]
public sealed partial class W2Mixup : IClassifier
{
    [Input(784)] public partial Layer Image { get; }
    [Dense(256), Relu] public partial Layer Wide { get; }
    [Dense(128), Relu] public partial Layer Narrow { get; }
    [Dense(10), SoftmaxCrossEntropy] public partial Head Label { get; }
}

[Network(BatchSize = 64), Sgd(0.05f), AverageWeights(0.999f)]
public sealed partial class W2Average : IClassifier
{
    [Input(784)] public partial Layer Image { get; }
    [Dense(256), Relu] public partial Layer Wide { get; }
    [Dense(128), Relu] public partial Layer Narrow { get; }
    [Dense(10), SoftmaxCrossEntropy] public partial Head Label { get; }
}

[Network(BatchSize = 64), Sgd(0.05f), GroupLasso(1e-4f)]
public sealed partial class W2GroupLasso : IClassifier
{
    [Input(784)] public partial Layer Image { get; }
    [Dense(256), Relu] public partial Layer Wide { get; }
    [Dense(128), Relu] public partial Layer Narrow { get; }
    [Dense(10), SoftmaxCrossEntropy] public partial Head Label { get; }
}

[Network(BatchSize = 64), Sgd(0.05f), MaxNorm(3)]
public sealed partial class W2MaxNorm : IClassifier
{
    [Input(784)] public partial Layer Image { get; }
    [Dense(256), Relu] public partial Layer Wide { get; }
    [Dense(128), Relu] public partial Layer Narrow { get; }
    [Dense(10), SoftmaxCrossEntropy] public partial Head Label { get; }
}

[Network(BatchSize = 64), Sgd(0.05f), GradientClipping(Value = 0.1f)]
public sealed partial class W2ClipValue : IClassifier
{
    [Input(784)] public partial Layer Image { get; }
    [Dense(256), Relu] public partial Layer Wide { get; }
    [Dense(128), Relu] public partial Layer Narrow { get; }
    [Dense(10), SoftmaxCrossEntropy] public partial Head Label { get; }
}

[Network(BatchSize = 64), Sgd(0.05f), GradientClipping(Norm = 1)]
public sealed partial class W2ClipNorm : IClassifier
{
    [Input(784)] public partial Layer Image { get; }
    [Dense(256), Relu] public partial Layer Wide { get; }
    [Dense(128), Relu] public partial Layer Narrow { get; }
    [Dense(10), SoftmaxCrossEntropy] public partial Head Label { get; }
}

[Network(BatchSize = 64), Sgd(0.05f), AdversarialTraining(Epsilon = 0.1f, Weight = 0.5f)]
public sealed partial class W2Adversarial : IClassifier
{
    [Input(784, Min = 0, Max = 1)] public partial Layer Image { get; }
    [Dense(256), Relu] public partial Layer Wide { get; }
    [Dense(128), Relu] public partial Layer Narrow { get; }
    [Dense(10), SoftmaxCrossEntropy] public partial Head Label { get; }
}
