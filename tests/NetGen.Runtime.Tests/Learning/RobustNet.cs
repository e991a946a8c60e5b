namespace NetGen.Tests.Learning;

/// <summary><see cref="PlainNet"/> trained on adversarial digits too; with weight 0 it is that network, but for the cost.</summary>
[Network(BatchSize = 32), Adam(learningRate: 3e-3f), AdversarialTraining(Epsilon = 0.1f, Weight = 0.5f)]
internal sealed partial class RobustNet
{
    [Input(8, 8, 1, Min = 0, Max = 1)] public partial Layer Image { get; }
    [Dense(64), Relu] public partial Layer Hidden { get; }
    [Dense(10), SoftmaxCrossEntropy] public partial Head Label { get; }
}

/// <summary><see cref="RobustNet"/> with examples made in five steps.</summary>
[Network(BatchSize = 32), Adam(learningRate: 3e-3f), AdversarialTraining(Epsilon = 0.1f, Weight = 0.5f, Steps = 5)]
internal sealed partial class SteppedNet
{
    [Input(8, 8, 1, Min = 0, Max = 1)] public partial Layer Image { get; }
    [Dense(64), Relu] public partial Layer Hidden { get; }
    [Dense(10), SoftmaxCrossEntropy] public partial Head Label { get; }
}

/// <summary>The same without.</summary>
[Network(BatchSize = 32), Adam(learningRate: 3e-3f)]
internal sealed partial class PlainNet
{
    [Input(8, 8, 1, Min = 0, Max = 1)] public partial Layer Image { get; }
    [Dense(64), Relu] public partial Layer Hidden { get; }
    [Dense(10), SoftmaxCrossEntropy] public partial Head Label { get; }
}
