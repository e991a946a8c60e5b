namespace NetGen.Tests.EndToEnd;

/// <summary>Everything random that a step draws: dropout of both forms, of an input and a hidden layer, and noise on both.</summary>
[Network(BatchSize = 16), Sgd(0.1f, Momentum = 0.5f)]
internal sealed partial class Thinned
{
    [Input(64), GaussianNoise(0.2f), Dropout(0.8f)] public partial Layer Image { get; }
    [Dense(24), Relu, Dropout(0.6f)] public partial Layer First { get; }
    [Dense(20), Tanh, GaussianNoise(0.3f), Dropout(0.7f, Rescale = Rescale.AtPrediction)] public partial Layer Second { get; }
    [Dense(10), SoftmaxCrossEntropy] public partial Head Label { get; }
}

/// <summary><see cref="Thinned"/> with examples made in one step.</summary>
[Network(BatchSize = 16), Sgd(0.1f, Momentum = 0.5f), AdversarialTraining(Epsilon = 0.1f, Weight = 0.5f)]
internal sealed partial class ThinnedRobust
{
    [Input(64), GaussianNoise(0.2f), Dropout(0.8f)] public partial Layer Image { get; }
    [Dense(24), Relu, Dropout(0.6f)] public partial Layer First { get; }
    [Dense(20), Tanh, GaussianNoise(0.3f), Dropout(0.7f, Rescale = Rescale.AtPrediction)] public partial Layer Second { get; }
    [Dense(10), SoftmaxCrossEntropy] public partial Head Label { get; }
}

/// <summary><see cref="Thinned"/> with examples made in three steps.</summary>
[Network(BatchSize = 16), Sgd(0.1f, Momentum = 0.5f), AdversarialTraining(Epsilon = 0.1f, Weight = 0.5f, Steps = 3)]
internal sealed partial class ThinnedStepped
{
    [Input(64), GaussianNoise(0.2f), Dropout(0.8f)] public partial Layer Image { get; }
    [Dense(24), Relu, Dropout(0.6f)] public partial Layer First { get; }
    [Dense(20), Tanh, GaussianNoise(0.3f), Dropout(0.7f, Rescale = Rescale.AtPrediction)] public partial Layer Second { get; }
    [Dense(10), SoftmaxCrossEntropy] public partial Head Label { get; }
}
