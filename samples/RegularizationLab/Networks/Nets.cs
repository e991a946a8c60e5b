using NetGen;

namespace RegularizationLab;

/// <summary>
/// The five networks of LeCun 1989 for images of 16 × 16 pixels, from all weights to shared ones: Net-1 reads the pixels, Net-2 has a dense hidden
/// layer, Net-3 two layers of units that read a window each, with weights of their own; in Net-4 the first of them shares its weights, in Net-5 both
/// do. Other than there, a shared filter has one bias, and Adam trains.
/// </summary>
internal static class Nets
{
    /// <summary>Rows of an image, and pixels in a row.</summary>
    public const int Side = 16;

    public static IReadOnlyList<(string Name, Sharing Sharing, Func<int, INetwork> Create)> All { get; } =
    [
        ("Net-1", Sharing.Dense, seed => new Net1(seed: seed)),
        ("Net-2", Sharing.Dense, seed => new Net2(seed: seed)),
        ("Net-3", Sharing.Local, seed => new Net3(seed: seed)),
        ("Net-4", Sharing.Shared, seed => new Net4(seed: seed)),
        ("Net-5", Sharing.Shared, seed => new Net5(seed: seed)),
    ];
}

/// <summary>What the units of a layer have in common.</summary>
internal enum Sharing
{
    /// <summary>Nothing: each reads all that is before it.</summary>
    Dense,

    /// <summary>Nothing, but each reads a small window.</summary>
    Local,

    /// <summary>Weights: those of a map read their windows alike.</summary>
    Shared,
}

/// <summary>No hidden layer.</summary>
[Network(BatchSize = 32), Adam(learningRate: 3e-3f)]
internal sealed partial class Net1
{
    [Input(Nets.Side, Nets.Side, 1)] public partial Layer Image { get; }
    [Dense(10), SoftmaxCrossEntropy] public partial Head Label { get; }
}

/// <summary>A dense hidden layer of 12 units.</summary>
[Network(BatchSize = 32), Adam(learningRate: 3e-3f)]
internal sealed partial class Net2
{
    [Input(Nets.Side, Nets.Side, 1)] public partial Layer Image { get; }
    [Dense(12), Tanh] public partial Layer Hidden { get; }
    [Dense(10), SoftmaxCrossEntropy] public partial Head Label { get; }
}

/// <summary>8 × 8 units that read 3 × 3 pixels each, then 4 × 4 that read 5 × 5 of these.</summary>
[Network(BatchSize = 32), Adam(learningRate: 3e-3f)]
internal sealed partial class Net3
{
    [Input(Nets.Side, Nets.Side, 1)] public partial Layer Image { get; }
    [LocallyConnected2D(1, kernel: 3, Stride = 2, Padding = ConvPadding.Same), Tanh] public partial Layer First { get; }
    [LocallyConnected2D(1, kernel: 5), Tanh] public partial Layer Second { get; }
    [Dense(10), SoftmaxCrossEntropy] public partial Head Label { get; }
}

/// <summary>Two maps of 8 × 8 units that share weights, then 4 × 4 units that do not.</summary>
[Network(BatchSize = 32), Adam(learningRate: 3e-3f)]
internal sealed partial class Net4
{
    [Input(Nets.Side, Nets.Side, 1)] public partial Layer Image { get; }
    [Conv2D(2, kernel: 3, Stride = 2, Padding = ConvPadding.Same), Tanh] public partial Layer First { get; }
    [LocallyConnected2D(1, kernel: 5), Tanh] public partial Layer Second { get; }
    [Dense(10), SoftmaxCrossEntropy] public partial Head Label { get; }
}

/// <summary>Two maps of 8 × 8 units, then four of 4 × 4: each shares its weights.</summary>
[Network(BatchSize = 32), Adam(learningRate: 3e-3f)]
internal sealed partial class Net5
{
    [Input(Nets.Side, Nets.Side, 1)] public partial Layer Image { get; }
    [Conv2D(2, kernel: 3, Stride = 2, Padding = ConvPadding.Same), Tanh] public partial Layer First { get; }
    [Conv2D(4, kernel: 5), Tanh] public partial Layer Second { get; }
    [Dense(10), SoftmaxCrossEntropy] public partial Head Label { get; }
}
