namespace NetGen.Benchmarks.Models;

/// <summary>Two convolutions on digits: a network whose products are many and narrow.</summary>
[Network(BatchSize = 64), Adam(1e-3f)]
public sealed partial class W4 : IClassifier
{
    [Input(28, 28, 1)]
    public partial Layer Image { get; }

    [Conv2D(16, kernel: 3, Padding = ConvPadding.Same), Relu]
    public partial Layer Strokes { get; }

    [MaxPool(2)]
    public partial Layer StrokesPooled { get; }

    [Conv2D(32, kernel: 3, Padding = ConvPadding.Same), Relu]
    public partial Layer Parts { get; }

    [MaxPool(2)]
    public partial Layer PartsPooled { get; }

    [Dense(128), Relu, Dropout(keep: 0.5f)]
    public partial Layer Hidden { get; }

    [Dense(10), SoftmaxCrossEntropy]
    public partial Head Label { get; }
}
