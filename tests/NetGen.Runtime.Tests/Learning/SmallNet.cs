namespace NetGen.Tests.Learning;

/// <summary>The least that reads a digit.</summary>
[Network(BatchSize = 32), Adam(learningRate: 5e-3f)]
internal sealed partial class SmallNet
{
    [Input(8, 8, 1)] public partial Layer Image { get; }
    [Dense(48), Relu] public partial Layer Hidden { get; }
    [Dense(10), SoftmaxCrossEntropy] public partial Head Label { get; }
}
