namespace NetGen.Tests.EndToEnd;

/// <summary>Images that training moves, with bright squares in them.</summary>
[Network(BatchSize = 16), Sgd(0.1f)]
internal sealed partial class Augmenting
{
    [Input(8, 6, 1, Min = 0, Max = 1), HorizontalFlip, Shift(2), Erase(3)] public partial Layer Image { get; }
    [Dense(3), SoftmaxCrossEntropy] public partial Head Label { get; }
}

/// <summary>Two inputs that are augmented, and one that is not.</summary>
[Network(BatchSize = 4), CutMix(1)]
internal sealed partial class AugmentingTwo
{
    [Input(4, 4), VerticalFlip(1)] public partial Layer Left { get; }
    [Input(4, 4, 2), Rotate(90, Crop = true)] public partial Layer Right { get; }
    [Input(5)] public partial Layer Other { get; }
    [Dense(5, From = nameof(Left)), Tanh] public partial Layer A { get; }
    [Dense(5, From = nameof(Right)), Tanh] public partial Layer B { get; }
    [Sum(nameof(A), nameof(B), nameof(Other))] public partial Layer All { get; }
    [Dense(1), MeanSquaredError] public partial Head Price { get; }
}
