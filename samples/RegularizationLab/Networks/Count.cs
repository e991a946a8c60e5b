namespace RegularizationLab;

/// <summary>How a network counts its classes, and how strongly it is penalized.</summary>
internal sealed record Count
{
    /// <summary>Whether an image of the rare class counts ten times, and not once.</summary>
    public bool Weighs { get; init; }

    /// <summary>λ of λ·½‖w‖² on all weights.</summary>
    public float L2 { get; init; }
}
