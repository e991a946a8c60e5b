using NetGen.Generator.Graph;
using NetGen.Generator.Ops;
using NetGen.Generator.Text;

namespace NetGen.Generator.Passes;

/// <summary>
/// Appends the backward pass: walks the graph from the objective to the parameters, or in an attack to the inputs, users before operands,
/// and lets every operation add what it passes back. Only what lies between such a leaf and the objective is visited, so training makes no
/// gradient toward the inputs, and an attack none toward the parameters.
/// </summary>
internal static class Differentiate
{
    /// <summary>The gradient of the objective for each trained parameter it depends on, in the order of the parameters.</summary>
    public static IReadOnlyList<(Node Parameter, Node Gradient)> Run(NetworkGraph graph) =>
        Run(graph, toward: leaf => leaf.Op is Parameter { Role.IsTrained: true });

    /// <summary>The gradient of the objective for each of the leaves asked for that it depends on, in their order.</summary>
    public static IReadOnlyList<(Node Leaf, Node Gradient)> Run(NetworkGraph graph, Func<Node, bool> toward)
    {
        Effect objective = graph.Effects.Single(e => e.Kind == EffectKind.Objective);
        IReadOnlyList<(Node, Node)> gradients =
            [.. Of(graph, objective.Value, graph.Constant(1), toward).Select(g => (g.Leaf, NameGradient(g.Leaf, g.Gradient)))];
        graph.ReplaceEffects(graph.Effects.Where(e => e.Kind != EffectKind.Objective));
        return gradients;
    }

    /// <summary>
    /// The gradient of a scalar, times <paramref name="seed"/>, for each of the leaves asked for that it depends on, in their order; as parts
    /// of a sum they have no names.
    /// </summary>
    public static IReadOnlyList<(Node Leaf, Node Gradient)> Of(NetworkGraph graph, Node objective, Node seed, Func<Node, bool> toward)
    {
        IReadOnlyList<Node> forward = graph.Live([objective]);
        HashSet<Node> needed = DependingOn(toward, forward);
        var heads = new HashSet<string>(forward.Where(n => n.Section.Phase == Phase.Loss).Select(n => n.Section.Owner), StringComparer.Ordinal);
        var adjoint = new GradientAccumulator(graph, needed.Contains, SectionOf);
        adjoint.Seed(objective, seed);

        foreach (Node node in forward.Reverse())
        {
            if (node.Op is not Leaf && needed.Contains(node) && adjoint.Of(node) is { } gradient)
            {
                graph.Section = SectionOf(node);
                node.Op.Differentiate(node, NameGradient(node, gradient), adjoint);
            }
        }

        return [.. forward.Where(n => toward(n) && adjoint.Of(n) is not null).Select(n => (n, adjoint.Of(n)!))];

        // A head's dz belongs to its loss: one loop computes both.
        CodeSection SectionOf(Node u) => u.Op is Parameter
            ? new CodeSection(u.Section.Owner, Phase.Update)
            : new CodeSection(u.Section.Owner, heads.Contains(u.Section.Owner) ? Phase.Loss : Phase.Backward, u.Section.Role);
    }

    /// <summary>
    /// The gradient of a value named h is named dh (dHidden of hidden), unless it already is another value's; the inner values of a loss pass
    /// their gradient on to z.
    /// </summary>
    public static Node NameGradient(Node node, Node gradient) =>
        node.Name is null || gradient.Type.Space == Space.Scalar || (node.Section.Phase == Phase.Loss && node.Type.Space == Space.Batch)
        ? gradient
        : node.LayerName is { } name ? gradient.Named(name.OfGradient)
        : gradient.Named("d" + (node.Name.Length == 1 ? node.Name : Invariant.Pascal(node.Name)));

    private static HashSet<Node> DependingOn(Func<Node, bool> leaves, IReadOnlyList<Node> forward)
    {
        var needed = new HashSet<Node>();
        foreach (Node node in forward)
        {
            if (leaves(node) || node.Operands.Any(needed.Contains))
            {
                needed.Add(node);
            }
        }

        return needed;
    }
}
