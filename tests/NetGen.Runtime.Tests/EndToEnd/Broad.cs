namespace NetGen.Tests.EndToEnd;

/// <summary>Rows and targets broad enough for threads to share their checks and copies, and packed otherwise in the batch than by callers.</summary>
[Network(BatchSize = 32), Sgd(0.1f)]
internal sealed partial class Broad
{
    [Input(300)] public partial Layer X { get; }
    [Dense(128), Relu, Dropout(keep: 0.8f)] public partial Layer Hidden { get; }
    [Dense(280), BinaryCrossEntropy] public partial Head Y { get; }
}
