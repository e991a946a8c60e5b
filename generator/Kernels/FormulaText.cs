using NetGen.Generator.Graph;
using NetGen.Generator.Ops;
using NetGen.Generator.Planning;
using NetGen.Generator.Text;

namespace NetGen.Generator.Kernels;

/// <summary>The comment above a kernel: its formulas and the shapes in them, made from the graph itself, so that it cannot lie.</summary>
internal sealed class FormulaText
{
    private const int LineLength = 130;

    private readonly Kernel _kernel;
    private readonly List<Node> _read = [];

    private readonly KernelRoles? _roles;

    private FormulaText(Kernel kernel, KernelRoles? roles = null) => (_kernel, _roles) = (kernel, roles);

    /// <summary>The formulas and shapes of a kernel.</summary>
    /// <param name="kernel">The kernel.</param>
    /// <param name="roles">What layers are called in a method that kernels share; null for their own names.</param>
    public static string Of(Kernel kernel, KernelRoles? roles = null)
    {
        var text = new FormulaText(kernel, roles);
        List<string> formulas = Formulas(kernel, text);
        IEnumerable<string> shapes = text._read.Where(n => n.Type.Space != Space.Scalar).Concat(kernel.Made).Concat(kernel.Stored).Distinct().Select(n => $"{text.NameOf(n)} {text.TypeOf(n)}");
        string oneLine = string.Join(";   ", formulas);
        string note = kernel is { IsSingleRow: true, Root: not null } ? "one row: " : "";
        string order = kernel.Root?.Op is ReduceBatch && kernel.BatchSize > ReduceBatch.BlockRows ? Invariant.Of($"   Σₙ in blocks of {ReduceBatch.BlockRows} rows") : "";
        return $"{note}{(oneLine.Length <= LineLength ? oneLine : string.Join("\n", formulas))}\n    {string.Join("   ", shapes)}{order}";
    }

    /// <summary>The first line of the first formula of a kernel, and an ellipsis for what follows.</summary>
    public static string First(Kernel kernel)
    {
        List<string> formulas = Formulas(kernel, new FormulaText(kernel));
        string[] lines = formulas[0].Split('\n');
        return lines[0] + (formulas.Count > 1 || lines.Length > 1 ? "; …" : "");
    }

    private static List<string> Formulas(Kernel kernel, FormulaText text)
    {
        var formulas = new List<string>();
        foreach (Node node in kernel.Body.Where(text.IsDefined))
        {
            formulas.Add($"{text.NameOf(node)} = {text.Render(node, top: true)}");
        }

        foreach (Effect effect in kernel.Effects)
        {
            if (effect.Destination is not null)
            {
                formulas.Add($"{text.NameOf(effect.Destination)} {(effect.Kind is EffectKind.Perturb or EffectKind.Augment ? "=" : "←")} {text.Render(effect.Value, top: !text.IsDefined(effect.Value))}");
            }
            else if (effect.Kind == EffectKind.Loss)
            {
                formulas.Add($"E({effect.Target}) = {text.Render(effect.Value, top: true)}");
            }
        }

        return formulas;
    }

    /// <summary>The sum of scalars: <c>hiddenL2 · ½‖Hidden.w‖² + ...</c>.</summary>
    public static string Of(IEnumerable<Effect> scalars) =>
        string.Join(" + ", scalars.Select(e => new FormulaText(new Kernel(new CodeSection("", Phase.Update), null)).Render(e.Value, top: true)));

    /// <summary>Its shape; where there is one row, n is 1.</summary>
    private string TypeOf(Node node) =>
        _kernel is { IsSingleRow: true, Root: not null } && node.Type.Space is Space.Batch or Space.Samples ? node.Type.ToString().Replace("n", "1") : node.Type.ToString();

    /// <summary>Whether a value gets an equation of its own: it is stored, a named number per sample, or has a name and is used more than once.</summary>
    private bool IsDefined(Node node) => _kernel.Stored.Contains(node)
        || (node.Name is not null && node.Type.Space == Space.Samples && node.Op is not (Leaf or Expand) && _kernel.Contains(node))
        || (node.Name is not null && _kernel.Contains(node) && _kernel.Body.Sum(b => b.Operands.Count(o => o == node)) + _kernel.Effects.Count(e => e.Value == node) > 1);

    private Expression Render(Node node, bool top = false)
    {
        if (node.Op is Constant constant)
        {
            return Invariant.Literal(constant.Value).TrimEnd('f');
        }

        bool inside = _kernel.Contains(node) || (node.Op is not (Leaf or GlobalNorm) && node.Type.Space == Space.Scalar);
        if (!inside || (!top && IsDefined(node)))
        {
            if (!_kernel.Contains(node) && !_read.Contains(node))
            {
                _read.Add(node);
            }

            return NameOf(node);
        }

        Expression[] operands = [.. node.Operands.Select(o => Render(o))];
        if (node.Op is Multiply && node.Operands[1] is { Op: Divide, Operands: [{ Op: Constant { Value: 1 } }, var divisor] } inverse
            && (_kernel.Contains(inverse) || inverse.Type.Space == Space.Scalar) && !IsDefined(inverse))
        {
            return Expression.Product(operands[0], "/", Render(divisor));
        }

        bool scales = node.Op is Multiply && operands[0].Text != "-1" && node.Operands.Any(o => o.Type.Space is Space.Scalar or Space.Samples);
        return scales ? Expression.Product(operands[0], "·", operands[1]) : node.Op.Formula(operands);
    }

    private string NameOf(Node node)
    {
        if (_roles is not null)
        {
            string byRole = _roles.QualifiedName(node, (own, role) => $"{role}.{own}");
            return node.Op is Leaf || node.Type.Space == Space.Scalar ? byRole : byRole + node.Section.Suffix;
        }

        string owner = node.Op switch { Parameter p => p.Layer, State s => s.Of.Layer, _ => node.Section.Owner };
        string name = node.Name ?? node.Op.Name;
        string qualified = owner == _kernel.Section.Owner || owner.Length == 0 || node.Type.Space == Space.Scalar || node.IsNamedAfter(owner) ? name : $"{owner}.{name}";
        return node.Op is Leaf || node.Type.Space == Space.Scalar ? qualified : qualified + node.Section.Suffix;
    }
}
