namespace NetGen;

/// <summary>
/// Trains on blends of rows: x̃ = λ·x + (1 − λ)·x′ with the row's partner x′, another row of the batch and never itself (Zhang, Cissé,
/// Dauphin &amp; Lopez-Paz 2018). λ is drawn from Beta(α, α), and the partners as a random cycle through the batch, anew in each step; both are
/// functions of the seed and the step.
/// </summary>
/// <remarks>
/// A cross-entropy is blended itself, λ·E(z̃, y) + (1 − λ)·E(z̃, y′); of either row whose target is missing nothing is learned. Squared and absolute
/// errors and Huber's have the target blended, λ·t + (1 − λ)·t′, so there every row needs its target.
/// Predictions, measurements and attacks are of rows as they are. <see cref="AdversarialTrainingAttribute"/> makes its x′ from the blends, and
/// compares both with the same blended targets. A float target must be there in every row that is trained on, for α = 0 as well; a
/// row that is alone in its batch has nothing to be blended with, and is trained on as it is.
/// </remarks>
/// <param name="alpha">
/// α ≥ 0: λ is near 0 or 1 for a small α, uniform for 1, near ½ for a large one; 0.1 to 0.4 are usual. 0 is no mixup: λ = 1, and the steps
/// are to the bit those of a network without this attribute.
/// </param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class MixupAttribute(float alpha) : Attribute
{
    /// <summary>α of Beta(α, α).</summary>
    public float Alpha { get; } = alpha;
}
