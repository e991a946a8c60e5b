namespace NetGen.Benchmarks.Models;

/// <summary><see cref="W2Sgd"/> with Adam: three times the parameter traffic.</summary>
[Network(BatchSize = 64), Adam(1e-3f), L2(1e-4f)]
public sealed partial class W2Adam : IClassifier
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
