namespace NetGen;

/// <summary>
/// Stochastic gradient descent: w ← w − η·g; with momentum μ: v ← μv + g, w ← w − ηv; with Nesterov: w ← w − η(g + μv)
/// (Deep Learning, §8.3; the PyTorch form of momentum).
/// </summary>
/// <param name="learningRate">η &gt; 0.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class SgdAttribute(float learningRate = 0.01f) : Attribute
{
    /// <summary>The learning rate η.</summary>
    public float LearningRate { get; } = learningRate;

    /// <summary>μ in [0, 1); no momentum and no state if not given.</summary>
    public float Momentum { get; set; }

    /// <summary>Whether momentum looks ahead.</summary>
    public bool Nesterov { get; set; }
}

/// <summary>RMSProp: s ← ρs + (1 − ρ)g², w ← w − η·g/(√s + ε). Hinton 2012; Deep Learning, §8.5.2.</summary>
/// <remarks>A number of the gradient beyond ±2⁶³ counts as ±2⁶³, for its square would overflow: divided by the root of squares it moves a weight as far.</remarks>
/// <param name="learningRate">η &gt; 0.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class RmsPropAttribute(float learningRate = 0.001f) : Attribute
{
    /// <summary>The learning rate η.</summary>
    public float LearningRate { get; } = learningRate;

    /// <summary>ρ in [0, 1): how slowly the mean square forgets.</summary>
    public float Rho { get; set; } = 0.9f;

    /// <summary>ε &gt; 0, against division by zero.</summary>
    public float Epsilon { get; set; } = 1e-7f;
}

/// <summary>
/// Adam: m ← β₁m + (1 − β₁)g, v ← β₂v + (1 − β₂)g², w ← w − η·m̂/(√v̂ + ε), with m̂ = m/(1 − β₁ᵗ), v̂ = v/(1 − β₂ᵗ).
/// Kingma &amp; Ba 2015. The optimizer of a network that names none.
/// </summary>
/// <remarks>A number of the gradient beyond ±2⁶³ counts as ±2⁶³, for its square would overflow: divided by the root of squares it moves a weight as far.</remarks>
/// <param name="learningRate">η &gt; 0.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class AdamAttribute(float learningRate = 0.001f) : Attribute
{
    /// <summary>The learning rate η.</summary>
    public float LearningRate { get; } = learningRate;

    /// <summary>β₁ in [0, 1).</summary>
    public float Beta1 { get; set; } = 0.9f;

    /// <summary>β₂ in [0, 1).</summary>
    public float Beta2 { get; set; } = 0.999f;

    /// <summary>ε &gt; 0, against division by zero.</summary>
    public float Epsilon { get; set; } = 1e-8f;
}

/// <summary>
/// Adam with decoupled weight decay: Adam's step and, besides, w ← w − η·decay·w for every weight without a <c>Decay</c> of its own.
/// Biases do not decay. Loshchilov &amp; Hutter 2019.
/// </summary>
/// <remarks>A number of the gradient beyond ±2⁶³ counts as ±2⁶³, for its square would overflow: divided by the root of squares it moves a weight as far.</remarks>
/// <param name="learningRate">η &gt; 0.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class AdamWAttribute(float learningRate = 0.001f) : Attribute
{
    /// <summary>The learning rate η.</summary>
    public float LearningRate { get; } = learningRate;

    /// <summary>The decay rate; ≥ 0.</summary>
    public float Decay { get; set; } = 0.01f;

    /// <summary>β₁ in [0, 1).</summary>
    public float Beta1 { get; set; } = 0.9f;

    /// <summary>β₂ in [0, 1).</summary>
    public float Beta2 { get; set; } = 0.999f;

    /// <summary>ε &gt; 0, against division by zero.</summary>
    public float Epsilon { get; set; } = 1e-8f;
}
