namespace NetGen.Benchmarks.Models;

/// <summary><see cref="W2Sgd"/> without its regularizers and with room for 1024 rows: any batch up to that, in one class.</summary>
[Network(BatchSize = 1024), Sgd(0.05f)]
public sealed partial class Batch1024 : IClassifier
{
    [Input(784)]
    public partial Layer Image { get; }

    [Dense(256), Relu]
    public partial Layer Wide { get; }

    [Dense(128), Relu]
    public partial Layer Narrow { get; }

    [Dense(10), SoftmaxCrossEntropy]
    public partial Head Label { get; }
}
