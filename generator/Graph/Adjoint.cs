namespace NetGen.Generator.Graph;

/// <summary>
/// Where the derivative rules of operations leave their results: for each node u, what its users contribute to ∂E/∂u.
/// </summary>
internal abstract class Adjoint
{
    /// <summary>Adds a contribution to ∂E/∂u, first summed down to u's type where u was spread over a wider one.</summary>
    public abstract void Add(Node u, Node contribution);

    /// <summary>Adds a contribution that is made only if it is needed, in u's section.</summary>
    /// <param name="u">The node whose gradient it is a part of.</param>
    /// <param name="contribution">Makes the contribution from <paramref name="other"/>.</param>
    /// <param name="other">The operand of the operation that the contribution is made from.</param>
    public abstract void Add(Node u, Func<Node, NetworkGraph, Node> contribution, Node other);
}
