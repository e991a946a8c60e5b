using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetGen.Generator.Collections;
using NetGen.Generator.Diagnostics;

namespace NetGen.Generator.Parsing;

/// <summary>What the C# of a property must be for its other half to be emitted: <c>partial Layer Name { get; }</c>.</summary>
internal static class PropertyFlaws
{
    private static readonly SymbolDisplayFormat Minimal = SymbolDisplayFormat.MinimallyQualifiedFormat.AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    /// <summary>The first flaw of the property; further ones would only repeat that it must be written like the above.</summary>
    public static IEnumerable<Problem> Of(IPropertySymbol property, int index, Func<string, bool> isLoss, CancellationToken cancellationToken)
    {
        var syntax = (BasePropertyDeclarationSyntax)property.DeclaringSyntaxReferences[0].GetSyntax(cancellationToken);
        string name = NetworkSymbols.NameOf(property);
        if (IsSaidByCSharp(property, syntax))
        {
            yield return Flaw(Rules.Compiler);
            yield break;
        }

        if (AttributeParser.HasErrors(property, cancellationToken))
        {
            yield return Flaw(Rules.Compiler);
        }

        string mend = Mend(property, syntax, isLoss);
        if (property.IsIndexer)
        {
            yield return Flaw(Rules.PropertyForm, "an indexer", mend);
        }
        else if (!syntax.Modifiers.Any(SyntaxKind.PartialKeyword))
        {
            yield return Flaw(Rules.PropertyNotPartial, mend);
        }
        else if (NetworkSymbols.IsImplemented(property))
        {
            yield return Flaw(Rules.PropertyForm, "implemented", mend);
        }
        else if (property.IsStatic && !property.ContainingType.IsStatic)
        {
            yield return Flaw(Rules.PropertyForm, "static", mend);
        }
        else if (property.SetMethod is not null || property.GetMethod is null)
        {
            yield return Flaw(Rules.PropertyForm, $"declared with {{ {string.Join(" ", syntax.AccessorList!.Accessors.Select(accessor => $"{accessor.Modifiers} {accessor.Keyword.ValueText};".TrimStart()))} }}", mend);
        }
        else if (property.RefKind != RefKind.None)
        {
            yield return Flaw(Rules.PropertyForm, "returned by reference", mend);
        }
        else if (!IsLayerOrHead(property))
        {
            yield return Flaw(Rules.PropertyType, IsNamesake(property.Type) ? property.Type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat) : property.Type.ToDisplayString(Minimal), mend);
        }

        Problem Flaw(string rule, params string[] words) => new(rule, new Site(index), new[] { property.IsIndexer ? "this[]" : name }.Concat(words).ToEquatable());
    }

    /// <summary>
    /// Whether the C# compiler finds the declaration wrong and says so: a type that does not exist, a name that is there already, a modifier
    /// that has no place, a half without the other.
    /// </summary>
    private static bool IsSaidByCSharp(IPropertySymbol property, BasePropertyDeclarationSyntax syntax)
    {
        INamedTypeSymbol type = property.ContainingType;
        bool isPartial = syntax.Modifiers.Any(SyntaxKind.PartialKeyword);
        return PropertyHalf.IsUnknown(property.Type)
            || property.Name == type.Name
            || (!property.IsIndexer && !SymbolEqualityComparer.Default.Equals(NetworkSymbols.FirstValue(type, property.Name), property))
            || (isPartial && syntax.ExplicitInterfaceSpecifier is not null)
            || (isPartial && !property.IsPartialDefinition && property.PartialDefinitionPart is null)
            || (isPartial && syntax.Modifiers.Count > PropertyHalf.Modifiers(property, syntax).Count() + 1)
            || (property.IsVirtual && type.IsSealed)
            || (syntax.AccessorList?.Accessors is [{ Modifiers.Count: > 0 }]);
    }

    /// <summary>The property as it should be declared, with the user's own modifiers and type as far as they may stay.</summary>
    private static string Mend(IPropertySymbol property, BasePropertyDeclarationSyntax syntax, Func<string, bool> isLoss)
    {
        SyntaxKind[] wrong = [SyntaxKind.StaticKeyword];
        string modifiers = string.Concat(PropertyHalf.Modifiers(property, syntax).Where(m => !wrong.Contains(m.Kind())).Select(m => m.ValueText + " "));
        if (modifiers.Length == 0 && syntax.ExplicitInterfaceSpecifier is not null)
        {
            modifiers = "public ";
        }

        TypeSyntax written = syntax.Type is RefTypeSyntax reference ? reference.Type : syntax.Type;
        written = written is NullableTypeSyntax nullable ? nullable.ElementType : written;
        string type = NetworkSymbols.IsLayerOrHead(property.Type) ? written.ToString() : IsNamesake(property.Type) ? $"NetGen.{property.Type.Name}"
            : NetworkSymbols.Attributes(property).Any(a => NetworkSymbols.NameOf(a.AttributeClass!) is { } name && isLoss(name)) ? "Head" : "Layer";
        return $"{modifiers}partial {type} {(syntax is PropertyDeclarationSyntax named ? named.Identifier.Text : "Name")} {{ get; }}";
    }

    /// <summary>Whether a type is called like the runtime's, and is another.</summary>
    private static bool IsNamesake(ITypeSymbol type) => type.Name is "Layer" or "Head" && !NetworkSymbols.IsLayerOrHead(type);

    private static bool IsLayerOrHead(IPropertySymbol property) =>
        NetworkSymbols.IsLayerOrHead(property.Type) && property.NullableAnnotation != NullableAnnotation.Annotated;
}
