namespace NetGen.Tests.EndToEnd;

/// <summary>A small network of images: a convolution, a pool, a dense layer that reads an image with several channels.</summary>
[Network(BatchSize = 32), Adam(3e-3f)]
public sealed partial class Windowed
{
    [Input(8, 8, 1, Min = 0, Max = 1)] public partial Layer Image { get; }

    [Conv2D(12, height: 3, width: 2, Padding = ConvPadding.Same), Relu] public partial Layer Edges { get; }

    [MaxPool(height: 2, width: 4)] public partial Layer Pooled { get; }

    [Conv2D(3, kernel: 2, Bias = false), Relu] public partial Layer Parts { get; }

    [Dense(10, From = nameof(Pooled)), SoftmaxCrossEntropy] public partial Head Label { get; }

    [Dense(1, From = nameof(Parts)), MeanSquaredError] public partial Head Ink { get; }
}
