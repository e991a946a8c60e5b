using NetGen.Generator.Parsing;
using NetGen.Generator.Text;

namespace NetGen.Generator.Surface;

/// <summary>A public method of a network, as its callers see it.</summary>
internal sealed record SurfaceMethod(string Returns, string Name, IReadOnlyList<SurfaceParameter> Parameters, bool IsStatic = false)
{
    /// <summary>What tells it from others of its name, as <see cref="MemberDeclaration.Signature"/> has it of the user's.</summary>
    public string Signature => string.Join(", ", Parameters.Select(p => p.SignatureType));

    /// <summary>Its declaration, without a body.</summary>
    public string Head => $"public {(IsStatic ? "static " : "")}{Returns} {Name}({string.Join(", ", Parameters.Select(p => p.Text))})";
}

/// <summary>One of its parameters.</summary>
/// <param name="Type">The type, that of an optional reference with "?".</param>
/// <param name="Name">The name, keywords with @.</param>
/// <param name="Default">What it is if not given; null if it must be.</param>
internal readonly record struct SurfaceParameter(string Type, string Name, string? Default = null)
{
    public string Text => Default is null ? $"{Type} {Name}" : $"{Type} {Name} = {Default}";

    /// <summary>The type in full, references without "?", which tells no methods apart.</summary>
    public string SignatureType => Type == "int?" ? Type : TypeName.Resolve(Type, type => type.Global).TrimEnd('?');
}
