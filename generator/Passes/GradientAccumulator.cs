using NetGen.Generator.Graph;
using NetGen.Generator.Ops;

namespace NetGen.Generator.Passes;

/// <summary>
/// The gradients collected so far on the way back: for each node u, the sum of what its users contribute to ∂E/∂u. Each contribution
/// is made in u's own section (its layer's backward code, its parameter's update), in the fixed order in which users come.
/// </summary>
internal sealed class GradientAccumulator(NetworkGraph graph, Func<Node, bool> needed, Func<Node, CodeSection> sectionOf) : Adjoint
{
    private readonly Dictionary<Node, Node> _gradients = [];

    /// <summary>∂E/∂u, or null if nothing that matters depends on u.</summary>
    public Node? Of(Node u) => _gradients.TryGetValue(u, out Node? gradient) ? gradient : null;

    /// <inheritdoc/>
    public override void Add(Node u, Node contribution)
    {
        if (needed(u))
        {
            // What the operation makes next is made where the operation is.
            CodeSection section = graph.Section;
            graph.Section = sectionOf(u);
            Node summed = SumDown(contribution, u.Type);
            _gradients[u] = !_gradients.TryGetValue(u, out Node? sum) ? summed
                : u.Op is Parameter ? Accumulation.Join(sum, graph.Constant(1), summed)
                : Partial(u, sum) + Partial(u, summed);
            graph.Section = section;
        }
    }

    /// <inheritdoc/>
    public override void Add(Node u, Func<Node, NetworkGraph, Node> contribution, Node other)
    {
        if (needed(u))
        {
            CodeSection section = graph.Section;
            graph.Section = sectionOf(u);
            Add(u, contribution(other, graph));
            graph.Section = section;
        }
    }

    /// <summary>Sets the gradient a pass starts from.</summary>
    public void Seed(Node u, Node gradient) => _gradients[u] = gradient;

    /// <summary>What reaches a layer's value along one of several ways is stored on its own; it goes by the gradient's name.</summary>
    private static Node Partial(Node u, Node contribution) =>
        (contribution.Op.Access.StartsKernel || contribution.Op is NetGen.Generator.Graph.Add) && contribution.Type.Space == Space.Batch ? Differentiate.NameGradient(u, contribution) : contribution;

    private Node SumDown(Node gradient, TensorType type)
    {
        if (gradient.Type == type)
        {
            return gradient;
        }

        return (gradient.Type.Space, type.Space) switch
        {
            (Space.Batch, Space.Vector) => graph.Add(new ReduceBatch(), gradient),
            (Space.Batch, Space.Samples) => graph.Add(new ReduceFeatures(), gradient),
            (Space.Samples, Space.Scalar) => graph.Add(new ReduceToScalar(), gradient),
            (Space.Batch, Space.Scalar) => graph.Add(new ReduceToScalar(), graph.Add(new ReduceFeatures(), gradient)),
            _ => graph.Add(new Expand(type), gradient),
        };
    }
}
