using NetGen.Generator.Language;

namespace NetGen.Generator.Surface;

/// <summary>
/// The public members of a network, listed once: the emitter of a sound network adds their bodies, that of a faulty one bodies that throw, and the
/// binder asks which names they take. The properties that are the network's values are the user's own.
/// </summary>
internal sealed class NetworkSurface(NetworkOutline network)
{
    /// <summary>All that any network may have.</summary>
    public static readonly NetworkSurface Whole = new(new NetworkOutline("", [], [], NetworkFeatures.All));

    public SettingMembers Settings { get; } = new(network);

    public TrainingMembers Training { get; } = new(network);

    public PredictionMembers Predictions { get; } = new(network);

    public AttackMembers Attacks { get; } = new(network);

    public AugmentMembers Augmentations { get; } = new(network);

    public WeightMembers Weights { get; } = new(network);

    public FileMembers Files { get; } = new();

    /// <summary>The methods.</summary>
    public IEnumerable<SurfaceMethod> Methods =>
    [
        Training.Data, Training.DataOfColumns, Training.Fit, Training.Evaluate, Training.TrainStep,
        Predictions.Predict, .. If(NetworkFeatures.UncertainPredictions, Predictions.PredictUncertain),
        .. If(NetworkFeatures.AugmentedInputs, Augmentations.Augment),
        Attacks.InputGradient, Attacks.Fgsm, Attacks.Pgd,
        .. If(NetworkFeatures.Penalties, Weights.Penalty), Weights.Sparsity, .. If(NetworkFeatures.AveragedWeights, Weights.UseAveragedWeights),
        Files.Save, Files.Load, Files.LoadWithLayout, Files.Dispose,
    ];

    /// <summary>The properties beside the network's values.</summary>
    public IEnumerable<SurfaceProperty> Properties =>
        [Settings.HyperparameterValues, Settings.Threads, Settings.VectorBits, .. If(NetworkFeatures.TrainingExamples, Weights.TrainingExamples)];

    /// <summary>The records.</summary>
    public IEnumerable<SurfaceRecord> Records => [Settings.Hyperparameters, Training.Evaluation];

    private T[] If<T>(NetworkFeatures feature, T member) => network.Has(feature) ? [member] : [];
}
