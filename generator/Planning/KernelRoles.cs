using NetGen.Generator.Graph;
using NetGen.Generator.Ops;
using NetGen.Generator.Text;

namespace NetGen.Generator.Planning;

/// <summary>
/// What layers are to a kernel: its own, whose value is <c>output</c>, and those it reads, <c>input</c>, or <c>next</c> on the way back. Kernels
/// that differ only in their layers give every value the same name by role, which a shared method uses.
/// </summary>
internal sealed class KernelRoles
{
    private const string Own = "output";

    private readonly Dictionary<string, string> _roles = new(StringComparer.Ordinal);

    /// <param name="kernel">The kernel.</param>
    public KernelRoles(Kernel kernel)
    {
        Nodes = NodesOf(kernel);
        _roles.Add(kernel.Section.Owner, Own);
        string other = kernel.Section.Phase == Phase.Backward ? "next" : "input";
        // Scalars are shared: a constant belongs to whoever wrote it first.
        foreach (string owner in Nodes.Where(node => node.Type.Space != Space.Scalar).Select(OwnerOf).Where(owner => owner.Length > 0 && !_roles.ContainsKey(owner)).Distinct().ToArray())
        {
            _roles.Add(owner, _roles.Count == 1 ? other : Invariant.Of($"{other}{_roles.Count}"));
        }
    }

    /// <summary>All that the kernel's text may mention, operands before users: what it computes, what it reads, what it assigns.</summary>
    public IReadOnlyList<Node> Nodes { get; }

    /// <summary>Whose value a node is, by role; empty for the kernel's own layer and for what belongs to none.</summary>
    public string OwnerRole(Node node) => _roles.TryGetValue(OwnerOf(node), out string? role) && role != Own ? role : "";

    /// <summary>A node's name, the name of its layer in it replaced by the layer's role; null if it has none.</summary>
    public string? NameOf(Node node) => Renamed(node) ?? node.Name;

    /// <summary>Whether a node is called after a layer.</summary>
    public bool IsOwned(Node node) => Renamed(node) is not null;

    /// <summary>The name, and whose it is where that is not plain: <c>dzNext</c>.</summary>
    /// <param name="node">The node.</param>
    /// <param name="join">Makes one of its name and its layer's role.</param>
    public string QualifiedName(Node node, Func<string, string, string> join)
    {
        string role = node.Type.Space == Space.Scalar ? "" : OwnerRole(node), name = NameOf(node) ?? node.Op.Name;
        return role.Length == 0 || IsOwned(node) ? name : join(name, role);
    }

    /// <summary>The name with a role in it.</summary>
    private string? Renamed(Node node)
    {
        if (node.Name is not { } name || node.Op is Parameter or State)
        {
            return null;
        }

        if (node.Type.Space == Space.Scalar)
        {
            // Hyperparameters, and numbers made of nothing but them, are called after their layer: hiddenKeep, hiddenGaussianLambda.
            return (node.Op is HyperparameterValue || name.EndsWith("Lambda", StringComparison.Ordinal))
                && _roles.FirstOrDefault(r => r.Key.Length > 0 && name.Length > r.Key.Length && name.StartsWith(Invariant.Camel(r.Key), StringComparison.Ordinal) && char.IsUpper(name[r.Key.Length])) is { Key: { } layer } of
                ? of.Value == Own ? Invariant.Camel(name.Substring(layer.Length)) : of.Value + name.Substring(layer.Length)
                : null;
        }

        if (node.Type.Space != Space.Batch)
        {
            return null;
        }

        // Values are called after their layer, some with a word behind it, gradients with a d before it: hidden, imageAugmented, dHidden.
        string owner = OwnerOf(node);
        return _roles.Where(r => r.Key.Length > 0).OrderBy(r => r.Key != owner).Select(r => Renamed(name, r.Key, r.Value)).FirstOrDefault(renamed => renamed is not null)
            // A gradient toward what the layer reads, where nothing else of that is at hand.
            ?? (name.Length > 2 && name[0] == 'd' && char.IsUpper(name[1]) ? "dInput" : null);
    }

    private static string? Renamed(string name, string layer, string role)
    {
        string camel = Invariant.Camel(layer), pascal = Invariant.Pascal(layer);
        return name == camel || (name.StartsWith(camel, StringComparison.Ordinal) && char.IsUpper(name[camel.Length])) ? role + name.Substring(camel.Length)
            : name == "d" + pascal || name == "partner" + pascal || (layer.Length == 1 && name == "d" + camel) ? name.Substring(0, name.Length - layer.Length) + Invariant.Pascal(role)
            : null;
    }

    private static string OwnerOf(Node node) => node.Op switch { Parameter p => p.Layer, State s => s.Of.Layer, _ => node.Section.Owner };

    private static List<Node> NodesOf(Kernel kernel)
    {
        var nodes = new List<Node>();
        var seen = new HashSet<Node>();
        foreach (Node node in kernel.Body.Concat(kernel.Effects.SelectMany(e => e.Destination is null ? [e.Value] : new[] { e.Value, e.Destination })))
        {
            Visit(node);
        }

        return nodes;

        void Visit(Node node)
        {
            if (!seen.Add(node))
            {
                return;
            }

            if (kernel.Contains(node) || (node.Type.Space == Space.Scalar && node.Op.Access.Family == OpFamily.Elementwise))
            {
                foreach (Node operand in node.Operands)
                {
                    Visit(operand);
                }
            }

            nodes.Add(node);
        }
    }
}
