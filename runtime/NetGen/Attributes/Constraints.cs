namespace NetGen;

/// <summary>
/// Keeps the weights that enter a unit short: after each update, a unit whose incoming weights w (column j of W) have a norm √Σᵢwᵢⱼ² above c gets
/// w·c/‖w‖ instead (Srebro &amp; Shraibman 2005; with dropout, Srivastava et al. 2014, who used c = 2 to 4). On a layer: its weights; on the
/// class: the weights of every layer without a <c>MaxNorm</c> of its own, heads included. Biases are free.
/// </summary>
/// <remarks>A constraint, not a penalty: the objective does not count it, and the optimizer's moments do not know of it.</remarks>
/// <param name="limit">c &gt; 0; <see cref="float.PositiveInfinity"/> limits nothing and changes no bit.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Class)]
public sealed class MaxNormAttribute(float limit) : Attribute
{
    /// <summary>The longest norm c.</summary>
    public float Limit { get; } = limit;
}

/// <summary>
/// Limits the gradient g, penalties included, before the optimizer sees it: by its norm, g ← g·min(1, c/‖g‖₂) over all parameters together
/// (Pascanu, Mikolov &amp; Bengio 2013), or by value, each number to [−v, v]. Give one of the two.
/// </summary>
/// <remarks>
/// <para>Decoupled decay and proximal steps are no part of the gradient, and are not limited.</para>
/// <para>
/// A gradient whose norm is NaN or infinite is not limited to a finite one: every parameter becomes NaN, and a fit ends with
/// <c>TrainingDivergedException</c>. By value, a NaN stays one.
/// </para>
/// <para>The norm needs the whole gradient before the first update, so it is written to memory and read again; by value costs next to nothing.</para>
/// </remarks>
[AttributeUsage(AttributeTargets.Class)]
public sealed class GradientClippingAttribute : Attribute
{
    /// <summary>
    /// The longest norm c &gt; 0 of the gradient of all parameters together; <see cref="float.PositiveInfinity"/> limits nothing and changes
    /// no bit.
    /// </summary>
    public float Norm { get; set; }

    /// <summary>
    /// The largest magnitude v &gt; 0 of each number of the gradient; <see cref="float.PositiveInfinity"/> limits nothing and changes no bit.
    /// </summary>
    public float Value { get; set; }
}
