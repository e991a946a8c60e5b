namespace NetGen;

/// <summary>
/// Batch normalization, between a layer's kind and its activation: y = γ·(z − μ)/√(σ² + ε) + β, where μ and σ² are the mean and the population
/// variance of each channel over all rows of the batch, with a label or without, and all positions of an image (Ioffe &amp; Szegedy 2015;
/// Goodfellow, Bengio &amp; Courville 2016, §8.7.1). γ and β are learned for each channel and start at 1 and 0. Penalties act on them only with
/// <c>Bias = true</c>. A bias that the layer's kind has for each channel is left out, for the mean takes it away.
/// </summary>
/// <remarks>
/// <para>
/// A prediction, an evaluation and an attack use running averages instead: at step t, r ← r + (1 − d)/(1 − dᵗ)·(statistic − r) with d =
/// <see cref="Decay"/>. They are parameters of the layer, <c>runningMean</c> and <c>runningVariance</c>: saved, restored by early stopping,
/// averaged by <see cref="AverageWeightsAttribute"/>, never trained or penalized. PyTorch's <c>momentum</c> is 1 − d, and its running variance is
/// divided by N − 1; Keras' ε is 10⁻³.
/// </para>
/// <para>
/// Adversarial rows of a training step are normalized by their own statistics and move no running average. The last batches of an epoch are cut
/// so that none has a single row. A step in which a channel has fewer than two numbers throws an <see cref="ArgumentOutOfRangeException"/>.
/// </para>
/// </remarks>
[AttributeUsage(AttributeTargets.Property)]
public sealed class BatchNormAttribute : Attribute
{
    /// <summary>d, what a step leaves of the running averages, in [0, 1); 0.9 if not given. A hyperparameter.</summary>
    public float Decay { get; set; } = 0.9f;

    /// <summary>ε, added to the variance, &gt; 0; 10⁻⁵ if not given.</summary>
    public float Epsilon { get; set; } = 1e-5f;
}

/// <summary>
/// Layer normalization, between a layer's kind and its activation: y = γ·(z − μ)/√(σ² + ε) + β, where μ and σ² are the mean and the population
/// variance of all numbers of a row, of an image those of all positions and channels; the same in training and prediction (Ba, Kiros &amp; Hinton
/// 2016). γ and β are learned for each channel, of a vector for each unit, and start at 1 and 0. Penalties act on them only with
/// <c>Bias = true</c>. A bias that the layer's kind has for each channel is left out.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class LayerNormAttribute : Attribute
{
    /// <summary>ε, added to the variance, &gt; 0; 10⁻⁵ if not given.</summary>
    public float Epsilon { get; set; } = 1e-5f;
}
