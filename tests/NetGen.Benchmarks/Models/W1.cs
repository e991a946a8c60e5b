namespace NetGen.Benchmarks.Models;

/// <summary>A network so small that the costs around its arithmetic show.</summary>
[Network(BatchSize = 32), Sgd(0.1f)]
public sealed partial class W1 : IClassifier
{
    [Input(64)]
    public partial Layer Image { get; }

    [Dense(32), Relu]
    public partial Layer Hidden { get; }

    [Dense(10), SoftmaxCrossEntropy]
    public partial Head Label { get; }
}
