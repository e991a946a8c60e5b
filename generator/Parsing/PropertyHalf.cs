using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetGen.Generator.Collections;

namespace NetGen.Generator.Parsing;

/// <summary>How the implementing half of a property must be declared where it is no value's, so that the user reads of the mistake and not of its other half.</summary>
/// <param name="Declarator">Type and name: <c>ref global::NetGen.Layer Hidden</c>, <c>int this[string key]</c>.</param>
/// <param name="Accessors">Its accessors with their modifiers: <c>get</c>, <c>private set</c>.</param>
internal sealed record PropertyHalf(string Declarator, EquatableArray<string> Accessors)
{
    private static readonly SymbolDisplayFormat Full = SymbolDisplayFormat.FullyQualifiedFormat
        .AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier)
        .WithParameterOptions(SymbolDisplayParameterOptions.IncludeParamsRefOut | SymbolDisplayParameterOptions.IncludeType | SymbolDisplayParameterOptions.IncludeName);

    /// <summary>The modifiers that both halves of a property must have; any other is an error of C#'s.</summary>
    private static readonly SyntaxKind[] Repeated =
    [
        SyntaxKind.PublicKeyword, SyntaxKind.ProtectedKeyword, SyntaxKind.InternalKeyword, SyntaxKind.PrivateKeyword, SyntaxKind.StaticKeyword,
        SyntaxKind.VirtualKeyword, SyntaxKind.OverrideKeyword, SyntaxKind.SealedKeyword, SyntaxKind.NewKeyword, SyntaxKind.RequiredKeyword,
    ];

    /// <summary>The half of a property; null where it is that of a value, <c>Layer Hidden { get; }</c>.</summary>
    public static PropertyHalf? Of(IPropertySymbol property, BasePropertyDeclarationSyntax syntax)
    {
        string[] accessors = [.. (syntax.AccessorList?.Accessors ?? []).Select(accessor => string.Concat(accessor.Modifiers.Select(m => m.ValueText + " ")) + accessor.Keyword.ValueText)];
        if (accessors is ["get"] && property is { IsIndexer: false, RefKind: RefKind.None, NullableAnnotation: not NullableAnnotation.Annotated }
            && syntax.ExplicitInterfaceSpecifier is null && NetworkSymbols.IsLayerOrHead(property.Type))
        {
            return null;
        }

        string reference = property.RefKind switch { RefKind.Ref => "ref ", RefKind.RefReadOnly => "ref readonly ", _ => "" };
        string owner = property.ExplicitInterfaceImplementations.FirstOrDefault()?.ContainingType.ToDisplayString(Full) is { } implemented ? implemented + "." : "";
        string name = syntax is PropertyDeclarationSyntax named ? named.Identifier.Text : $"this[{string.Join(", ", property.Parameters.Select(p => p.ToDisplayString(Full)))}]";
        return new($"{reference}{property.Type.ToDisplayString(Full)} {owner}{name}", accessors.ToEquatable());
    }

    /// <summary>Whether the half can be emitted: the user has not written it, C# has it, and it would have no error that C# reports in the user's half already.</summary>
    public static bool CanBeEmitted(IPropertySymbol property) =>
        property.IsPartialDefinition && !NetworkSymbols.IsImplemented(property) && !IsUnknown(property.Type)
        && ((CSharpParseOptions)property.DeclaringSyntaxReferences[0].SyntaxTree.Options).LanguageVersion >= LanguageVersion.CSharp13
        && !(property.IsVirtual && property.ContainingType.IsSealed)
        && ((BasePropertyDeclarationSyntax)property.DeclaringSyntaxReferences[0].GetSyntax()).ExplicitInterfaceSpecifier is null == property.ExplicitInterfaceImplementations.IsEmpty
        && property.ExplicitInterfaceImplementations.All(implemented => property.ContainingType.AllInterfaces.Contains(implemented.ContainingType, SymbolEqualityComparer.Default));

    /// <summary>The modifiers that the half repeats before <c>partial</c>.</summary>
    public static IEnumerable<SyntaxToken> Modifiers(IPropertySymbol property, BasePropertyDeclarationSyntax syntax) =>
        syntax.Modifiers.Where(m => Repeated.Contains(m.Kind()) || (m.IsKind(SyntaxKind.UnsafeKeyword) && AllowsUnsafe(property)));

    /// <summary>Whether a type, or a type in it, does not exist.</summary>
    public static bool IsUnknown(ITypeSymbol type) => type switch
    {
        { TypeKind: TypeKind.Error } => true,
        IArrayTypeSymbol array => IsUnknown(array.ElementType),
        INamedTypeSymbol named => named.TypeArguments.Any(IsUnknown),
        _ => false,
    };

    private static bool AllowsUnsafe(ISymbol symbol) =>
        symbol.ContainingAssembly is ISourceAssemblySymbol { Compilation.Options: CSharpCompilationOptions { AllowUnsafe: true } };
}
