namespace RegularizationLab;

/// <summary>How strongly a network is regularised; what is not set does nothing.</summary>
public sealed record Recipe
{
    /// <summary>λ of λ·‖w‖₁ on all weights.</summary>
    public float L1 { get; init; }

    /// <summary>λ of λ·½‖w‖² on all weights.</summary>
    public float L2 { get; init; }

    /// <summary>The probability that a hidden unit is dropped in a training step, in [0, 1).</summary>
    public float DropRate { get; init; }

    /// <summary>ε of label smoothing.</summary>
    public float Smoothing { get; init; }

    /// <summary>ε of the adversarial examples that the network learns from beside the clean ones; 0 for a network without any.</summary>
    public float AdversarialEpsilon { get; init; }
}
