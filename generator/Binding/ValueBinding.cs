using NetGen.Generator.Collections;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Language;
using NetGen.Generator.Language.Layers;
using NetGen.Generator.Parsing;

namespace NetGen.Generator.Binding;

/// <summary>A value while it is bound. What could not be bound stays null, and is not reported again.</summary>
internal sealed class ValueBinding
{
    public ValueBinding(ValueDeclaration declaration, int index, List<Problem> problems)
    {
        Declaration = declaration;
        Index = index;
        bool isBroken = problems.Any(p => p.Id == Rules.Compiler && p.Site.Value == index);
        Attributes = new AttributeSet(declaration.Name, isBroken ? default : declaration.Attributes, index, problems);
        int before = problems.Count;
        if (Attributes.One(Catalogue.Kinds, "kinds") is { } kind)
        {
            KindReader = kind.Reader;
            LayerKind? bound = kind.Bind(kind.Reader);
            Kind = problems.Count == before ? bound : null;
        }
    }

    public ValueDeclaration Declaration { get; }

    public string Name => Declaration.Name;

    /// <summary>Position among the declaration's values.</summary>
    public int Index { get; }

    public AttributeSet Attributes { get; }

    /// <summary>Its operation, or null if it has none, two, or a broken one.</summary>
    public LayerKind? Kind { get; }

    /// <summary>The kind's attribute, or null if it has none.</summary>
    public AttributeReader? KindReader { get; }

    /// <summary>The values it reads, or null if they could not all be found.</summary>
    public IReadOnlyList<ValueBinding>? Operands { get; set; }

    /// <summary>The shape of one row, or null if it does not follow.</summary>
    public EquatableArray<int>? Shape { get; set; }

    /// <summary>
    /// Whether it is a head that is none: an input, or without a loss. That is the one mistake; what a head may not have, or that others read it, is no
    /// further one.
    /// </summary>
    public bool IsNoHead => Declaration.IsHead && (Kind is InputLayer || Attributes.First(Catalogue.Losses) is null);

    /// <summary>Numbers per row.</summary>
    public long Size => Shape?.Aggregate(1L, (a, b) => a * b) ?? 0;

    /// <summary>The shape of one row of its first operand; none for an input.</summary>
    public EquatableArray<int> InputShape => Operands?.Count > 0 ? Operands[0].Shape ?? default : default;

    /// <summary>Reports a problem at the property's name.</summary>
    public void ReportAtName(string rule, ICollection<Problem> problems, params string[] words) =>
        problems.Add(new Problem(rule, new Site(Index), new[] { Name }.Concat(words).ToEquatable()));

    /// <summary>Its declaration with another type, <c>Layer</c> or <c>Head</c>, and the user's own modifiers.</summary>
    public string As(string type) => $"{(Declaration.Modifiers + " partial").TrimStart()} {type} {Name} {{ get; }}";
}
