namespace RegularizationLab;

/// <summary>How strongly the weights that read the image are penalized; what is not set does nothing.</summary>
internal sealed record Penalties
{
    /// <summary>λ of λ·½‖w‖².</summary>
    public float L2 { get; init; }

    /// <summary>λ of λ·‖w‖₁.</summary>
    public float L1 { get; init; }

    /// <summary>λ of λ·Σᵢ‖wᵢ‖₂, wᵢ being the weights that leave pixel i.</summary>
    public float GroupLasso { get; init; }
}
