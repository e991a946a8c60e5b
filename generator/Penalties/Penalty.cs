using NetGen.Generator.Graph;

namespace NetGen.Generator.Penalties;

/// <summary>λ·Ω(w), added to the objective for one layer's parameters; the gradient follows from Ω.</summary>
/// <param name="Scope">The layer's name, or empty when the strength is the whole network's.</param>
/// <param name="Lambda">The strength's default.</param>
/// <param name="Bias">Whether the bias is penalised too.</param>
internal abstract record Penalty(string Scope, float Lambda, bool Bias)
{
    /// <summary>The attribute's name, which also ends the hyperparameter's.</summary>
    public abstract string Name { get; }

    /// <summary>Ω in words of mathematics: <c>½‖w‖²</c>.</summary>
    public abstract string Formula { get; }

    /// <summary>λ·Ω(w).</summary>
    public Node Build(NetworkGraph graph, Node w)
    {
        string of = Scope.Length == 0 ? "every layer without a strength of its own" : Scope;
        Node lambda = graph.Hyperparameter(new(Scope + Name, Lambda, Graph.Range.NotNegative, $"λ of the penalty λ·{Formula} on the weights of {of}."));
        return lambda * Omega(graph, w);
    }

    protected abstract Node Omega(NetworkGraph graph, Node w);
}
