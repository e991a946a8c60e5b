namespace NetGen.Tests.EndToEnd;

/// <summary>A scale between dense layers, and one that is a head.</summary>
[Network(BatchSize = 4), Sgd(0.1f)]
internal sealed partial class Geared
{
    [Input(3)] public partial Layer X { get; }
    [Scale, L2(0.5f, Bias = true)] public partial Layer Gain { get; }
    [Dense(2)] public partial Layer Mixed { get; }
    [Scale, MeanSquaredError] public partial Head Y { get; }
}
