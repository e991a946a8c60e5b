using NetGen.Generator.Graph;
using NetGen.Generator.Ops;

namespace NetGen.Generator.Language.Penalties;

/// <summary>λ·Ω(w), added to the objective for one layer's parameters; the gradient follows from Ω.</summary>
/// <param name="Scope">The layer's name, or empty when the strength is the whole network's.</param>
/// <param name="Strength">λ.</param>
/// <param name="Bias">Whether parameters that are no weights, such as a bias, are penalized too.</param>
internal abstract record Penalty(string Scope, Strength Strength, bool Bias)
{
    /// <summary>What it is called; of two of one name on a layer and on the class, the layer's own holds.</summary>
    public abstract string Name { get; }

    /// <summary>Ω in words of mathematics: <c>½‖w‖²</c>.</summary>
    public abstract string Formula { get; }

    /// <summary>Whether a proximal step after the optimizer's takes the place of its gradient.</summary>
    public virtual bool IsProximal => false;

    /// <summary>Whether it acts on parameters of this role.</summary>
    public bool ActsOn(ParameterRole role) => role.IsWeight || (Bias && role.IsTrained);

    /// <summary>λ.</summary>
    public Node LambdaIn(NetworkGraph graph) => Strength.Build(graph, Scope, Formula);

    /// <summary>λ·Ω(w).</summary>
    public Node Build(NetworkGraph graph, Node w) => LambdaIn(graph) * Omega(graph, w);

    protected abstract Node Omega(NetworkGraph graph, Node w);
}
