namespace NetGen.Benchmarks.Models;

/// <summary>Widths that are powers of two, and weights that no second cache holds.</summary>
[Network(BatchSize = 128), Sgd(0.01f, Momentum = 0.9f)]
public sealed partial class W3 : IClassifier
{
    [Input(784)]
    public partial Layer Image { get; }

    [Dense(1024), Relu, Dropout(keep: 0.5f)]
    public partial Layer First { get; }

    [Dense(1024), Relu, Dropout(keep: 0.5f)]
    public partial Layer Second { get; }

    [Dense(10), SoftmaxCrossEntropy]
    public partial Head Label { get; }
}
