namespace NetGen.Benchmarks.Models;

/// <summary><see cref="W7"/> without batch normalization: what it costs is the difference.</summary>
[Network(BatchSize = 64), Sgd(0.003f, Momentum = 0.9f)]
public sealed partial class W7Plain : IClassifier
{
    [Input(32, 32, 3)]
    public partial Layer Image { get; }

    [Conv2D(32, kernel: 3, Padding = ConvPadding.Same), Relu]
    public partial Layer Edges { get; }

    [Conv2D(32, kernel: 3, Padding = ConvPadding.Same), Relu]
    public partial Layer Strokes { get; }

    [MaxPool(2)]
    public partial Layer StrokesPooled { get; }

    [Conv2D(64, kernel: 3, Padding = ConvPadding.Same), Relu]
    public partial Layer Parts { get; }

    [Conv2D(64, kernel: 3, Padding = ConvPadding.Same), Relu]
    public partial Layer Things { get; }

    [MaxPool(2)]
    public partial Layer ThingsPooled { get; }

    [Dense(256), Relu]
    public partial Layer Hidden { get; }

    [Dense(10), SoftmaxCrossEntropy]
    public partial Head Label { get; }
}
