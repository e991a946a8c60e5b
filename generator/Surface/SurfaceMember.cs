using NetGen.Generator.Parsing;
using NetGen.Generator.Text;

namespace NetGen.Generator.Surface;

/// <summary>A public member of a network, as its callers see it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Documentation">What is said of it.</param>
internal abstract record SurfaceMember(string Name, Documentation Documentation)
{
    /// <summary>Its declaration with documentation and without a body.</summary>
    public string Text => $"{Documentation.Text(Parameters)}\n{Head}";

    public IReadOnlyList<SurfaceParameter> Parameters { get; init; } = [];

    /// <summary>Its declaration alone.</summary>
    protected abstract string Head { get; }

    /// <summary>The parameters in parentheses.</summary>
    protected string List
    {
        get
        {
            string list = string.Concat(Parameters.Select((p, i) => $"{(i == 0 ? "" : p.StartsLine ? ",\n    " : ", ")}{p.Text}"));
            return Parameters.Any(p => p.StartsLine) ? $"(\n    {list})" : $"({list})";
        }
    }
}

/// <summary>A method, or, without a type of what it returns, a constructor.</summary>
internal sealed record SurfaceMethod(string Returns, string Name, Documentation Documentation) : SurfaceMember(Name, Documentation)
{
    public bool IsStatic { get; init; }

    /// <summary>What tells it from others of its name, as <see cref="MemberDeclaration.Signature"/> has it of the user's.</summary>
    public string Signature => string.Join(", ", Parameters.Select(p => p.SignatureType));

    protected override string Head => $"public {(IsStatic ? "static " : "")}{Returns}{(Returns.Length == 0 ? "" : " ")}{Name}{List}";
}

/// <summary>A property that can be read, and set if it says so.</summary>
internal sealed record SurfaceProperty(string Type, string Name, Documentation Documentation, bool IsSettable) : SurfaceMember(Name, Documentation)
{
    protected override string Head => $"public {Type} {Name}";
}

/// <summary>A record within the network's class.</summary>
internal sealed record SurfaceRecord(string Name, Documentation Documentation) : SurfaceMember(Name, Documentation)
{
    protected override string Head => $"public sealed record {Name}{(Parameters.Count == 0 ? "" : List)}";
}

/// <summary>A parameter of a member.</summary>
/// <param name="Type">The type, that of an optional reference with "?".</param>
/// <param name="Name">The name, keywords with @.</param>
/// <param name="Default">What it is if not given; null if it must be.</param>
/// <param name="Documentation">What is said of it; nothing if empty.</param>
/// <param name="StartsLine">Whether a long declaration goes on in a new line with it.</param>
internal readonly record struct SurfaceParameter(string Type, string Name, string? Default = null, string Documentation = "", bool StartsLine = false)
{
    public string Text => Default is null ? $"{Type} {Name}" : $"{Type} {Name} = {Default}";

    /// <summary>The type in full, references without "?", which tells no methods apart.</summary>
    public string SignatureType => Type == "int?" ? Type : TypeName.Resolve(Type, type => type.Global).TrimEnd('?');
}
