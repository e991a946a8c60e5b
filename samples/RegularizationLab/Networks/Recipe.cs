namespace RegularizationLab;

/// <summary>How strongly a network is regularized; what is not set does nothing.</summary>
public sealed record Recipe
{
    /// <summary>λ of λ·‖w‖₁ on all weights.</summary>
    public float L1 { get; init; }

    /// <summary>λ of λ·½‖w‖² on all weights.</summary>
    public float L2 { get; init; }

    /// <summary>The longest norm of the weights into a hidden unit; ∞ for no limit.</summary>
    public float MaxNorm { get; init; } = float.PositiveInfinity;

    /// <summary>The probability that a hidden unit is dropped in a training step, in [0, 1).</summary>
    public float DropRate { get; init; }

    /// <summary>σ of the noise added to each pixel in a training step.</summary>
    public float Noise { get; init; }

    /// <summary>α of the shares in which images are blended.</summary>
    public float Mixup { get; init; }

    /// <summary>ε of label smoothing.</summary>
    public float Smoothing { get; init; }

    /// <summary>Positions that an image is shifted at most, along each axis.</summary>
    public int Shift { get; init; }

    /// <summary>Degrees that an image is rotated at most.</summary>
    public float Rotation { get; init; }

    /// <summary>α of elastic deformation, in positions.</summary>
    public float Elastic { get; init; }

    /// <summary>How likely an image is mirrored left to right.</summary>
    public float HorizontalFlip { get; init; }

    /// <summary>How likely an image is mirrored top to bottom.</summary>
    public float VerticalFlip { get; init; }

    /// <summary>ε of the adversarial examples that the network learns from beside the clean ones; 0 for a network without any.</summary>
    public float AdversarialEpsilon { get; init; }

    /// <summary>What an update leaves of the weights' moving average, in [0, 1); for 0 the average is the last weights.</summary>
    public float AverageDecay { get; init; }

    /// <summary>The learning rate, in units of the network's own.</summary>
    public float RateFactor { get; init; } = 1;
}
