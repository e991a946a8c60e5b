namespace NetGen.Benchmarks.Models;

// Images of three sizes with everything that moves them, and with everything that acts on their colors; all of it off, for hyperparameters
// to switch on one at a time. The layers behind them are never computed.

[Network(BatchSize = 64)]
public sealed partial class Geometry28 : IAugmented
{
    [Input(28, 28, 1, Min = 0, Max = 1)]
    [HorizontalFlip(0), VerticalFlip(0), Shift(0), Stretch(0, 0), Rotate(0), Zoom(0), RandomCrop(1), Elastic(0, 4)]
    public partial Layer Image { get; }

    [GlobalAveragePool] public partial Layer Pooled { get; }
    [Dense(2), SoftmaxCrossEntropy] public partial Head Label { get; }
}

[Network(BatchSize = 64)]
public sealed partial class Colors28 : IAugmented
{
    [Input(28, 28, 1, Min = 0, Max = 1)]
    [ColorBalance(brightness: 0, contrast: 0), Blur(0), Erase(0)]
    public partial Layer Image { get; }

    [GlobalAveragePool] public partial Layer Pooled { get; }
    [Dense(2), SoftmaxCrossEntropy] public partial Head Label { get; }
}

[Network(BatchSize = 64)]
public sealed partial class Geometry32 : IAugmented
{
    [Input(32, 32, 3, Min = 0, Max = 1)]
    [HorizontalFlip(0), VerticalFlip(0), Shift(0), Stretch(0, 0), Rotate(0), Zoom(0), RandomCrop(1), Elastic(0, 4)]
    public partial Layer Image { get; }

    [GlobalAveragePool] public partial Layer Pooled { get; }
    [Dense(2), SoftmaxCrossEntropy] public partial Head Label { get; }
}

[Network(BatchSize = 64)]
public sealed partial class Colors32 : IAugmented
{
    [Input(32, 32, 3, Min = 0, Max = 1)]
    [ColorBalance(gain: 0, brightness: 0, contrast: 0, saturation: 0), Blur(0), Erase(0)]
    public partial Layer Image { get; }

    [GlobalAveragePool] public partial Layer Pooled { get; }
    [Dense(2), SoftmaxCrossEntropy] public partial Head Label { get; }
}

[Network(BatchSize = 8)]
public sealed partial class Geometry224 : IAugmented
{
    [Input(224, 224, 3, Min = 0, Max = 1)]
    [HorizontalFlip(0), VerticalFlip(0), Shift(0), Stretch(0, 0), Rotate(0), Zoom(0), RandomCrop(1), Elastic(0, 4)]
    public partial Layer Image { get; }

    [GlobalAveragePool] public partial Layer Pooled { get; }
    [Dense(2), SoftmaxCrossEntropy] public partial Head Label { get; }
}

[Network(BatchSize = 8)]
public sealed partial class Colors224 : IAugmented
{
    [Input(224, 224, 3, Min = 0, Max = 1)]
    [ColorBalance(gain: 0, brightness: 0, contrast: 0, saturation: 0), Blur(0), Erase(0)]
    public partial Layer Image { get; }

    [GlobalAveragePool] public partial Layer Pooled { get; }
    [Dense(2), SoftmaxCrossEntropy] public partial Head Label { get; }
}
