using NetGen.Generator.Emission;
using NetGen.Generator.Graph;
using NetGen.Generator.Ops;
using NetGen.Generator.Planning;
using Buffer = NetGen.Generator.Planning.Buffer;

namespace NetGen.Generator.Kernels;

/// <summary>
/// Writes the expressions of one kernel: which names its buffers and values have, what is declared at the top of the method, what in the
/// loop. The loop around it is the kernel template's.
/// </summary>
internal sealed class KernelText(Plan plan, Kernel kernel)
{
    private readonly Dictionary<string, string> _header = new(StringComparer.Ordinal);
    private readonly Dictionary<Node, string> _locals = [];
    private readonly Dictionary<Node, string> _splats = [];
    private readonly Dictionary<DropoutMask, Expression[]> _masks = [];
    private readonly Dictionary<Node, string> _references = [];
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal) { "rows", "worker", "first", "last", "row", "column", "r", "c", "i", "height", "width", "tile", "panel" };

    public Kernel Kernel { get; } = kernel;

    public Plan Plan { get; } = plan;

    /// <summary>The declarations the method begins with: buffers, then numbers.</summary>
    public string Header => CSharpWriter.Lines(_header.Values.OrderBy(line => line.StartsWith("ref ", StringComparison.Ordinal) ? 0 : 1));

    /// <summary>The place of a value or leaf.</summary>
    public Buffer BufferOf(Node node) => node.Op switch
    {
        Parameter p => Plan.Buffers.ParameterBuffers[$"{p.Layer}.{p.Role}"],
        State s => Plan.Buffers.ParameterBuffers[$"{s.Layer}.{s.Role}"],
        _ => Plan.Buffers.Of(node),
    };

    /// <summary>The local that refers to a value's buffer, declared on first use: <c>ref float hidden</c>.</summary>
    public string Reference(Node node)
    {
        if (!_references.TryGetValue(node, out string? name))
        {
            name = Take(QualifiedName(node) + (node.Type.Space != Space.Samples ? "" : QualifiedName(node).EndsWith("s", StringComparison.Ordinal) ? "es" : "s"));
            _references.Add(node, name);
            string at = $"Layout.{Emission.Identifier.Of(BufferOf(node).Name)}";
            Declare(name, node.Op switch
            {
                State s => Text.Of($"ref float {name} = ref _memory.StateOf({s.Slot}, {at});"),
                Labels => $"ref int {name} = ref _memory.Label({at});",
                _ => $"ref float {name} = ref _memory.{BufferOf(node).Arena}({at});",
            });
        }

        return name;
    }

    /// <summary>A scratch buffer's local.</summary>
    public string Scratch(string name)
    {
        string local = Text.Camel(name);
        Declare(local, $"ref float {local} = ref worker.Scratch(Layout.{name});");
        return local;
    }

    /// <summary>The element at an index of a buffer, as a reference.</summary>
    public string At(Node node, string index) => index == "0" ? $"ref {Reference(node)}" : $"ref Unsafe.Add(ref {Reference(node)}, {index})";

    /// <summary>Names a value that the loop computes itself (the tile's raw product).</summary>
    public void Define(Node node, string expression) => _locals[node] = expression;

    /// <summary>
    /// The statements of the innermost loop: a local for whatever is used twice or has a name, a store for what is stored or assigned.
    /// </summary>
    /// <param name="nodes">The element-wise nodes, operands before users.</param>
    /// <param name="at">Names of the row and column variables.</param>
    /// <param name="index">The index of an element of a node's buffer.</param>
    /// <param name="clip">Wraps what is stored, for the padding lanes.</param>
    public string Statements(IReadOnlyList<Node> nodes, Position at, Func<Node, string> index, Func<Expression, Expression>? clip = null)
    {
        var lines = new List<string>();
        List<Effect> assigns = [.. Kernel.Effects.Where(e => e.Kind == EffectKind.Assign)];
        // What an assignment overwrites is read before the first of them.
        foreach (Node leaf in Reads(nodes).Where(l => IsVector(l) && (Uses(l, nodes) > 1 || assigns.Take(assigns.Count - 1).Any(a => a.Place == l && a.Value != assigns[0].Value))))
        {
            string name = Take(Reference(leaf) + "Lanes");
            lines.Add($"var {name} = {Load(leaf, index)};");
            _locals[leaf] = name;
        }

        if (Kernel.Root is { } root && !Kernel.Stored.Contains(root) && Uses(root, nodes) > 1 && _locals[root] != root.Name)
        {
            string name = Take(root.Name ?? "product");
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

            Expression value = Value(node, at, index);
            if (uses > 0 && (uses > 1 || stored || node.Name is not null))
            {
                string name = Take(stored ? Reference(node) + "Lanes" : node.Name ?? node.Op.Name);
                lines.Add($"var {name} = {value};");
                _locals[node] = name;
                value = name;
            }

            if (stored)
            {
                lines.Add($"V.Store({(clip is null ? value : clip(value))}, ref {Reference(node)}, {index(node)});");
            }
        }

        foreach (Effect assign in assigns)
        {
            lines.Add($"V.Store({Value(assign.Value, at, index)}, ref {Reference(assign.Place!)}, {index(assign.Place!)});");
        }

        return CSharpWriter.Lines(lines);
    }

    /// <summary>A value's expression on a vector.</summary>
    public Expression Value(Node node, Position at, Func<Node, string> index)
    {
        switch (node.Type.Space)
        {
            case Space.Scalar when node.Op is Constant constant:
                return $"V.Splat({Text.Literal(constant.Value)})";
            case Space.Scalar:
                return Splat(node);
            case Space.Samples:
                return Expression.Call("V.Splat", SampleValue(node));
        }

        if (_locals.TryGetValue(node, out string? local))
        {
            return local;
        }

        if (node.Op is Leaf || !Kernel.Contains(node))
        {
            return Load(node, index);
        }

        var op = (ElementwiseOp)node.Op;
        if (op is Expand)
        {
            return Value(node.Operands[0], at, index);
        }

        if (op is OneHot)
        {
            return op.Vector([SampleValue(node.Operands[0]), ScalarValue(node.Operands[1])], at);
        }

        if (op is DropoutMask dropout)
        {
            return op.Vector(Mask(dropout, node.Operands[0]), at);
        }

        return op is Multiply && node.Operands[0].Op is Constant factor
            ? op.Vector([Text.Literal(factor.Value), Value(node.Operands[1], at, index)], at)
            : op.Vector([.. node.Operands.Select(o => Value(o, at, index))], at);
    }

    /// <summary>A number per sample, as a float at the current row.</summary>
    public Expression SampleValue(Node node)
    {
        if (_locals.TryGetValue(node, out string? local))
        {
            return local;
        }

        if (node.Type.Space == Space.Scalar)
        {
            return ScalarValue(node);
        }

        if (node.Op is Leaf || !Kernel.Contains(node))
        {
            return $"Unsafe.Add(ref {Reference(node)}, r)";
        }

        return node.Op is Expand ? SampleValue(node.Operands[0]) : ((ElementwiseOp)node.Op).Scalar([.. node.Operands.Select(SampleValue)]);
    }

    /// <summary>Declares a float local for a number per sample, at the current row.</summary>
    public string DeclareSample(Node node, string? expression = null)
    {
        Expression value = expression ?? SampleValue(node);
        string name = Take(node.Name ?? (node.Op is SumColumns ? "sum" : node.Op is Expand or Multiply ? "weight" : node.Op.Name));
        _locals[node] = name;
        return $"{(node.Op is Labels ? "int" : "float")} {name} = {value};";
    }

    /// <summary>A scalar's C# expression on floats.</summary>
    public Expression ScalarValue(Node node) => _locals.TryGetValue(node, out string? local) ? local : node.Op switch
    {
        Constant constant => Text.Literal(constant.Value),
        HyperparameterValue h => $"_hyperparameters.{h.Field}",
        LearningRate => "_learningRate",
        MomentCorrection m => $"_{Text.Camel(m.Beta)}Correction",
        InverseCount count => $"_inverseCount{count.Head}",
        SumSamples => $"Rows.Sum(ref _memory.{BufferOf(node.Operands[0]).Arena}(Layout.{BufferOf(node.Operands[0]).Name}), rows)",
        ElementwiseOp op => op.Scalar([.. node.Operands.Select(ScalarValue)]),
        _ => throw new GraphException($"{node.Op.Name} is no scalar expression."),
    };

    /// <summary>How often a value is used by these nodes, by assignments and as a sum's operand.</summary>
    public int Uses(Node node, IReadOnlyList<Node> nodes) =>
        nodes.Sum(n => n.Operands.Count(o => o == node)) + Kernel.Effects.Count(e => e.Kind == EffectKind.Assign && e.Value == node);

    /// <summary>A name no other local has.</summary>
    public string Take(string name)
    {
        string unique = Emission.Identifier.Of(name);
        for (int i = 2; !_taken.Add(unique); i++)
        {
            unique = Text.Of($"{name}{i}");
        }

        return unique;
    }

    /// <summary>A declaration at the top of the method, once.</summary>
    public void Declare(string name, string statement)
    {
        _taken.Add(name);
        _header[name] = statement;
    }

    /// <summary>The name of a value in this kernel's formulas and code: its own, and whose it is where that is not plain.</summary>
    public string QualifiedName(Node node)
    {
        string owner = node.Op switch { Parameter p => p.Layer, State s => s.Layer, _ => node.Place.Owner };
        string name = node.Name ?? node.Op.Name;
        return owner == Kernel.Place.Owner || owner.Length == 0 || name.IndexOf(owner, StringComparison.OrdinalIgnoreCase) >= 0 ? name : name + owner;
    }

    private static bool IsVector(Node node) => node.Type.Space is Space.Batch or Space.Matrix or Space.Vector;

    private IEnumerable<Node> Reads(IReadOnlyList<Node> nodes) =>
        nodes.SelectMany(n => n.Operands).Where(o => !Kernel.Contains(o) && !_locals.ContainsKey(o)).Distinct();

    private string Load(Node node, Func<Node, string> index) => $"V.Load(ref {Reference(node)}, {index(node)})";

    /// <summary>A scalar spread over a vector, once, before the loops.</summary>
    private string Splat(Node node)
    {
        if (!_splats.TryGetValue(node, out string? name))
        {
            name = Take(node.Name ?? (node is { Op: Subtract, Operands: [{ Op: Constant { Value: 1 } }, { Name: { } rest }] }
                ? "oneMinus" + char.ToUpperInvariant(rest[0]) + rest.Substring(1)
                : "factor"));
            _splats[node] = name;
            Declare(name, $"var {name} = V.Splat({ScalarValue(node)});");
        }

        return name;
    }

    /// <summary>The locals of a mask: its key, its threshold, its scale.</summary>
    private Expression[] Mask(DropoutMask dropout, Node keep)
    {
        if (!_masks.TryGetValue(dropout, out Expression[]? locals))
        {
            string probability = ScalarValue(keep).Text;
            (string mask, string threshold, string scale) = (Take("mask"), Take("threshold"), Take("scale"));
            Declare(mask, Text.Of($"ulong {mask} = Masks.Key(_memory.Seed, {dropout.Layer}, _memory.Steps);"));
            Declare(threshold, $"int {threshold} = Masks.Threshold({probability});");
            Declare(scale, $"float {scale} = 1f / {probability};");
            locals = [mask, threshold, scale];
            _masks.Add(dropout, locals);
        }

        return locals;
    }
}
