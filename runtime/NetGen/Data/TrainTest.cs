namespace NetGen;

/// <summary>A published data set in the two parts that it is published in.</summary>
/// <param name="Train">The rows to train on; <see cref="Dataset.Split"/> takes the validation set from them.</param>
/// <param name="Test">The rows that judge at the end, and decide nothing.</param>
public sealed record TrainTest(Dataset Train, Dataset Test);
