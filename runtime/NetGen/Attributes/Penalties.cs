namespace NetGen;

/// <summary>
/// Adds λ·½‖w‖² to the objective, and so λw to the gradient (Deep Learning, §7.1.1). On a layer: its weights; on the class: the
/// weights of every layer without an <c>L2</c> of its own. Biases are left out unless <see cref="Bias"/> asks for them.
/// </summary>
/// <param name="lambda">λ ≥ 0.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Class)]
public sealed class L2Attribute(float lambda) : Attribute
{
    /// <summary>The strength λ.</summary>
    public float Lambda { get; } = lambda;

    /// <summary>Whether the bias is penalised too; false if not given.</summary>
    public bool Bias { get; set; }
}

/// <summary>
/// Adds λ·‖w‖₁ to the objective, and so λ·sign(w) to the gradient, with sign(0) = 0 (Deep Learning, §7.1.2). On a layer: its weights; on
/// the class: the weights of every layer without an <c>L1</c> of its own. Biases are left out unless <see cref="Bias"/> asks for them.
/// </summary>
/// <param name="lambda">λ ≥ 0.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Class)]
public sealed class L1Attribute(float lambda) : Attribute
{
    /// <summary>The strength λ.</summary>
    public float Lambda { get; } = lambda;

    /// <summary>Whether the bias is penalised too; false if not given.</summary>
    public bool Bias { get; set; }
}

/// <summary>
/// Decoupled weight decay: besides the optimiser's step, w ← w − η·rate·w (Loshchilov &amp; Hutter 2019). With plain SGD it equals
/// <c>L2</c>; with momentum or an adaptive optimiser it does not.
/// </summary>
/// <param name="rate">The share of w that a step of learning rate 1 takes away; ≥ 0.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Class)]
public sealed class DecayAttribute(float rate) : Attribute
{
    /// <summary>The decay rate.</summary>
    public float Rate { get; } = rate;

    /// <summary>Whether the bias decays too; false if not given.</summary>
    public bool Bias { get; set; }
}
