namespace NetGen.Benchmarks.Models;

/// <summary>The usual network for MNIST, regularized: its weights fit a core's second cache.</summary>
[Network(BatchSize = 64), Sgd(0.05f), L2(1e-4f)]
public sealed partial class W2Sgd : IClassifier
{
    [Input(784)]
    public partial Layer Image { get; }

    [Dense(256), Relu, Dropout(keep: 0.5f)]
    public partial Layer Wide { get; }

    [Dense(128), Relu, Dropout(keep: 0.5f)]
    public partial Layer Narrow { get; }

    [Dense(10), SoftmaxCrossEntropy]
    public partial Head Label { get; }
}
