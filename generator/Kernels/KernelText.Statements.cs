using NetGen.Generator.Graph;
using NetGen.Generator.Text;

namespace NetGen.Generator.Kernels;

/// <content>The statements of the innermost loop.</content>
internal sealed partial class KernelText
{
    /// <summary>
    /// The statements of the innermost loop: a local for whatever is used twice or has a name, a store for what is stored or assigned.
    /// </summary>
    /// <param name="nodes">The element-wise nodes, operands before users.</param>
    /// <param name="at">Names of the row and column variables.</param>
    /// <param name="index">The index of an element of a node's buffer.</param>
    /// <param name="store">Writes the statement that stores or assigns a value; a plain store if not given.</param>
    public string Statements(IReadOnlyList<Node> nodes, Position at, Func<Node, string> index, Func<Node, Expression, string>? store = null)
    {
        var lines = new List<string> { _partner is null ? DeclarePartner(nodes) : "" };
        List<Effect> assigns = [.. Kernel.Effects.Where(e => e.Destination is not null)];
        // What an assignment overwrites is read before the first of them.
        foreach (Node leaf in Reads(nodes).Where(l => IsVector(l) && (Uses(l, nodes) > 1 || assigns.Take(assigns.Count - 1).Any(a => a.Destination == l && a.Value != assigns[0].Value))))
        {
            string name = Take(Reference(leaf) + "Lanes");
            lines.Add($"var {name} = {Load(leaf, index)};");
            _locals[leaf] = name;
        }

        if (Kernel.Root is { } root && !Kernel.Stored.Contains(root) && Uses(root, nodes) > 1 && _locals[root] != NameOf(root))
        {
            string name = Take(NameOf(root) ?? "product");
            lines.Add($"var {name} = {_locals[root]};");
            _locals[root] = name;
        }

        foreach (Node node in nodes)
        {
            if (node.Op is Expand)
            {
                continue;
            }

            int uses = Uses(node, nodes);
            bool stored = Kernel.Stored.Contains(node);
            if (_locals.ContainsKey(node) && !stored)
            {
                continue;
            }

            if (node.Type.Space == Space.Samples)
            {
                lines.Add(uses > 1 || node.Name is not null ? DeclareSample(node) : "");
                continue;
            }

            Expression value = Value(node, at, index);
            if (uses > 0 && (uses > 1 || stored || node.Name is not null))
            {
                string name = Take(stored ? Reference(node) + "Lanes" : NameOf(node) ?? node.Op.Name);
                lines.Add($"var {name} = {value};");
                _locals[node] = name;
                value = name;
            }

            if (stored)
            {
                lines.Add(Store(node, value));
            }
        }

        foreach (Effect assign in assigns)
        {
            lines.Add(Store(assign.Destination!, Value(assign.Value, at, index)));
        }

        return CSharpWriter.Lines(lines);

        string Store(Node node, Expression value) => store is null ? $"V.Store({value}, ref {Reference(node)}, {index(node)});" : store(node, value);
    }

    /// <summary>How often a value is used by these nodes, by assignments and as a sum's operand.</summary>
    public int Uses(Node node, IReadOnlyList<Node> nodes) =>
        nodes.Sum(n => n.Operands.Count(o => o == node)) + Kernel.Effects.Count(e => e.Destination is not null && e.Value == node);

    private IEnumerable<Node> Reads(IReadOnlyList<Node> nodes) =>
        nodes.SelectMany(n => n.Operands).Where(o => !Kernel.Contains(o) && !_locals.ContainsKey(o)).Distinct();

    private static bool IsVector(Node node) => node.Type.Space is Space.Batch or Space.Matrix or Space.Vector;
}
