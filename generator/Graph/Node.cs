using System.Collections.Immutable;
using NetGen.Generator.Text;

namespace NetGen.Generator.Graph;

/// <summary>
/// One operation's result in a <see cref="NetworkGraph"/>. Arithmetic on nodes appends nodes to their graph, so a layer or an
/// optimizer is written as its formula: <c>w - rate * g</c>.
/// </summary>
internal sealed class Node(NetworkGraph graph, int id, Op op, ImmutableArray<Node> operands, TensorType type, CodeSection section)
{
    public NetworkGraph Graph { get; } = graph;

    /// <summary>Position in the graph: operands have smaller ids.</summary>
    public int Id { get; } = id;

    public Op Op { get; } = op;

    public ImmutableArray<Node> Operands { get; } = operands;

    public TensorType Type { get; } = type;

    /// <summary>Which value's code it belongs to, and to which direction of it.</summary>
    public CodeSection Section { get; } = section;

    /// <summary>Whether anything random reaches it.</summary>
    public bool IsRandom { get; } = op is IRandomOp || operands.Any(operand => operand.IsRandom);

    /// <summary>Whether it is another in each pass of an uncertain prediction.</summary>
    public bool IsDrawnEachPass { get; } = op is IRandomOp { Scope: RandomScope.EachPass } || operands.Any(operand => operand.IsDrawnEachPass);

    /// <summary>The name it has in formulas, comments and emitted code; null for a nameless part of an expression.</summary>
    public string? Name { get; private set; }

    /// <summary>How its name is made of a layer's; null if it is not.</summary>
    public LayerName? LayerName { get; private set; }

    /// <summary>Gives the node a name; the first one stays.</summary>
    public Node Named(string name)
    {
        Name ??= name;
        return this;
    }

    /// <summary>Calls the node after a layer; the first name stays.</summary>
    public Node Named(LayerName name)
    {
        if (Name is null)
        {
            Name = name.ToString();
            LayerName = name.Layer.Length == 0 ? null : name;
        }

        return this;
    }

    /// <summary>Gives the node the name of another, if that has one; the first name stays.</summary>
    public Node NamedAs(Node other) => other.LayerName is { } ofLayer ? Named(ofLayer) : other.Name is { } name ? Named(name) : this;

    /// <summary>Whether its name is made of a layer's.</summary>
    public bool IsNamedAfter(string layer) => LayerName?.Layer == layer;

    public static Node operator +(Node a, Node b) => a.Graph.Add(new Add(), a, b);

    public static Node operator -(Node a, Node b) => a.Graph.Add(new Subtract(), a, b);

    public static Node operator *(Node a, Node b) => a.Graph.Add(new Multiply(), a, b);

    public static Node operator /(Node a, Node b) => a.Graph.Add(new Divide(), a, b);

    public static Node operator -(Node a) => -1f * a;

    public static Node operator +(float a, Node b) => b.Graph.Constant(a) + b;

    public static Node operator -(float a, Node b) => b.Graph.Constant(a) - b;

    public static Node operator *(float a, Node b) => b.Graph.Constant(a) * b;

    public static Node operator /(float a, Node b) => b.Graph.Constant(a) / b;

    public static Node operator -(Node a, float b) => a - a.Graph.Constant(b);

    public static Node operator +(Node a, float b) => a + a.Graph.Constant(b);

    /// <summary>Whether it spreads a number for each channel over the positions of an image: kernels visit it position by position.</summary>
    public bool SpreadsChannels => Type is { Space: Space.Batch, IsImage: true } && Operands.Any(operand => operand.Type.Space == Space.Vector);

    public override string ToString() => Invariant.Of($"%{Id} {Name}");
}

/// <summary>Where a node's code goes: one method per value and phase.</summary>
/// <param name="Owner">The value's name; empty for what belongs to the network as a whole.</param>
/// <param name="Phase">The direction.</param>
/// <param name="Role">Whose rows: adversarial ones occur only in a training step with adversarial training.</param>
internal readonly record struct CodeSection(string Owner, Phase Phase, BatchRole Role = BatchRole.Clean)
{
    /// <summary>What is appended to the names of values and methods of adversarial rows.</summary>
    public string Suffix => Role == BatchRole.Adversarial ? nameof(BatchRole.Adversarial) : "";
}

/// <summary>The rows that a step trains on: the examples, and the adversarial examples made from them.</summary>
internal enum BatchRole
{
    Clean,
    Adversarial,
}

/// <summary>The directions, in the order a step runs them.</summary>
internal enum Phase
{
    Forward,
    Output,
    Loss,
    Backward,
    Update,

    /// <summary>What is made of a parameter once all of its update is there.</summary>
    Constrain,

    /// <summary>What is made of a parameter that has been constrained.</summary>
    Average,
}
