namespace NetGen;

/// <summary>
/// In training adds to each unit a number from N(0, σ²), another one for each row and step; prediction uses the units as they are. On inputs
/// and on layers, after the activation and before dropout. On the inputs of a linear layer with squared error it is λ‖w‖² with λ = σ²
/// (Bishop 1995; Deep Learning, §7.5).
/// </summary>
/// <param name="sigma">The standard deviation σ, &gt; 0. As hyperparameter it may be 0, which adds nothing and changes no bit.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class GaussianNoiseAttribute(float sigma) : Attribute
{
    /// <summary>The standard deviation σ.</summary>
    public float Sigma { get; } = sigma;
}
