namespace NetGen.Generator.Language;

/// <summary>What attributes add to what callers see of a network.</summary>
[Flags]
internal enum NetworkFeatures
{
    None = 0,

    /// <summary>Something is random in training, so that predictions can be uncertain.</summary>
    UncertainPredictions = 1,

    /// <summary>The objective has penalties.</summary>
    Penalties = 2,

    /// <summary>A penalty depends on the number of training examples.</summary>
    TrainingExamples = 4,

    /// <summary>The parameters are averaged over the updates.</summary>
    AveragedWeights = 8,

    /// <summary>The rows of a batch are blended in pairs.</summary>
    BlendedRows = 16,

    /// <summary>Images of an input are augmented.</summary>
    AugmentedInputs = 32,

    /// <summary>All of them.</summary>
    All = UncertainPredictions | Penalties | TrainingExamples | AveragedWeights | BlendedRows | AugmentedInputs,
}
