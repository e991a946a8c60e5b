namespace NetGen.Benchmarks.Models;

/// <summary>Two matrices of 16 MB each: arithmetic and memory together.</summary>
[Network(BatchSize = 256), Sgd(0.01f)]
public sealed partial class W6 : IClassifier
{
    [Input(2048)]
    public partial Layer Image { get; }

    [Dense(2048), Relu]
    public partial Layer First { get; }

    [Dense(2048), Relu]
    public partial Layer Second { get; }

    [Dense(10), SoftmaxCrossEntropy]
    public partial Head Label { get; }
}
