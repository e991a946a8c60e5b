namespace RegularizationLab;

/// <summary>How fast a network learns, and within which limits; what is not set limits nothing.</summary>
internal sealed record Pace
{
    /// <summary>The limit that limits nothing.</summary>
    public const float Unlimited = float.PositiveInfinity;

    /// <summary>η, the learning rate at the start.</summary>
    public float Rate { get; init; } = .1f;

    /// <summary>The longest norm of the gradient of all parameters together.</summary>
    public float Clipping { get; init; } = Unlimited;

    /// <summary>The longest norm of the weights that enter a unit.</summary>
    public float MaxNorm { get; init; } = Unlimited;

    /// <summary>The probability that a hidden unit is dropped in a training step.</summary>
    public float DropRate { get; init; }
}
