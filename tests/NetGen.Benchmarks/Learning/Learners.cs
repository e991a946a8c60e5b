namespace NetGen.Benchmarks.Learning;

// W2's network with each regularizer of the learning table alone, and with none. Adam 1e-3, batches of 64.

[Network(BatchSize = 64), Adam(1e-3f)]
public sealed partial class Plain : ILearner
{
    [Input(784, Min = 0, Max = 1)] public partial Layer Image { get; }
    [Dense(256), Relu] public partial Layer Wide { get; }
    [Dense(128), Relu] public partial Layer Narrow { get; }
    [Dense(10), SoftmaxCrossEntropy] public partial Head Label { get; }
}

[Network(BatchSize = 64), Adam(1e-3f)]
public sealed partial class Dropped : ILearner
{
    [Input(784, Min = 0, Max = 1)] public partial Layer Image { get; }
    [Dense(256), Relu, Dropout(keep: 0.5f)] public partial Layer Wide { get; }
    [Dense(128), Relu, Dropout(keep: 0.5f)] public partial Layer Narrow { get; }
    [Dense(10), SoftmaxCrossEntropy] public partial Head Label { get; }
}

/// <summary><see cref="Dropped"/> from weights as widely spread as PyTorch's default, 1/√(3·inputs), two fifths of He's.</summary>
[Network(BatchSize = 64), Adam(1e-3f)]
public sealed partial class DroppedFromNarrow : ILearner
{
    [Input(784, Min = 0, Max = 1)] public partial Layer Image { get; }
    [Dense(256), Normal(0.02062f), Relu, Dropout(keep: 0.5f)] public partial Layer Wide { get; }
    [Dense(128), Normal(0.03608f), Relu, Dropout(keep: 0.5f)] public partial Layer Narrow { get; }
    [Dense(10), Normal(0.05103f), SoftmaxCrossEntropy] public partial Head Label { get; }
}

[Network(BatchSize = 64), Adam(1e-3f), L2(1e-4f)]
public sealed partial class Decayed : ILearner
{
    [Input(784, Min = 0, Max = 1)] public partial Layer Image { get; }
    [Dense(256), Relu] public partial Layer Wide { get; }
    [Dense(128), Relu] public partial Layer Narrow { get; }
    [Dense(10), SoftmaxCrossEntropy] public partial Head Label { get; }
}

/// <summary>PyTorch's ε of 0.1 spreads over all ten classes, the true one included: 0.1 · 9/10 of ours.</summary>
[Network(BatchSize = 64), Adam(1e-3f)]
public sealed partial class Smoothed : ILearner
{
    [Input(784, Min = 0, Max = 1)] public partial Layer Image { get; }
    [Dense(256), Relu] public partial Layer Wide { get; }
    [Dense(128), Relu] public partial Layer Narrow { get; }
    [Dense(10), SoftmaxCrossEntropy(Smoothing = 0.09f)] public partial Head Label { get; }
}

[Network(BatchSize = 64), Adam(1e-3f), AdversarialTraining(Epsilon = 0.1f, Weight = 0.5f)]
public sealed partial class Hardened : ILearner
{
    [Input(784, Min = 0, Max = 1)] public partial Layer Image { get; }
    [Dense(256), Relu] public partial Layer Wide { get; }
    [Dense(128), Relu] public partial Layer Narrow { get; }
    [Dense(10), SoftmaxCrossEntropy] public partial Head Label { get; }
}

/// <summary>
/// <see cref="Hardened"/> from weights as widely spread as those of <see cref="DroppedFromNarrow"/>. Adversarial training
/// remembers where it began: wider first weights end more robust and less accurate.
/// </summary>
[Network(BatchSize = 64), Adam(1e-3f), AdversarialTraining(Epsilon = 0.1f, Weight = 0.5f)]
public sealed partial class HardenedFromNarrow : ILearner
{
    [Input(784, Min = 0, Max = 1)] public partial Layer Image { get; }
    [Dense(256), Normal(0.02062f), Relu] public partial Layer Wide { get; }
    [Dense(128), Normal(0.03608f), Relu] public partial Layer Narrow { get; }
    [Dense(10), Normal(0.05103f), SoftmaxCrossEntropy] public partial Head Label { get; }
}
