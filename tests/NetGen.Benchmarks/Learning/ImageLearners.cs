namespace NetGen.Benchmarks.Learning;

// Networks that read images: what convolutions, sharing and augmentation do. Augmentations are off, for the tables to switch on.

/// <summary>W4's network as the learning table trains it: Adam 1e-3, batches of 64, and every augmentation that a row may want.</summary>
[Network(BatchSize = 64), Adam(1e-3f)]
public sealed partial class Convolved : ILearner
{
    [Input(28, 28, 1, Min = 0, Max = 1), HorizontalFlip(0), Shift(0), Rotate(0), Zoom(0), Elastic(0, 4)]
    public partial Layer Image { get; }

    [Conv2D(16, kernel: 3, Padding = ConvPadding.Same), Relu] public partial Layer Strokes { get; }
    [MaxPool(2)] public partial Layer StrokesPooled { get; }
    [Conv2D(32, kernel: 3, Padding = ConvPadding.Same), Relu] public partial Layer Parts { get; }
    [MaxPool(2)] public partial Layer PartsPooled { get; }
    [Dense(128), Relu, Dropout(keep: 0.5f)] public partial Layer Hidden { get; }
    [Dense(10), SoftmaxCrossEntropy] public partial Head Label { get; }
}

/// <summary>Simard, Steinkraus &amp; Platt 2003: one layer of 800 hidden units. The rate sinks to 0 by the last epoch.</summary>
[Network(BatchSize = 128), Adam(1e-3f), CosineSchedule(steps: 469)]
public sealed partial class Simard : ILearner
{
    [Input(28, 28, 1, Min = 0, Max = 1), Shift(0), Stretch(0, 0), Rotate(0), Elastic(0, 4)]
    public partial Layer Image { get; }

    [Dense(800), Relu] public partial Layer Hidden { get; }
    [Dense(10), SoftmaxCrossEntropy] public partial Head Label { get; }
}

/// <summary>
/// Two convolutions of 5×5, as in the same paper, here with batch normalization and max-pooling. The rate sinks to 0 by the last epoch.
/// </summary>
[Network(BatchSize = 64), Adam(2e-3f), CosineSchedule(steps: 938)]
public sealed partial class SimardConvolved : ILearner
{
    [Input(28, 28, 1, Min = 0, Max = 1), Shift(0), Stretch(0, 0), Rotate(0), Elastic(0, 4)]
    public partial Layer Image { get; }

    [Conv2D(16, kernel: 5, Padding = ConvPadding.Same), BatchNorm, Relu] public partial Layer Strokes { get; }
    [MaxPool(2)] public partial Layer StrokesPooled { get; }
    [Conv2D(32, kernel: 5, Padding = ConvPadding.Same), BatchNorm, Relu] public partial Layer Parts { get; }
    [MaxPool(2)] public partial Layer PartsPooled { get; }
    [Dense(128), Relu, Dropout(keep: 0.5f)] public partial Layer Hidden { get; }
    [Dense(10), SoftmaxCrossEntropy] public partial Head Label { get; }
}

/// <summary>Three convolutions with batch normalization and fewer than 100,000 parameters. The rate sinks to 0 by the last epoch.</summary>
[Network(BatchSize = 64), Adam(2e-3f), CosineSchedule(steps: 938)]
public sealed partial class Clothes : ILearner
{
    [Input(28, 28, 1, Min = 0, Max = 1), HorizontalFlip(0), VerticalFlip(0), Shift(0), Zoom(0), Erase(0)]
    public partial Layer Image { get; }

    [Conv2D(24, kernel: 3, Padding = ConvPadding.Same), BatchNorm, Relu] public partial Layer Seams { get; }
    [MaxPool(2)] public partial Layer SeamsPooled { get; }
    [Conv2D(48, kernel: 3, Padding = ConvPadding.Same), BatchNorm, Relu] public partial Layer Parts { get; }
    [MaxPool(2)] public partial Layer PartsPooled { get; }
    [Conv2D(64, kernel: 3, Padding = ConvPadding.Same), BatchNorm, Relu] public partial Layer Pieces { get; }
    [MaxPool(2)] public partial Layer PiecesPooled { get; }
    [Dense(96), Relu, Dropout(keep: 0.8f)] public partial Layer Hidden { get; }
    [Dense(10), SoftmaxCrossEntropy] public partial Head Label { get; }
}

/// <summary>Two convolutions that are trained on adversarial examples alone, as Madry et al. 2018 train theirs.</summary>
[Network(BatchSize = 64), Adam(1e-3f), CosineSchedule(steps: 938)]
public sealed partial class Madry : ILearner
{
    [Input(28, 28, 1, Min = 0, Max = 1)] public partial Layer Image { get; }
    [Conv2D(16, kernel: 5, Padding = ConvPadding.Same), Relu] public partial Layer Strokes { get; }
    [MaxPool(2)] public partial Layer StrokesPooled { get; }
    [Conv2D(32, kernel: 5, Padding = ConvPadding.Same), Relu] public partial Layer Parts { get; }
    [MaxPool(2)] public partial Layer PartsPooled { get; }
    [Dense(256), Relu] public partial Layer Hidden { get; }
    [Dense(10), SoftmaxCrossEntropy] public partial Head Label { get; }
}
