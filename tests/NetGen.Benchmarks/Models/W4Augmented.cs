namespace NetGen.Benchmarks.Models;

/// <summary>
/// <see cref="W4"/> on images that are flipped, moved, turned, zoomed and bent anew in every step: as much as torchvision's
/// <c>RandomHorizontalFlip</c>, <c>RandomAffine(15, (.1, .1), (.85, 1.15))</c> and <c>ElasticTransform(34, 4)</c> do.
/// </summary>
[Network(BatchSize = 64), Adam(1e-3f)]
public sealed partial class W4Augmented : IClassifier
{
    [Input(28, 28, 1, Min = 0, Max = 1), HorizontalFlip, Shift(3), Rotate(15), Zoom(0.15f), Elastic(34, 4)]
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
