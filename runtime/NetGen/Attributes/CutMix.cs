namespace NetGen;

/// <summary>
/// Trains on images of which a box is another's: λ is drawn from Beta(α, α), the box has sides of √(1 − λ) of the image's, to whole positions, and
/// any position as its center; what reaches past the edge is left out. λ then is the share of the image that is kept, and the targets are
/// λ·t + (1 − λ)·t′ (Yun et al. 2019). The partners, and what a missing target means, are as with <see cref="MixupAttribute"/>; there is one box
/// for each step.
/// </summary>
/// <remarks>
/// Inputs that are images have one height and width, those of the box; other inputs are blended by λ, as Mixup does. Augmentations come before: the
/// partner is augmented too.
/// </remarks>
/// <param name="alpha">α ≥ 0: λ is uniform for 1, which Yun et al. use, and near 0 or 1 for a small α. 0 cuts nothing, to the bit.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class CutMixAttribute(float alpha) : Attribute
{
    /// <summary>α of Beta(α, α).</summary>
    public float Alpha { get; } = alpha;
}
