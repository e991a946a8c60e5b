namespace NetGen;

/// <summary>relu(z) = max(z, 0). Nair &amp; Hinton 2010; Goodfellow, Bengio &amp; Courville, Deep Learning, §6.3.1.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ReluAttribute : Attribute;

/// <summary>z for z &gt; 0, else slope·z. Maas, Hannun &amp; Ng 2013.</summary>
/// <param name="slope">The slope for negative z; in [0, 1).</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class LeakyReluAttribute(float slope = 0.01f) : Attribute
{
    /// <summary>The slope for negative z.</summary>
    public float Slope { get; } = slope;
}

/// <summary>z for z &gt; 0, else α·(exp z − 1). Clevert, Unterthiner &amp; Hochreiter 2016.</summary>
/// <param name="alpha">The size of the negative limit; &gt; 0.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class EluAttribute(float alpha = 1f) : Attribute
{
    /// <summary>The size of the negative limit.</summary>
    public float Alpha { get; } = alpha;
}

/// <summary>z·Φ(z) with Φ the normal distribution function (the exact form, not the tanh approximation). Hendrycks &amp; Gimpel 2016.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class GeluAttribute : Attribute;

/// <summary>σ(z) = 1 / (1 + exp(−z)).</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SigmoidAttribute : Attribute;

/// <summary>tanh(z).</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class TanhAttribute : Attribute;

/// <summary>log(1 + exp z). Dugas et al. 2001.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SoftplusAttribute : Attribute;

/// <summary>z·σ(z), also called SiLU. Ramachandran, Zoph &amp; Le 2017.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SwishAttribute : Attribute;
