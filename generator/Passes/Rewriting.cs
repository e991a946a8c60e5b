using NetGen.Generator.Graph;

namespace NetGen.Generator.Passes;

/// <summary>Copies the live part of a graph (and every parameter, which is there to be looked at even where it feeds no head), putting a simpler node in the place of each one a rule knows.</summary>
internal static class Rewriting
{
    /// <param name="graph">The graph to copy; it stays as it is.</param>
    /// <param name="rule">Given a node of the copy, the node to use instead, or the same.</param>
    public static NetworkGraph Run(NetworkGraph graph, Func<Node, Node> rule) => Run(graph, (_, copy) => rule(copy));

    /// <param name="graph">The graph to copy; it stays as it is.</param>
    /// <param name="rule">Given a node and its copy, the node to use instead of the copy, or the copy.</param>
    public static NetworkGraph Run(NetworkGraph graph, Func<Node, Node, Node> rule)
    {
        var copy = new NetworkGraph();
        var copies = new Dictionary<Node, Node>();
        foreach (Hyperparameter hyperparameter in graph.Hyperparameters)
        {
            copy.Hyperparameter(hyperparameter);
        }

        // What an effect makes stays too, even if nothing reads it: an input that is augmented and unread.
        var live = new HashSet<Node>(graph.Live(graph.Effects.SelectMany(e => e.Destination is null ? [e.Value] : new[] { e.Value, e.Destination })));
        foreach (Node node in graph.Nodes.Where(n => live.Contains(n) || n.Op is Ops.Parameter))
        {
            copy.Section = node.Section;
            Node[] operands = [.. node.Operands.Select(o => copies[o])];
            copies[node] = rule(node, copy.Add(node.Op, operands)).NamedAs(node);
        }

        foreach (Effect effect in graph.Effects)
        {
            copy.Add(effect with { Value = copies[effect.Value], Destination = effect.Destination is null ? null : copies[effect.Destination] });
        }

        return copy;
    }
}
