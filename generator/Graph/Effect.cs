using NetGen.Generator.Text;

namespace NetGen.Generator.Graph;

/// <summary>Something the graph does: every live node serves at least one.</summary>
/// <param name="Kind">What is done with the value.</param>
/// <param name="Target">The head (losses, predictions) or input (gradients toward it), or empty.</param>
/// <param name="Value">The value.</param>
/// <param name="Destination">
/// For <see cref="EffectKind.Assign"/>: the parameter, state or, in an attack, input node that takes the value; for the others that take one:
/// x′, or the input as training sees it.
/// </param>
internal sealed record Effect(EffectKind Kind, string Target, Node Value, Node? Destination = null)
{
    /// <summary>The targets of the objectives that an adversarial step has instead of one.</summary>
    public const string Clean = "clean", Adversarial = "adversarial", Penalties = "penalties";

    public override string ToString() => Destination is null
        ? Invariant.Of($"{Kind} {Target} <- %{Value.Id}")
        : Invariant.Of($"{Kind} %{Destination.Id} {Destination.Name} <- %{Value.Id}");
}

internal enum EffectKind
{
    /// <summary>A parameter, optimizer state or attacked input takes a new value, after every use of the old one.</summary>
    Assign,

    /// <summary>An input's rows as training sees them take their value, before any use of it.</summary>
    Augment,

    /// <summary>x′ takes its first value, before any use of it.</summary>
    Perturb,

    /// <summary>x′ takes its next value, after a pass forward and back with this one; then the next pass begins.</summary>
    NextIteration,

    /// <summary>The scalar whose gradient the optimizer, or an attack, follows; differentiation replaces it by the updates.</summary>
    Objective,

    /// <summary>λ·Ω(w) of a layer, a scalar: a term of what training minimizes, by its gradient or by a proximal step.</summary>
    Penalty,

    /// <summary>The mean loss of a head, a scalar.</summary>
    Loss,

    /// <summary>The loss of each row of a head.</summary>
    RowLoss,

    /// <summary>What a head predicts.</summary>
    Prediction,

    /// <summary>The gradient of each row's own loss toward an input.</summary>
    InputGradient,
}
