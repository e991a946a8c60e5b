namespace NetGen.Tests.EndToEnd;

/// <summary>Big enough for its arenas to dwarf every object around them.</summary>
[Network(BatchSize = 32), Adam]
internal sealed partial class Wide
{
    [Input(200)] public partial Layer X { get; }
    [Dense(300), Gelu, Dropout(keep: 0.5f)] public partial Layer Hidden { get; }
    [Dense(10), SoftmaxCrossEntropy] public partial Head Y { get; }
}
