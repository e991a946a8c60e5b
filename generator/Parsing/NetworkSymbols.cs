using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetGen.Generator.Diagnostics;

namespace NetGen.Generator.Parsing;

/// <summary>
/// Which symbols a declaration is made of, and in which order. The parser reads them so, and what turns a <see cref="Site"/> back into a
/// position counts them so. Code that the generator itself emitted does not exist here: the analyzer sees it, the generator does not.
/// </summary>
internal static class NetworkSymbols
{
    public const string NetworkAttribute = "NetGen.NetworkAttribute";

    /// <summary>Whether the class is marked <c>[Network]</c>.</summary>
    public static bool IsNetwork(INamedTypeSymbol type) => Attributes(type).Any(a => NameOf(a.AttributeClass!) == "Network");

    /// <summary>Whether the mark stands on this part of the class (the first one, if it stands on several).</summary>
    public static bool IsMarkedAt(INamedTypeSymbol type, SyntaxNode part) => Attributes(type)
        .First(a => NameOf(a.AttributeClass!) == "Network").ApplicationSyntaxReference is { } mark
        && mark.SyntaxTree == part.SyntaxTree && part.Span.Contains(mark.Span);

    /// <summary>The user's parts of the class.</summary>
    public static IEnumerable<TypeDeclarationSyntax> Parts(INamedTypeSymbol type, CancellationToken cancellationToken) => type.DeclaringSyntaxReferences
        .Where(part => !IsEmitted(part.SyntaxTree))
        .Select(part => part.GetSyntax(cancellationToken))
        .OfType<TypeDeclarationSyntax>();

    /// <summary>The properties that are values of the network.</summary>
    public static ImmutableArray<IPropertySymbol> Values(INamedTypeSymbol type) =>
        [.. Written(type).OfType<IPropertySymbol>().Where(IsValue)];

    /// <summary>The first of those that have this name: a second one is an error of C#'s.</summary>
    public static IPropertySymbol FirstValue(INamedTypeSymbol type, string name) => Written(type.GetMembers(name)).OfType<IPropertySymbol>().First(IsValue);

    /// <summary>Whether a partial property is of a type that C# does not find: without <c>using NetGen</c> none is known to be a value.</summary>
    public static bool HasUnknownProperties(INamedTypeSymbol type) =>
        Written(type).OfType<IPropertySymbol>().Any(property => property.IsPartialDefinition && !IsValue(property) && PropertyHalf.IsUnknown(property.Type));

    /// <summary>The other members that the user wrote and that have a name of their own.</summary>
    public static IEnumerable<ISymbol> OtherMembers(INamedTypeSymbol type) => Written(type)
        .Where(member => !(member is IPropertySymbol property && IsValue(property)))
        .Where(member => member is not IMethodSymbol method || method.MethodKind == MethodKind.Ordinary);

    /// <summary>
    /// What tells a method from others of its name, as C# judges: the number of its type parameters, the types of its parameters, and whether they are
    /// passed by reference. Null for any other member.
    /// </summary>
    public static string? SignatureOf(ISymbol member) => member is not IMethodSymbol method ? null
        : string.Concat(method.TypeParameters.Select(_ => "`"))
            + string.Join(", ", method.Parameters.Select(p => (p.RefKind == RefKind.None ? "" : "ref ") + p.Type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat)));

    /// <summary>The instance constructors that the user wrote.</summary>
    public static ImmutableArray<IMethodSymbol> Constructors(INamedTypeSymbol type) =>
        [.. Written(type).OfType<IMethodSymbol>().Where(method => method.MethodKind == MethodKind.Constructor)];

    /// <summary>NetGen's attributes on a symbol, one of each name; a second one is an error of C#'s.</summary>
    public static ImmutableArray<AttributeData> Attributes(ISymbol symbol) =>
    [
        .. symbol.GetAttributes()
            .Where(attribute => attribute.AttributeClass is { TypeKind: not TypeKind.Error } type && IsNetGen(type) && NameOf(type) is not null)
            .GroupBy(attribute => NameOf(attribute.AttributeClass!))
            .Select(sameName => sameName.First()),
    ];

    /// <summary>The attribute's name in declarations, without "Attribute".</summary>
    public static string? NameOf(INamedTypeSymbol attribute) => attribute.Name.EndsWith("Attribute", StringComparison.Ordinal)
        ? attribute.Name.Substring(0, attribute.Name.Length - "Attribute".Length)
        : null;

    /// <summary>The name of a property as it stands in the source, without the interface it may be for; that of an indexer is C#'s, <c>Item</c>.</summary>
    public static string NameOf(IPropertySymbol property) => property.IsIndexer ? "Item" : property.Name.Substring(property.Name.LastIndexOf('.') + 1);

    /// <summary>Whether the property's other half has been written by the user.</summary>
    public static bool IsImplemented(IPropertySymbol property) =>
        property.PartialImplementationPart is { } half && half.DeclaringSyntaxReferences.Any(part => !IsEmitted(part.SyntaxTree));

    /// <summary>Whether the type is the runtime's <c>Layer</c> or <c>Head</c>.</summary>
    public static bool IsLayerOrHead(ITypeSymbol type) => type.Name is "Layer" or "Head" && IsNetGen(type);

    private static bool IsValue(IPropertySymbol property) =>
        !Attributes(property).IsEmpty || (property.IsPartialDefinition && IsLayerOrHead(property.Type));

    /// <summary>The members in source order, parts in syntax-tree order.</summary>
    private static IEnumerable<ISymbol> Written(INamedTypeSymbol type) => Written(type.GetMembers());

    private static IEnumerable<ISymbol> Written(ImmutableArray<ISymbol> members) => members
        .Where(member => !member.IsImplicitlyDeclared && member.DeclaringSyntaxReferences.Any(part => !IsEmitted(part.SyntaxTree)));

    private static bool IsNetGen(ITypeSymbol type) =>
        type.ContainingNamespace is { Name: "NetGen", ContainingNamespace.IsGlobalNamespace: true };

    /// <summary>Emitted files lie in a folder named after the generator.</summary>
    private static bool IsEmitted(SyntaxTree tree) => Path.GetFileName(Path.GetDirectoryName(tree.FilePath)) == "NetGen.Generator.NetworkGenerator";
}
