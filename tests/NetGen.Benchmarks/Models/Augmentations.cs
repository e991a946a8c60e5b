namespace NetGen.Benchmarks.Models;

// W4 with each augmentation alone, and with all that move an image together: what they cost.

[Network(BatchSize = 64), Adam(1e-3f)]
public sealed partial class W4Flip : IClassifier
{
    [Input(28, 28, 1, Min = 0, Max = 1), HorizontalFlip] public partial Layer Image { get; }
    [Conv2D(16, kernel: 3, Padding = ConvPadding.Same), Relu] public partial Layer Strokes { get; }
    [MaxPool(2)] public partial Layer StrokesPooled { get; }
    [Conv2D(32, kernel: 3, Padding = ConvPadding.Same), Relu] public partial Layer Parts { get; }
    [MaxPool(2)] public partial Layer PartsPooled { get; }
    [Dense(128), Relu, Dropout(keep: 0.5f)] public partial Layer Hidden { get; }
    [Dense(10), SoftmaxCrossEntropy] public partial Head Label { get; }
}

[Network(BatchSize = 64), Adam(1e-3f)]
public sealed partial class W4Shift : IClassifier
{
    [Input(28, 28, 1, Min = 0, Max = 1), Shift(3)] public partial Layer Image { get; }
    [Conv2D(16, kernel: 3, Padding = ConvPadding.Same), Relu] public partial Layer Strokes { get; }
    [MaxPool(2)] public partial Layer StrokesPooled { get; }
    [Conv2D(32, kernel: 3, Padding = ConvPadding.Same), Relu] public partial Layer Parts { get; }
    [MaxPool(2)] public partial Layer PartsPooled { get; }
    [Dense(128), Relu, Dropout(keep: 0.5f)] public partial Layer Hidden { get; }
    [Dense(10), SoftmaxCrossEntropy] public partial Head Label { get; }
}

[Network(BatchSize = 64), Adam(1e-3f)]
public sealed partial class W4Stretch : IClassifier
{
    [Input(28, 28, 1, Min = 0, Max = 1), Stretch(0.15f, 0.15f)] public partial Layer Image { get; }
    [Conv2D(16, kernel: 3, Padding = ConvPadding.Same), Relu] public partial Layer Strokes { get; }
    [MaxPool(2)] public partial Layer StrokesPooled { get; }
    [Conv2D(32, kernel: 3, Padding = ConvPadding.Same), Relu] public partial Layer Parts { get; }
    [MaxPool(2)] public partial Layer PartsPooled { get; }
    [Dense(128), Relu, Dropout(keep: 0.5f)] public partial Layer Hidden { get; }
    [Dense(10), SoftmaxCrossEntropy] public partial Head Label { get; }
}

[Network(BatchSize = 64), Adam(1e-3f)]
public sealed partial class W4Rotate : IClassifier
{
    [Input(28, 28, 1, Min = 0, Max = 1), Rotate(15)] public partial Layer Image { get; }
    [Conv2D(16, kernel: 3, Padding = ConvPadding.Same), Relu] public partial Layer Strokes { get; }
    [MaxPool(2)] public partial Layer StrokesPooled { get; }
    [Conv2D(32, kernel: 3, Padding = ConvPadding.Same), Relu] public partial Layer Parts { get; }
    [MaxPool(2)] public partial Layer PartsPooled { get; }
    [Dense(128), Relu, Dropout(keep: 0.5f)] public partial Layer Hidden { get; }
    [Dense(10), SoftmaxCrossEntropy] public partial Head Label { get; }
}

[Network(BatchSize = 64), Adam(1e-3f)]
public sealed partial class W4Zoom : IClassifier
{
    [Input(28, 28, 1, Min = 0, Max = 1), Zoom(0.15f)] public partial Layer Image { get; }
    [Conv2D(16, kernel: 3, Padding = ConvPadding.Same), Relu] public partial Layer Strokes { get; }
    [MaxPool(2)] public partial Layer StrokesPooled { get; }
    [Conv2D(32, kernel: 3, Padding = ConvPadding.Same), Relu] public partial Layer Parts { get; }
    [MaxPool(2)] public partial Layer PartsPooled { get; }
    [Dense(128), Relu, Dropout(keep: 0.5f)] public partial Layer Hidden { get; }
    [Dense(10), SoftmaxCrossEntropy] public partial Head Label { get; }
}

[Network(BatchSize = 64), Adam(1e-3f)]
public sealed partial class W4Crop : IClassifier
{
    [Input(28, 28, 1, Min = 0, Max = 1), RandomCrop(0.7f)] public partial Layer Image { get; }
    [Conv2D(16, kernel: 3, Padding = ConvPadding.Same), Relu] public partial Layer Strokes { get; }
    [MaxPool(2)] public partial Layer StrokesPooled { get; }
    [Conv2D(32, kernel: 3, Padding = ConvPadding.Same), Relu] public partial Layer Parts { get; }
    [MaxPool(2)] public partial Layer PartsPooled { get; }
    [Dense(128), Relu, Dropout(keep: 0.5f)] public partial Layer Hidden { get; }
    [Dense(10), SoftmaxCrossEntropy] public partial Head Label { get; }
}

[Network(BatchSize = 64), Adam(1e-3f)]
public sealed partial class W4Elastic : IClassifier
{
    [Input(28, 28, 1, Min = 0, Max = 1), Elastic(34, 4)] public partial Layer Image { get; }
    [Conv2D(16, kernel: 3, Padding = ConvPadding.Same), Relu] public partial Layer Strokes { get; }
    [MaxPool(2)] public partial Layer StrokesPooled { get; }
    [Conv2D(32, kernel: 3, Padding = ConvPadding.Same), Relu] public partial Layer Parts { get; }
    [MaxPool(2)] public partial Layer PartsPooled { get; }
    [Dense(128), Relu, Dropout(keep: 0.5f)] public partial Layer Hidden { get; }
    [Dense(10), SoftmaxCrossEntropy] public partial Head Label { get; }
}

[Network(BatchSize = 64), Adam(1e-3f)]
public sealed partial class W4Color : IClassifier
{
    [Input(28, 28, 1, Min = 0, Max = 1), ColorBalance(brightness: 0.2f, contrast: 0.2f)] public partial Layer Image { get; }
    [Conv2D(16, kernel: 3, Padding = ConvPadding.Same), Relu] public partial Layer Strokes { get; }
    [MaxPool(2)] public partial Layer StrokesPooled { get; }
    [Conv2D(32, kernel: 3, Padding = ConvPadding.Same), Relu] public partial Layer Parts { get; }
    [MaxPool(2)] public partial Layer PartsPooled { get; }
    [Dense(128), Relu, Dropout(keep: 0.5f)] public partial Layer Hidden { get; }
    [Dense(10), SoftmaxCrossEntropy] public partial Head Label { get; }
}

[Network(BatchSize = 64), Adam(1e-3f)]
public sealed partial class W4Blur : IClassifier
{
    [Input(28, 28, 1, Min = 0, Max = 1), Blur(1)] public partial Layer Image { get; }
    [Conv2D(16, kernel: 3, Padding = ConvPadding.Same), Relu] public partial Layer Strokes { get; }
    [MaxPool(2)] public partial Layer StrokesPooled { get; }
    [Conv2D(32, kernel: 3, Padding = ConvPadding.Same), Relu] public partial Layer Parts { get; }
    [MaxPool(2)] public partial Layer PartsPooled { get; }
    [Dense(128), Relu, Dropout(keep: 0.5f)] public partial Layer Hidden { get; }
    [Dense(10), SoftmaxCrossEntropy] public partial Head Label { get; }
}

[Network(BatchSize = 64), Adam(1e-3f)]
public sealed partial class W4Erase : IClassifier
{
    [Input(28, 28, 1, Min = 0, Max = 1), Erase(8)] public partial Layer Image { get; }
    [Conv2D(16, kernel: 3, Padding = ConvPadding.Same), Relu] public partial Layer Strokes { get; }
    [MaxPool(2)] public partial Layer StrokesPooled { get; }
    [Conv2D(32, kernel: 3, Padding = ConvPadding.Same), Relu] public partial Layer Parts { get; }
    [MaxPool(2)] public partial Layer PartsPooled { get; }
    [Dense(128), Relu, Dropout(keep: 0.5f)] public partial Layer Hidden { get; }
    [Dense(10), SoftmaxCrossEntropy] public partial Head Label { get; }
}

[Network(BatchSize = 64), Adam(1e-3f)]
public sealed partial class W4Geometry : IClassifier
{
    [Input(28, 28, 1, Min = 0, Max = 1), HorizontalFlip, VerticalFlip, Shift(3), Stretch(0.15f, 0.15f),
        Rotate(15), Zoom(0.15f), RandomCrop(0.7f), Elastic(34, 4)]
    public partial Layer Image { get; }
    [Conv2D(16, kernel: 3, Padding = ConvPadding.Same), Relu] public partial Layer Strokes { get; }
    [MaxPool(2)] public partial Layer StrokesPooled { get; }
    [Conv2D(32, kernel: 3, Padding = ConvPadding.Same), Relu] public partial Layer Parts { get; }
    [MaxPool(2)] public partial Layer PartsPooled { get; }
    [Dense(128), Relu, Dropout(keep: 0.5f)] public partial Layer Hidden { get; }
    [Dense(10), SoftmaxCrossEntropy] public partial Head Label { get; }
}
