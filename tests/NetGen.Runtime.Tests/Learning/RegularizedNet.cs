namespace NetGen.Tests.Learning;

/// <summary><see cref="SmallNet"/> with every kind of regularization.</summary>
[Network(BatchSize = 32), Adam(learningRate: 5e-3f)]
internal sealed partial class RegularizedNet
{
    [Input(8, 8, 1), Dropout(keep: 0.95f)] public partial Layer Image { get; }
    [Dense(48), Relu, L1(1e-6f), L2(1e-4f), Dropout(keep: 0.8f)] public partial Layer Hidden { get; }
    [Dense(10), SoftmaxCrossEntropy(Smoothing = 0.1f)] public partial Head Label { get; }

    /// <summary>Hyperparameters with which nothing of it is felt.</summary>
    public static Hyperparameters Neutral { get; } = new() { ImageKeep = 1, HiddenL1 = 0, HiddenL2 = 0, HiddenKeep = 1, LabelSmoothing = 0 };
}
