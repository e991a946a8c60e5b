namespace NetGen;

/// <summary>
/// Inverted dropout: in training each unit is kept with probability p and then multiplied by 1/p, else it is 0; prediction uses every
/// unit as it is. Srivastava et al. 2014; Deep Learning, §7.12. On hidden layers and on inputs.
/// </summary>
/// <param name="keep">The probability p that a unit is kept, in (0, 1].</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class DropoutAttribute(float keep) : Attribute
{
    /// <summary>The probability that a unit is kept.</summary>
    public float Keep { get; } = keep;
}
