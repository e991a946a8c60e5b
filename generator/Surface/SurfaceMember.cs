using NetGen.Generator.Parsing;
using NetGen.Generator.Text;

namespace NetGen.Generator.Surface;

/// <summary>A public member of a network, as its callers see it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Summary">What it is or does, in one line or several.</param>
internal abstract record SurfaceMember(string Name, string Summary)
{
    public IReadOnlyList<SurfaceParameter> Parameters { get; init; } = [];

    /// <summary>What is said of what it returns; nothing if empty.</summary>
    public string Returned { get; init; } = "";

    /// <summary>What it throws, and when.</summary>
    public IReadOnlyList<SurfaceException> Exceptions { get; init; } = [];

    /// <summary>Its declaration with documentation and without a body.</summary>
    public string Text => CSharpWriter.Lines(
    [
        Comment("summary", "", Summary),
        .. Parameters.Select(p => Comment("param", $" name=\"{p.Name.TrimStart('@')}\"", p.Content)),
        Comment("returns", "", Returned),
        .. Exceptions.Select(e => Comment("exception", $" cref=\"{e.Type}\"", e.When)),
        Head,
    ]);

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

    /// <summary>An element of C#'s documentation comment; none without text.</summary>
    private static string Comment(string tag, string attribute, string text) => text.Length == 0 ? ""
        : text.IndexOf('\n') < 0 ? $"/// <{tag}{attribute}>{text}</{tag}>"
        : string.Join("\n", text.Split('\n').Prepend($"<{tag}{attribute}>").Append($"</{tag}>").Select(line => "/// " + line));
}

/// <summary>A method, or, without a type of what it returns, a constructor.</summary>
internal sealed record SurfaceMethod(string Returns, string Name, string Summary) : SurfaceMember(Name, Summary)
{
    public bool IsStatic { get; init; }

    /// <summary>What tells it from others of its name, as <see cref="MemberDeclaration.Signature"/> has it of the user's.</summary>
    public string Signature => string.Join(", ", Parameters.Select(p => p.SignatureType));

    protected override string Head => $"public {(IsStatic ? "static " : "")}{Returns}{(Returns.Length == 0 ? "" : " ")}{Name}{List}";
}

/// <summary>A property that can be read, and set if it says so.</summary>
internal sealed record SurfaceProperty(string Type, string Name, string Summary) : SurfaceMember(Name, Summary)
{
    public bool IsSettable { get; init; }

    protected override string Head => $"public {Type} {Name}";
}

/// <summary>A record within the network's class.</summary>
internal sealed record SurfaceRecord(string Name, string Summary) : SurfaceMember(Name, Summary)
{
    protected override string Head => $"public sealed record {Name}{(Parameters.Count == 0 ? "" : List)}";
}

/// <summary>A parameter of a member.</summary>
/// <param name="Type">The type, that of an optional reference with "?".</param>
/// <param name="Name">The name, keywords with @.</param>
/// <param name="Content">What is said of it; nothing if empty.</param>
/// <param name="Default">What it is if not given; null if it must be.</param>
/// <param name="StartsLine">Whether a long declaration goes on in a new line with it.</param>
internal readonly record struct SurfaceParameter(string Type, string Name, string Content = "", string? Default = null, bool StartsLine = false)
{
    public string Text => Default is null ? $"{Type} {Name}" : $"{Type} {Name} = {Default}";

    /// <summary>The type in full, references without "?", which tells no methods apart.</summary>
    public string SignatureType => Type == "int?" ? Type : TypeName.Resolve(Type, type => type.Global).TrimEnd('?');
}
