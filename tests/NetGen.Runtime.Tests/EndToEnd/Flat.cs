namespace NetGen.Tests.EndToEnd;

/// <summary>Many features without a range: nothing cuts a move short.</summary>
[Network(BatchSize = 7), Sgd(0.1f)]
internal sealed partial class Flat
{
    [Input(50)] public partial Layer Place { get; }
    [Dense(1), MeanSquaredError] public partial Head Size { get; }
}
