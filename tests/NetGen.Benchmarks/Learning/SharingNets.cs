namespace NetGen.Benchmarks.Learning;

// The five networks of LeCun, "Generalization and network design strategies" (1989), for digits of 16×16: none hidden; 12 hidden units that
// see everything; units that see a part each, 8×8 of 3×3 pixels and 4×4 of 5×5 of those; the same with the first layer's weights shared, in
// two maps; and with both layers' shared, in two and four maps. Theirs have a bias for each unit where weights are shared, ours one for
// each map. Tangents as there, cross-entropy for their squares. Rate and penalty were chosen by draws from the last 10,000 training images;
// without the penalty the networks err a little more, and with paper −1 and ink 1 all of them do.

/// <summary>No hidden layer.</summary>
[Network(BatchSize = 32), Adam(3e-3f), L2(1e-3f)]
public sealed partial class Net1 : ILearner
{
    [Input(16, 16, 1, Min = 0, Max = 1)] public partial Layer Image { get; }
    [Dense(10), SoftmaxCrossEntropy] public partial Head Label { get; }
}

/// <summary>12 hidden units, fully connected.</summary>
[Network(BatchSize = 32), Adam(3e-3f), L2(1e-3f)]
public sealed partial class Net2 : ILearner
{
    [Input(16, 16, 1, Min = 0, Max = 1)] public partial Layer Image { get; }
    [Dense(12), Tanh] public partial Layer Hidden { get; }
    [Dense(10), SoftmaxCrossEntropy] public partial Head Label { get; }
}

/// <summary>Two locally connected layers, nothing shared.</summary>
[Network(BatchSize = 32), Adam(3e-3f), L2(1e-3f)]
public sealed partial class Net3 : ILearner
{
    [Input(16, 16, 1, Min = 0, Max = 1)] public partial Layer Image { get; }
    [LocallyConnected2D(1, kernel: 3, Stride = 2, Padding = ConvPadding.Same), Tanh] public partial Layer Strokes { get; }
    [LocallyConnected2D(1, kernel: 5, Stride = 2, Padding = ConvPadding.Same), Tanh] public partial Layer Parts { get; }
    [Dense(10), SoftmaxCrossEntropy] public partial Head Label { get; }
}

/// <summary>Two shared maps, then a locally connected layer.</summary>
[Network(BatchSize = 32), Adam(3e-3f), L2(1e-3f)]
public sealed partial class Net4 : ILearner
{
    [Input(16, 16, 1, Min = 0, Max = 1)] public partial Layer Image { get; }
    [Conv2D(2, kernel: 3, Stride = 2, Padding = ConvPadding.Same), Tanh] public partial Layer Strokes { get; }
    [LocallyConnected2D(1, kernel: 5, Stride = 2, Padding = ConvPadding.Same), Tanh] public partial Layer Parts { get; }
    [Dense(10), SoftmaxCrossEntropy] public partial Head Label { get; }
}

/// <summary>Two shared maps, then four.</summary>
[Network(BatchSize = 32), Adam(3e-3f), L2(1e-3f)]
public sealed partial class Net5 : ILearner
{
    [Input(16, 16, 1, Min = 0, Max = 1)] public partial Layer Image { get; }
    [Conv2D(2, kernel: 3, Stride = 2, Padding = ConvPadding.Same), Tanh] public partial Layer Strokes { get; }
    [Conv2D(4, kernel: 5, Stride = 2, Padding = ConvPadding.Same), Tanh] public partial Layer Parts { get; }
    [Dense(10), SoftmaxCrossEntropy] public partial Head Label { get; }
}
