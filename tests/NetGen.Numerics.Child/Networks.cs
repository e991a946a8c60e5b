namespace NetGen.Numerics.Child;

/// <summary>Every optimizer once; dropout, penalties, smoothing, every loss and most activations among them. Just worth sharing.</summary>
[Network(BatchSize = 53), Sgd(0.02f, Momentum = 0.9f, Nesterov = true), L2(1e-3f), MaxNorm(1.5f)]
public sealed partial class Descent
{
    [Input(70), Dropout(0.9f)] public partial Layer X { get; }
    [Dense(100), Relu, Dropout(0.7f)] public partial Layer A { get; }
    [Dense(100), Tanh, L1(1e-4f, Proximal = true)] public partial Layer B { get; }
    [Sum(nameof(A), nameof(B))] public partial Layer Joined { get; }
    [Dense(17), Swish] public partial Layer C { get; }
    [Dense(10), SoftmaxCrossEntropy(Smoothing = 0.1f)] public partial Head Y { get; }
}

/// <summary>Zeros are left out of its products: a third of what is multiplied is there.</summary>
[Network(BatchSize = 70), Adam(0.002f), L2(1e-3f), AdversarialTraining(Epsilon = 0.05f, Weight = 0.3f)]
public sealed partial class Halving
{
    [Input(150)] public partial Layer X { get; }
    [Dense(144), Relu, Dropout(0.5f)] public partial Layer A { get; }
    [Dense(130), Relu, Dropout(0.6f)] public partial Layer B { get; }
    [Dense(10), SoftmaxCrossEntropy(Smoothing = 0.1f)] public partial Head Y { get; }
}

/// <inheritdoc cref="Descent"/>
[Network(BatchSize = 59), RmsProp(0.002f), GradientClipping(Value = 0.01f), Mixup(0.4f), AverageWeights(0.9f)]
public sealed partial class MeanSquare
{
    [Input(97)] public partial Layer X { get; }
    [Dense(113), Gelu, Dropout(0.8f)] public partial Layer A { get; }
    [Dense(65), Softplus, L2(1e-3f, Bias = true), GroupLasso(1e-3f)] public partial Layer B { get; }
    [Dense(7), BinaryCrossEntropy] public partial Head Tags { get; }
    [Dense(1, From = nameof(A)), MeanAbsoluteError] public partial Head Y { get; }
}

/// <inheritdoc cref="Descent"/>
[Network(BatchSize = 47), Adam(0.002f), CosineSchedule(10), WarmUp(3), GradientClipping(Norm = 0.1f)]
public sealed partial class Averaging
{
    [Input(101)] public partial Layer X { get; }
    [Dense(160), Sigmoid, Dropout(0.5f)] public partial Layer A { get; }
    [Dense(31), Elu, Decay(0.01f), GaussianPrior(10f)] public partial Layer B { get; }
    [Dense(3), Huber] public partial Head Y { get; }
}

/// <inheritdoc cref="Descent"/>
[Network(BatchSize = 71), AdamW(0.002f), AdversarialTraining(Epsilon = 0.05f, Weight = 0.3f)]
public sealed partial class Decaying
{
    [Input(257), Dropout(0.5f)] public partial Layer X { get; }
    [Dense(80), LeakyRelu, LaplacePrior(100f, Bias = true, Proximal = true)] public partial Layer A { get; }
    [Dense(9), MeanSquaredError] public partial Head Y { get; }
    [Dense(5, From = nameof(A)), SoftmaxCrossEntropy(Weight = 0.5f)] public partial Head Kind { get; }
}
