namespace NetGen.Benchmarks.Learning;

/// <summary>Softmax regression: the network of Goodfellow et al. 2015, figure 1, with all ten digits.</summary>
[Network(BatchSize = 64), Adam(1e-3f)]
public sealed partial class Shallow : ILearner
{
    [Input(784, Min = 0, Max = 1)] public partial Layer Image { get; }
    [Dense(10), SoftmaxCrossEntropy] public partial Head Label { get; }
}

/// <summary><see cref="Hardened"/> at the ε of the paper.</summary>
[Network(BatchSize = 64), Adam(1e-3f), AdversarialTraining(Epsilon = 0.25f, Weight = 0.5f)]
public sealed partial class HardenedQuarter : ILearner
{
    [Input(784, Min = 0, Max = 1)] public partial Layer Image { get; }
    [Dense(256), Relu] public partial Layer Wide { get; }
    [Dense(128), Relu] public partial Layer Narrow { get; }
    [Dense(10), SoftmaxCrossEntropy] public partial Head Label { get; }
}

/// <summary>Srivastava et al. 2014, table 2: three layers of 1024 ReLU units, 20 % of the inputs and half of the hidden units dropped. The rate sinks to 0 by the last epoch.</summary>
[Network(BatchSize = 128), Sgd(0.1f, Momentum = 0.9f), CosineSchedule(steps: Epochs * StepsInEpoch)]
public sealed partial class Deep : ILearner
{
    /// <summary>About as many as ten minutes allow on one core of its own.</summary>
    public const int Epochs = 40;

    /// <summary>60,000 images in batches of 128.</summary>
    public const int StepsInEpoch = 469;

    [Input(784, Min = 0, Max = 1), Dropout(keep: 0.8f)] public partial Layer Image { get; }
    [Dense(1024), Relu, Dropout(keep: 0.5f)] public partial Layer First { get; }
    [Dense(1024), Relu, Dropout(keep: 0.5f)] public partial Layer Second { get; }
    [Dense(1024), Relu, Dropout(keep: 0.5f)] public partial Layer Third { get; }
    [Dense(10), SoftmaxCrossEntropy] public partial Head Label { get; }
}

/// <summary><see cref="Deep"/> with the norm of each hidden unit's incoming weights held below 3.5.</summary>
[Network(BatchSize = 128), Sgd(0.1f, Momentum = 0.9f), CosineSchedule(steps: Deep.Epochs * Deep.StepsInEpoch)]
public sealed partial class DeepBounded : ILearner
{
    [Input(784, Min = 0, Max = 1), Dropout(keep: 0.8f)] public partial Layer Image { get; }
    [Dense(1024), Relu, Dropout(keep: 0.5f), MaxNorm(3.5f)] public partial Layer First { get; }
    [Dense(1024), Relu, Dropout(keep: 0.5f), MaxNorm(3.5f)] public partial Layer Second { get; }
    [Dense(1024), Relu, Dropout(keep: 0.5f), MaxNorm(3.5f)] public partial Layer Third { get; }
    [Dense(10), SoftmaxCrossEntropy] public partial Head Label { get; }
}
