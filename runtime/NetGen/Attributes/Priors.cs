namespace NetGen;

/// <summary>
/// A normal prior on each weight, w ~ N(0, σ²): the most probable weights minimize E + λ·½‖w‖² with λ = 1/(N·σ²), N the number of training
/// examples (Deep Learning, §5.6.1). It is <see cref="L2Attribute"/> with that λ, and stands in its place. On a layer: its weights; on the
/// class: the weights of every layer without a <c>GaussianPrior</c> or <c>L2</c> of its own.
/// </summary>
/// <remarks>
/// <para>
/// E is a mean over examples, hence the N. <c>Fit</c> sets the network's <c>TrainingExamples</c> to the rows it is given, those with a missing
/// target among them; who calls <c>TrainStep</c> instead sets it first.
/// </para>
/// <para>
/// "Most probable" holds where E is the mean negative log-likelihood of one head. Both cross-entropies are. The squared error of one output
/// is, up to a constant, for targets with noise of variance ½; for noise of variance s² give the head <c>Weight = 1/(2s²)</c>. With other losses,
/// weights, smoothing or several heads the formula for λ is the same, and the reading only by analogy.
/// </para>
/// </remarks>
/// <param name="sigma">The standard deviation σ &gt; 0.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Class)]
public sealed class GaussianPriorAttribute(float sigma) : Attribute
{
    /// <summary>The standard deviation σ.</summary>
    public float Sigma { get; } = sigma;

    /// <summary>Whether the bias has the prior too; false if not given.</summary>
    public bool Bias { get; set; }
}

/// <summary>
/// A Laplace prior on each weight, of density exp(−|w|/σ)/2σ: the most probable weights minimize E + λ·‖w‖₁ with λ = 1/(N·σ), N the number of
/// training examples (Deep Learning, §7.1.2). It is <see cref="L1Attribute"/> with that λ, and stands in its place. On a layer: its weights; on
/// the class: the weights of every layer without a <c>LaplacePrior</c> or <c>L1</c> of its own.
/// </summary>
/// <remarks>σ is the density's scale; its standard deviation is √2·σ. For N see <see cref="GaussianPriorAttribute"/>.</remarks>
/// <param name="sigma">The scale σ &gt; 0.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Class)]
public sealed class LaplacePriorAttribute(float sigma) : Attribute
{
    /// <summary>The scale σ.</summary>
    public float Sigma { get; } = sigma;

    /// <summary>Whether the bias has the prior too; false if not given.</summary>
    public bool Bias { get; set; }

    /// <summary>Whether it acts by its proximal operator, which makes weights exactly 0: see <see cref="L1Attribute.Proximal"/>.</summary>
    public bool Proximal { get; set; }
}
