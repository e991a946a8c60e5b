namespace NetGen;

/// <summary>The two halves of <see cref="Dataset.Split"/>, or a fold of <see cref="Dataset.Folds"/>: every row is in exactly one of them.</summary>
/// <param name="Train">The rows to train on.</param>
/// <param name="Validation">The rows held out.</param>
public sealed record DataSplit(Dataset Train, Dataset Validation);
