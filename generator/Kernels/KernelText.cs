using NetGen.Generator.Graph;
using NetGen.Generator.Ops;
using NetGen.Generator.Planning;
using NetGen.Generator.Text;
using Buffer = NetGen.Generator.Planning.Buffer;

namespace NetGen.Generator.Kernels;

/// <summary>
/// Writes the expressions of one kernel: which names its buffers and values have, what is declared at the top of the method, what in the
/// loop. The loop around it is the kernel template's. Of a method that kernels share, names are roles, and what differs among the kernels is
/// a slot.
/// </summary>
/// <param name="plan">The plan.</param>
/// <param name="kernel">The kernel.</param>
/// <param name="slots">Takes the slots of a method that kernels share; null for a method of the kernel's own.</param>
internal sealed partial class KernelText(Plan plan, Kernel kernel, MethodSlots? slots = null)
{
    private readonly KernelRoles? _roles = slots is null ? null : new KernelRoles(kernel);
    private readonly Dictionary<string, string> _header = new(StringComparer.Ordinal);
    private readonly Dictionary<Node, string> _locals = [];
    private readonly Dictionary<Node, string> _splats = [];
    private readonly Dictionary<DropoutMask, Expression[]> _masks = [];
    private readonly Dictionary<NoiseOp, string> _noises = [];
    private readonly Dictionary<Node, string> _references = [];
    private readonly Dictionary<Node, string> _numbers = [];
    private string? _partner;
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal) { "rows", "worker", "first", "last", "row", "column", "r", "c", "i", "height", "width", "gradientTile", "panel", "block", "down", "packed", "copies", "marks", "units", "terms", "run", "V" };

    public Kernel Kernel { get; } = kernel;

    public Plan Plan { get; } = plan;

    /// <summary>The declarations the method begins with: buffers, then numbers.</summary>
    public string Header => CSharpWriter.Lines(_header.Values.OrderBy(line => line.StartsWith("ref ", StringComparison.Ordinal) ? 0 : 1));

    /// <summary>The place of a value or leaf.</summary>
    public Buffer BufferOf(Node node) => node.Op switch
    {
        Parameter p => Plan.Buffers.ParameterBuffers[p],
        State s => Plan.Buffers.ParameterBuffers[s.Of],
        _ => Plan.Buffers.Of(node),
    };

    /// <summary>How a value lies.</summary>
    public Layout LayoutOf(Node node) => Kernel.LayoutOf(node);

    /// <summary>The local that refers to a value's buffer, declared on first use: <c>ref float hidden</c>.</summary>
    public string Reference(Node node)
    {
        // A row and its partner lie in one buffer.
        if (node.Op is BatchLeaf && _references.FirstOrDefault(r => r.Key.Op is BatchLeaf && BufferOf(r.Key) == BufferOf(node)).Value is { } known)
        {
            return known;
        }

        if (!_references.TryGetValue(node, out string? name))
        {
            name = Take(QualifiedName(node) + (node.Type.Space != Space.Samples ? "" : QualifiedName(node).EndsWith("s", StringComparison.Ordinal) ? "es" : "s"));
            _references.Add(node, name);
            string at = node.Op is Materialize { As: MaterializeAs.Gradient } kept
                ? $"Layout.{Plan.Buffers.Gradients!.Name} + {PlaceOf(node, Plan.Buffers.ParameterBuffers[kept.Of])}"
                : PlaceOf(node, BufferOf(node));
            Declare(name, node.Op switch
            {
                State s => Invariant.Of($"ref float {name} = ref _memory.StateOf({s.Slot}, {at});"),
                Labels => $"ref int {name} = ref _memory.Label({at});",
                _ => $"ref float {name} = ref _memory.{BufferOf(node).Arena}({at});",
            });
        }

        return name;
    }

    /// <summary>Where a value lies in its arena: a constant, or a slot.</summary>
    private string PlaceOf(Node node, Buffer buffer)
    {
        string constant = $"Layout.{NetGen.Generator.Text.Identifier.Of(buffer.Name)}";
        if (slots is null)
        {
            return constant;
        }

        // A parameter's place is its gradient's and its state's too.
        Parameter? parameter = node.Op switch { Parameter p => p, State s => s.Of, Materialize kept => kept.Of, _ => null };
        string name = parameter is null ? QualifiedName(node) : parameter.Role.Symbol + Invariant.Pascal(_roles!.OwnerRole(node));
        return slots.Add("int", name.TrimStart('@') + "Offset", constant, Take);
    }

    /// <summary>What differs among the kernels that share the method.</summary>
    private string Slot(string type, string name, string expression) => slots is null ? expression : slots.Add(type, name, expression, Take);

    /// <summary>A value's name, by role in a method that kernels share; null for a nameless part of an expression.</summary>
    public string? NameOf(Node node) => _roles is null ? node.Name : _roles.NameOf(node);

    /// <summary>The local that holds the row in which a value lies: the row at hand, or its partner.</summary>
    public string RowOf(Node node) => node.Op is BatchLeaf { OfPartner: true }
        ? _partner ?? throw new GraphException($"Only a loop over rows can reach the partner's {node.Name}.")
        : "r";

    /// <summary>The declaration of the row at hand's partner, where a kernel reads what lies there.</summary>
    public string DeclarePartner(IEnumerable<Node> body)
    {
        if (!body.SelectMany(n => n.Operands).Any(o => o.Op is BatchLeaf { OfPartner: true }))
        {
            return "";
        }

        string partners = Take("partners");
        _partner = Take("partner");
        Declare(partners, $"ref int {partners} = ref _memory.Partner(0);");
        return $"int {_partner} = {Types.Unsafe}.Add(ref {partners}, r);";
    }

    /// <summary>A scratch buffer's local.</summary>
    public string Scratch(string name)
    {
        string local = Invariant.Camel(name);
        Declare(local, $"ref float {local} = ref worker.Scratch(Layout.{name});");
        return local;
    }

    /// <summary>The element at an index of a buffer, as a reference.</summary>
    public string At(Node node, string index) => index == "0" ? $"ref {Reference(node)}" : $"ref {Types.Unsafe}.Add(ref {Reference(node)}, {index})";

    /// <summary>Names a value that is there without a statement of its own: the product a block has left in the output, the sum of a loop.</summary>
    public void Define(Node node, string expression) => _locals[node] = expression;

    /// <summary>A name no other local has.</summary>
    public string Take(string name)
    {
        string unique = NetGen.Generator.Text.Identifier.Of(name);
        for (int i = 2; !_taken.Add(unique); i++)
        {
            unique = Invariant.Of($"{name}{i}");
        }

        return unique;
    }

    /// <summary>Keeps the names of a template's own variables, before any value has a name.</summary>
    public void Reserve(params string[] names) => _taken.UnionWith(names);

    /// <summary>A declaration at the top of the method, once.</summary>
    public void Declare(string name, string statement)
    {
        _taken.Add(name);
        _header[name] = statement;
    }

    /// <summary>The name of a value in this kernel's formulas and code: its own, and whose it is where that is not plain.</summary>
    public string QualifiedName(Node node)
    {
        if (_roles is not null)
        {
            string byRole = _roles.QualifiedName(node, (own, role) => own + Invariant.Pascal(role));
            return node.Op is Leaf ? byRole : byRole + node.Section.Suffix;
        }

        string owner = node.Op switch { Parameter p => p.Layer, State s => s.Of.Layer, _ => node.Section.Owner };
        string name = node.Name ?? node.Op.Name;
        string qualified = owner == Kernel.Section.Owner || owner.Length == 0 || node.IsNamedAfter(owner) ? name : name + owner;
        return node.Op is Leaf ? qualified : qualified + node.Section.Suffix;
    }
}
