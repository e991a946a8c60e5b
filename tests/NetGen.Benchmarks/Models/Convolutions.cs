namespace NetGen.Benchmarks.Models;

// Convolutions: two of them, as many filters as channels, ReLU, then the mean of each channel and ten classes; batches of 64, plain SGD.
// Channels (of 16×16 positions and 3×3 kernels), size (of 32 channels, 3×3) and kernel (of 16×16 positions, 32 channels), one at a time.

[Network(BatchSize = 64), Sgd(0.01f)]
public sealed partial class Channels4 : IClassifier
{
    [Input(16, 16, 4)] public partial Layer Image { get; }
    [Conv2D(4, kernel: 3, Padding = ConvPadding.Same), Relu] public partial Layer First { get; }
    [Conv2D(4, kernel: 3, Padding = ConvPadding.Same), Relu] public partial Layer Second { get; }
    [GlobalAveragePool] public partial Layer Pooled { get; }
    [Dense(10), SoftmaxCrossEntropy] public partial Head Label { get; }
}

[Network(BatchSize = 64), Sgd(0.01f)]
public sealed partial class Channels8 : IClassifier
{
    [Input(16, 16, 8)] public partial Layer Image { get; }
    [Conv2D(8, kernel: 3, Padding = ConvPadding.Same), Relu] public partial Layer First { get; }
    [Conv2D(8, kernel: 3, Padding = ConvPadding.Same), Relu] public partial Layer Second { get; }
    [GlobalAveragePool] public partial Layer Pooled { get; }
    [Dense(10), SoftmaxCrossEntropy] public partial Head Label { get; }
}

[Network(BatchSize = 64), Sgd(0.01f)]
public sealed partial class Channels16 : IClassifier
{
    [Input(16, 16, 16)] public partial Layer Image { get; }
    [Conv2D(16, kernel: 3, Padding = ConvPadding.Same), Relu] public partial Layer First { get; }
    [Conv2D(16, kernel: 3, Padding = ConvPadding.Same), Relu] public partial Layer Second { get; }
    [GlobalAveragePool] public partial Layer Pooled { get; }
    [Dense(10), SoftmaxCrossEntropy] public partial Head Label { get; }
}

[Network(BatchSize = 64), Sgd(0.01f)]
public sealed partial class Channels32 : IClassifier
{
    [Input(16, 16, 32)] public partial Layer Image { get; }
    [Conv2D(32, kernel: 3, Padding = ConvPadding.Same), Relu] public partial Layer First { get; }
    [Conv2D(32, kernel: 3, Padding = ConvPadding.Same), Relu] public partial Layer Second { get; }
    [GlobalAveragePool] public partial Layer Pooled { get; }
    [Dense(10), SoftmaxCrossEntropy] public partial Head Label { get; }
}

[Network(BatchSize = 64), Sgd(0.01f)]
public sealed partial class Channels64 : IClassifier
{
    [Input(16, 16, 64)] public partial Layer Image { get; }
    [Conv2D(64, kernel: 3, Padding = ConvPadding.Same), Relu] public partial Layer First { get; }
    [Conv2D(64, kernel: 3, Padding = ConvPadding.Same), Relu] public partial Layer Second { get; }
    [GlobalAveragePool] public partial Layer Pooled { get; }
    [Dense(10), SoftmaxCrossEntropy] public partial Head Label { get; }
}

[Network(BatchSize = 64), Sgd(0.01f)]
public sealed partial class Channels128 : IClassifier
{
    [Input(16, 16, 128)] public partial Layer Image { get; }
    [Conv2D(128, kernel: 3, Padding = ConvPadding.Same), Relu] public partial Layer First { get; }
    [Conv2D(128, kernel: 3, Padding = ConvPadding.Same), Relu] public partial Layer Second { get; }
    [GlobalAveragePool] public partial Layer Pooled { get; }
    [Dense(10), SoftmaxCrossEntropy] public partial Head Label { get; }
}

[Network(BatchSize = 64), Sgd(0.01f)]
public sealed partial class Size8 : IClassifier
{
    [Input(8, 8, 32)] public partial Layer Image { get; }
    [Conv2D(32, kernel: 3, Padding = ConvPadding.Same), Relu] public partial Layer First { get; }
    [Conv2D(32, kernel: 3, Padding = ConvPadding.Same), Relu] public partial Layer Second { get; }
    [GlobalAveragePool] public partial Layer Pooled { get; }
    [Dense(10), SoftmaxCrossEntropy] public partial Head Label { get; }
}

[Network(BatchSize = 64), Sgd(0.01f)]
public sealed partial class Size16 : IClassifier
{
    [Input(16, 16, 32)] public partial Layer Image { get; }
    [Conv2D(32, kernel: 3, Padding = ConvPadding.Same), Relu] public partial Layer First { get; }
    [Conv2D(32, kernel: 3, Padding = ConvPadding.Same), Relu] public partial Layer Second { get; }
    [GlobalAveragePool] public partial Layer Pooled { get; }
    [Dense(10), SoftmaxCrossEntropy] public partial Head Label { get; }
}

[Network(BatchSize = 64), Sgd(0.01f)]
public sealed partial class Size32 : IClassifier
{
    [Input(32, 32, 32)] public partial Layer Image { get; }
    [Conv2D(32, kernel: 3, Padding = ConvPadding.Same), Relu] public partial Layer First { get; }
    [Conv2D(32, kernel: 3, Padding = ConvPadding.Same), Relu] public partial Layer Second { get; }
    [GlobalAveragePool] public partial Layer Pooled { get; }
    [Dense(10), SoftmaxCrossEntropy] public partial Head Label { get; }
}

[Network(BatchSize = 64), Sgd(0.01f)]
public sealed partial class Size64 : IClassifier
{
    [Input(64, 64, 32)] public partial Layer Image { get; }
    [Conv2D(32, kernel: 3, Padding = ConvPadding.Same), Relu] public partial Layer First { get; }
    [Conv2D(32, kernel: 3, Padding = ConvPadding.Same), Relu] public partial Layer Second { get; }
    [GlobalAveragePool] public partial Layer Pooled { get; }
    [Dense(10), SoftmaxCrossEntropy] public partial Head Label { get; }
}

[Network(BatchSize = 64), Sgd(0.01f)]
public sealed partial class Kernel1 : IClassifier
{
    [Input(16, 16, 32)] public partial Layer Image { get; }
    [Conv2D(32, kernel: 1, Padding = ConvPadding.Same), Relu] public partial Layer First { get; }
    [Conv2D(32, kernel: 1, Padding = ConvPadding.Same), Relu] public partial Layer Second { get; }
    [GlobalAveragePool] public partial Layer Pooled { get; }
    [Dense(10), SoftmaxCrossEntropy] public partial Head Label { get; }
}

[Network(BatchSize = 64), Sgd(0.01f)]
public sealed partial class Kernel3 : IClassifier
{
    [Input(16, 16, 32)] public partial Layer Image { get; }
    [Conv2D(32, kernel: 3, Padding = ConvPadding.Same), Relu] public partial Layer First { get; }
    [Conv2D(32, kernel: 3, Padding = ConvPadding.Same), Relu] public partial Layer Second { get; }
    [GlobalAveragePool] public partial Layer Pooled { get; }
    [Dense(10), SoftmaxCrossEntropy] public partial Head Label { get; }
}

[Network(BatchSize = 64), Sgd(0.01f)]
public sealed partial class Kernel5 : IClassifier
{
    [Input(16, 16, 32)] public partial Layer Image { get; }
    [Conv2D(32, kernel: 5, Padding = ConvPadding.Same), Relu] public partial Layer First { get; }
    [Conv2D(32, kernel: 5, Padding = ConvPadding.Same), Relu] public partial Layer Second { get; }
    [GlobalAveragePool] public partial Layer Pooled { get; }
    [Dense(10), SoftmaxCrossEntropy] public partial Head Label { get; }
}

[Network(BatchSize = 64), Sgd(0.01f)]
public sealed partial class Kernel7 : IClassifier
{
    [Input(16, 16, 32)] public partial Layer Image { get; }
    [Conv2D(32, kernel: 7, Padding = ConvPadding.Same), Relu] public partial Layer First { get; }
    [Conv2D(32, kernel: 7, Padding = ConvPadding.Same), Relu] public partial Layer Second { get; }
    [GlobalAveragePool] public partial Layer Pooled { get; }
    [Dense(10), SoftmaxCrossEntropy] public partial Head Label { get; }
}
