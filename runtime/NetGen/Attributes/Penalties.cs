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

    /// <summary>Whether the bias is penalized too; false if not given.</summary>
    public bool Bias { get; set; }
}

/// <summary>
/// Adds λ·‖w‖₁ to the objective, and so λ·sign(w) to the gradient, with sign(0) = 0 (Deep Learning, §7.1.2). On a layer: its weights; on
/// the class: the weights of every layer without an <c>L1</c> of its own. Biases are left out unless <see cref="Bias"/> asks for them.
/// </summary>
/// <remarks>With an <c>L2</c> beside it, the elastic net (Zou &amp; Hastie 2005).</remarks>
/// <param name="lambda">λ ≥ 0.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Class)]
public sealed class L1Attribute(float lambda) : Attribute
{
    /// <summary>The strength λ.</summary>
    public float Lambda { get; } = lambda;

    /// <summary>Whether the bias is penalized too; false if not given.</summary>
    public bool Bias { get; set; }

    /// <summary>
    /// Whether the penalty acts by its proximal operator and not by a gradient: after the optimizer's step, w ← sign(w)·max(|w| − ηλ/h, 0),
    /// so that weights become exactly 0. False if not given.
    /// </summary>
    /// <remarks>
    /// <para>
    /// h is what the optimizer divides a steady gradient by, so that a step is w − ηg/h: 1 for <c>Sgd</c>, 1 − μ with momentum, √s + ε for
    /// <c>RmsProp</c>, √v̂ + ε for <c>Adam</c> and <c>AdamW</c>, each weight by its own. That is the proximal operator in the metric the step
    /// was taken in (Duchi, Hazan &amp; Singer 2011; ProxGen, Yun, Lozano &amp; Yang 2021), and with it a weight rests under every optimizer
    /// where it does in theory: at −g ∈ λ·∂|w|, the minimum of the objective.
    /// </para>
    /// <para>
    /// With <c>RmsProp</c>, <c>Adam</c> and <c>AdamW</c> the shrinkage is at most η·(1 + |step|), where η·step is what the optimizer has just
    /// moved w by: η·min(λ/h, 1 + |step|). A weight without a gradient so far, of an input that was always 0 or a unit that was never active,
    /// has an h of ε and would be 0 at once, whatever λ is; so it comes nearer to 0 by η a step, as it would by the gradient λ·sign(w). Where
    /// weights rest is not changed by that: the limit acts only on weights that are on their way to 0 or there, and they remain so.
    /// </para>
    /// <para>λ·sign(w) enters neither g nor the moments, and gradient clipping does not see it. The objective counts λ·‖w‖₁ all the same.</para>
    /// </remarks>
    public bool Proximal { get; set; }
}

/// <summary>
/// Adds λ·Σᵢ‖wᵢ‖₂ to the objective, where wᵢ are the weights that leave input i, row i of W [inputs, units]; and so λ·wᵢ/‖wᵢ‖₂ to the
/// gradient, 0 where wᵢ = 0 (Yuan &amp; Lin 2006). Inputs fade as a whole: what nothing needs loses all of its weights. Where a layer reads an
/// image, an input is a channel: a group is all that leaves it, at every place of a kernel or at every pixel that a dense layer reads. To have a
/// group for each pixel, declare the input as a row of numbers, <c>[Input(784)]</c>. On a layer: its
/// weights; on the class: the weights of every layer without a <c>GroupLasso</c> of its own. A bias leaves no input and is never part of it.
/// </summary>
/// <remarks>By its gradient a group comes near 0 but never rests there; a threshold on ‖wᵢ‖₂ tells which inputs are gone.</remarks>
/// <param name="lambda">λ ≥ 0.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Class)]
public sealed class GroupLassoAttribute(float lambda) : Attribute
{
    /// <summary>The strength λ.</summary>
    public float Lambda { get; } = lambda;
}

/// <summary>
/// Decoupled weight decay: besides the optimizer's step, w ← w − η·rate·w (Loshchilov &amp; Hutter 2019). With plain SGD it equals
/// <c>L2</c>; with momentum or an adaptive optimizer it does not.
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
