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
    private const string Own = "output", Read = "input";

    private readonly Dictionary<string, string> _roles = new(StringComparer.Ordinal);

    /// <param name="kernel">The kernel.</param>
    public KernelRoles(Kernel kernel)
    {
        Nodes = NodesOf(kernel);
        _roles.Add(kernel.Section.Owner, Own);
        string other = kernel.Section.Phase == Phase.Backward ? "next" : Read;
        // Scalars are shared: a constant belongs to whoever wrote it first.
        foreach (string owner in Nodes.Where(node => node.Type.Space != Space.Scalar).Select(OwnerOf).Where(owner => owner.Length > 0 && !_roles.ContainsKey(owner)).Distinct().ToArray())
        {
            _roles.Add(owner, _roles.Count == 1 ? other : Invariant.Of($"{other}{_roles.Count}"));
        }

        // Of what a layer reads there may be nothing here but the gradient toward it.
        foreach (string layer in Nodes.Where(node => node.Type.Space != Space.Scalar).Select(node => node.LayerName?.Layer).OfType<string>())
        {
            if (!_roles.ContainsKey(layer))
            {
                _roles.Add(layer, _roles.ContainsValue(Read) ? Invariant.Of($"{Read}{_roles.Count}") : Read);
            }
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

    /// <summary>The name with a role in it. Numbers are shared: those of the kernel's own layer need no role.</summary>
    private string? Renamed(Node node) => node.LayerName is { } name && _roles.TryGetValue(name.Layer, out string? role)
        ? name.With(node.Type.Space == Space.Scalar && role == Own ? "" : role)
        : null;

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
