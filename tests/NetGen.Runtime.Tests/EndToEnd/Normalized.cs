namespace NetGen.Tests.EndToEnd;

/// <summary>Batch normalization of an image and of a vector, layer normalization behind them.</summary>
[Network(BatchSize = 16), Sgd(0.1f, Momentum = 0.9f)]
public sealed partial class Normalized
{
    [Input(8, 8, 1, Min = 0, Max = 1)] public partial Layer Image { get; }

    [Conv2D(8, kernel: 3), BatchNorm(Decay = 0.8f), Relu] public partial Layer Edges { get; }

    [Dense(16), BatchNorm, Relu] public partial Layer Hidden { get; }

    [Dense(16), LayerNorm, Relu] public partial Layer Again { get; }

    [Dense(10), SoftmaxCrossEntropy] public partial Head Label { get; }
}
