namespace NetGen.Tests.EndToEnd;

/// <summary>Two inputs, three heads of different kinds, and one of each thing that a hyperparameter may change.</summary>
[Network(BatchSize = 4), Sgd(0.05f, Momentum = 0.5f), CosineSchedule(steps: 1000, Final = 0.1f), WarmUp(steps: 2), L2(1e-3f)]
internal sealed partial class Gauge
{
    [Input(3), Dropout(keep: 0.9f)] public partial Layer Left { get; }
    [Input(2)] public partial Layer Right { get; }
    [Dense(5, From = nameof(Left)), Tanh, L1(1e-4f)] public partial Layer A { get; }
    [Dense(5, From = nameof(Right)), LeakyRelu(slope: 0.2f), Decay(1e-2f), Dropout(keep: 0.75f)] public partial Layer B { get; }
    [Sum(nameof(A), nameof(B))] public partial Layer Both { get; }
    [Dense(3), SoftmaxCrossEntropy(Smoothing = 0.1f, Weight = 0.5f)] public partial Head Kind { get; }
    [Dense(2), BinaryCrossEntropy] public partial Head Flags { get; }
    [Dense(1), MeanSquaredError(Weight = 2)] public partial Head Size { get; }
}
