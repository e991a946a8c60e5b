using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetGen.Generator.Diagnostics;

namespace NetGen.Generator.Parsing;

/// <summary>What the C# of a property must be for its other half to be emitted: <c>partial Layer Name { get; }</c>.</summary>
internal static class PropertyFlaws
{
    private static readonly SymbolDisplayFormat
        Minimal = SymbolDisplayFormat.MinimallyQualifiedFormat.AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier),
        Full = SymbolDisplayFormat.FullyQualifiedFormat.AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    /// <summary>The first flaw of the property; further ones would only repeat that it must be written like the above.</summary>
    public static IEnumerable<Problem> Of(IPropertySymbol property, int index, CancellationToken cancellationToken)
    {
        if (AttributeParser.HasErrors(property) || property.Type.TypeKind == TypeKind.Error || property.Name == property.ContainingType.Name)
        {
            yield return Flaw(Rules.Compiler);
        }

        if (property.DeclaringSyntaxReferences[0].GetSyntax(cancellationToken) is not PropertyDeclarationSyntax syntax)
        {
            yield return Flaw(Rules.PropertyForm, "an indexer", "");
        }
        else if (!syntax.Modifiers.Any(SyntaxKind.PartialKeyword))
        {
            yield return Flaw(Rules.PropertyNotPartial);
        }
        else if (NetworkSymbols.IsImplemented(property) || !property.IsPartialDefinition)
        {
            yield return Flaw(Rules.PropertyForm, "implemented", "");
        }
        else if (property.IsStatic && !property.ContainingType.IsStatic)
        {
            yield return Flaw(Rules.PropertyForm, "static", "");
        }
        else if (property.SetMethod is not null || property.GetMethod is null)
        {
            string[] accessors = [.. syntax.AccessorList!.Accessors.Select(accessor => accessor.Keyword.ValueText)];
            yield return Flaw(Rules.PropertyForm, $"declared with {{ {string.Join("; ", accessors)}; }}", string.Join(" ", accessors));
        }
        else if (property.Type.TypeKind != TypeKind.Error && !IsLayerOrHead(property))
        {
            yield return Flaw(Rules.PropertyType, property.Type.ToDisplayString(Minimal), property.Type.ToDisplayString(Full));
        }

        Problem Flaw(string rule, params string[] words) => new(rule, new Site(index), new[] { property.Name }.Concat(words).ToEquatable());
    }

    private static bool IsLayerOrHead(IPropertySymbol property) =>
        NetworkSymbols.IsLayerOrHead(property.Type) && property.NullableAnnotation != NullableAnnotation.Annotated;
}
