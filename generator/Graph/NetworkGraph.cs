using System.Collections.Immutable;
using System.Text;
using NetGen.Generator.Text;

namespace NetGen.Generator.Graph;

/// <summary>
/// A typed dataflow graph in static single assignment form: nodes in an order in which operands come first, and the effects that make
/// them matter. Equal operations on equal operands are one node.
/// </summary>
internal sealed class NetworkGraph
{
    private readonly List<Node> _nodes = [];
    private readonly Dictionary<(Op Op, string Operands, CodeSection Section), Node> _known = [];
    private readonly List<Hyperparameter> _hyperparameters = [];
    private readonly List<Effect> _effects = [];

    /// <summary>All nodes, operands before users. Nodes that no effect reaches are dead: see <see cref="Live()"/>.</summary>
    public IReadOnlyList<Node> Nodes => _nodes;

    /// <summary>What the graph does to the world, in order.</summary>
    public IReadOnlyList<Effect> Effects => _effects;

    /// <summary>The numbers a user may change without recompiling, in the order they were asked for.</summary>
    public IReadOnlyList<Hyperparameter> Hyperparameters => _hyperparameters;

    /// <summary>Where new nodes go.</summary>
    public CodeSection Section { get; set; } = new("", Phase.Forward);

    /// <summary>Appends a node, or returns the one that already is this operation on these operands.</summary>
    /// <exception cref="GraphException">The operands' types do not suit the operation.</exception>
    public Node Add(Op op, params Node[] operands)
    {
        if (Algebra.Simplify(op, operands) is { } simpler)
        {
            return simpler;
        }

        // What belongs to a parameter is never shared with another parameter, even if it is equal: each update is a kernel of its own.
        TensorType type = op.TypeOf([.. operands.Select(o => o.Type)]);
        bool isOwn = op is not Leaf && type.Space is (Space.Vector or Space.Matrix);
        (Op, string, CodeSection) key = (op, string.Join(",", operands.Select(o => o.Id)), isOwn ? Section : default);
        if (!_known.TryGetValue(key, out Node? node))
        {
            node = new Node(this, _nodes.Count, op, [.. operands], type, Section);
            _nodes.Add(node);
            _known.Add(key, node);
        }

        return node;
    }

    /// <summary>The node of a leaf that the graph has.</summary>
    public Node NodeOf(Leaf leaf) => _known[(leaf, "", default)];

    public Node Constant(float value) => Add(new Constant(value));

    /// <summary>A hyperparameter's value: a scalar read from the record when the step runs.</summary>
    /// <exception cref="GraphException">Another one has its name: the record would have one number for both.</exception>
    public Node Hyperparameter(Hyperparameter hyperparameter)
    {
        Hyperparameter? known = _hyperparameters.Find(h => h.Name == hyperparameter.Name);
        if (known is null)
        {
            _hyperparameters.Add(hyperparameter);
        }
        else if (known != hyperparameter)
        {
            throw new GraphException($"Two hyperparameters are called {known.Name}: \"{known.Summary}\" and \"{hyperparameter.Summary}\"");
        }

        return Add(new HyperparameterValue(hyperparameter.Name)).Named(new LayerName(hyperparameter.Layer, Suffix: hyperparameter.Word));
    }

    public void Add(Effect effect) => _effects.Add(effect);

    /// <summary>Replaces the effects, after a pass rebuilt what they stand on.</summary>
    public void ReplaceEffects(IEnumerable<Effect> effects)
    {
        ImmutableArray<Effect> replaced = [.. effects];
        _effects.Clear();
        _effects.AddRange(replaced);
    }

    /// <summary>The nodes an effect needs, operands before users.</summary>
    public IReadOnlyList<Node> Live() => Live(_effects.Select(e => e.Value));

    /// <summary>The nodes that some values need, operands before users.</summary>
    public IReadOnlyList<Node> Live(IEnumerable<Node> values)
    {
        var live = new HashSet<Node>();
        var pending = new Stack<Node>(values);
        while (pending.Count > 0)
        {
            Node node = pending.Pop();
            if (live.Add(node))
            {
                foreach (Node operand in node.Operands)
                {
                    pending.Push(operand);
                }
            }
        }

        return [.. _nodes.Where(live.Contains)];
    }

    /// <summary>The readable listing: one line a live node, one line an effect.</summary>
    public override string ToString() => Listing([]);

    /// <summary>The same between two passes: with a line for each gradient that no effect needs yet.</summary>
    public string Listing(IReadOnlyList<(Node Of, Node Gradient)> gradients)
    {
        var listing = new StringBuilder();
        foreach (Node node in Live(_effects.Select(e => e.Value).Concat(gradients.Select(g => g.Gradient))))
        {
            string operands = string.Join(", ", node.Operands.Select(o => Invariant.Of($"%{o.Id}")));
            string section = node.Section.Owner.Length == 0 ? "" : Invariant.Of($"  // {node.Section.Phase} {node.Section.Owner}");
            listing.Append(Invariant.Of($"%{node.Id} = {node.Op.Name}({operands}) {node.Type} {node.Name}").TrimEnd()).Append(section).Append('\n');
        }

        foreach (Effect effect in _effects)
        {
            listing.Append(effect).Append('\n');
        }

        foreach ((Node of, Node gradient) in gradients)
        {
            listing.Append(Invariant.Of($"Gradient {of} <- %{gradient.Id}")).Append('\n');
        }

        return listing.ToString();
    }
}

/// <summary>An operation met operands it cannot take. A declaration that passed its checks never causes it.</summary>
internal sealed class GraphException(string message) : Exception(message);
