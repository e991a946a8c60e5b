using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetGen.Generator.Diagnostics;

namespace NetGen.Generator.Parsing;

/// <summary>Finds the position in the source of a place in a declaration.</summary>
internal static class SiteLocator
{
    public static Location? Locate(INamedTypeSymbol type, Site site, CancellationToken cancellationToken)
    {
        if (site.Value < 0 && site.Attribute < 0 && site.Argument is { } member)
        {
            return Member(type, member, site.Item, cancellationToken);
        }

        ISymbol owner = site.Value < 0 ? type : NetworkSymbols.Values(type)[site.Value];
        if (site.Attribute < 0)
        {
            return site.Value < 0 ? NetworkSymbols.Parts(type, cancellationToken).First().Identifier.GetLocation() : Name(owner, cancellationToken);
        }

        AttributeData attribute = NetworkSymbols.Attributes(owner)[site.Attribute];
        SyntaxNode? syntax = attribute.ApplicationSyntaxReference?.GetSyntax(cancellationToken);
        if (syntax is AttributeSyntax written && attribute.AttributeConstructor is { } constructor && site.Argument is { } argument
            && AttributeArguments.Written(written, constructor, argument) is { Count: > 0 } expressions)
        {
            syntax = expressions[Math.Min(site.Item, expressions.Count - 1)];
        }

        return syntax?.GetLocation();
    }

    private static Location Member(INamedTypeSymbol type, string name, int item, CancellationToken cancellationToken) =>
        name == WellKnownMemberNames.InstanceConstructorName
            ? Name(NetworkSymbols.Constructors(type)[item], cancellationToken)
            : Name(NetworkSymbols.OtherMembers(type).Where(m => m.Name == name).ElementAt(item), cancellationToken);

    /// <summary>Where the symbol's name stands; for a primary constructor, its parameters.</summary>
    private static Location Name(ISymbol symbol, CancellationToken cancellationToken) =>
        symbol.DeclaringSyntaxReferences[0].GetSyntax(cancellationToken) is TypeDeclarationSyntax { ParameterList: { } parameters } && symbol is IMethodSymbol
            ? parameters.GetLocation()
            : symbol.Locations[0];
}
