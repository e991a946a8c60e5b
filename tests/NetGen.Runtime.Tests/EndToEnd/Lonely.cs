namespace NetGen.Tests.EndToEnd;

/// <summary>One number in, one number out: every weight matrix is one element.</summary>
[Network(BatchSize = 2), Sgd(0.1f)]
internal sealed partial class Lonely
{
    [Input(1)] public partial Layer X { get; }
    [Dense(1), MeanSquaredError] public partial Head Y { get; }
}
