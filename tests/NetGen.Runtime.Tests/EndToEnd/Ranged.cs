namespace NetGen.Tests.EndToEnd;

/// <summary>An input in a declared range beside one without; a classifier and a head of numbers.</summary>
[Network(BatchSize = 4), Sgd(0.05f)]
internal sealed partial class Ranged
{
    [Input(6, Min = 0, Max = 1)] public partial Layer Image { get; }
    [Input(2)] public partial Layer Place { get; }
    [Dense(7, From = nameof(Image)), Tanh, Dropout(keep: 0.5f)] public partial Layer A { get; }
    [Dense(7, From = nameof(Place)), Relu] public partial Layer B { get; }
    [Sum(nameof(A), nameof(B))] public partial Layer Both { get; }
    [Dense(3), SoftmaxCrossEntropy(Smoothing = 0)] public partial Head Kind { get; }
    [Dense(1), MeanSquaredError] public partial Head Size { get; }
}
