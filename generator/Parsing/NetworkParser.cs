using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetGen.Generator.Collections;
using NetGen.Generator.Diagnostics;

namespace NetGen.Generator.Parsing;

/// <summary>Reads an annotated class into a <see cref="NetworkDeclaration"/>: the last place that sees symbols and syntax.</summary>
internal static class NetworkParser
{
    private static readonly SymbolDisplayFormat Repeated = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameOnly,
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters | SymbolDisplayGenericsOptions.IncludeVariance,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers);

    private static readonly SymbolDisplayFormat FullName = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers);

    /// <summary>The declaration of a class marked <c>[Network]</c>. An unexpected failure becomes a flaw of it.</summary>
    /// <param name="type">The class.</param>
    /// <param name="compilation">What it is compiled in: the namespaces of the class also have the types of other assemblies.</param>
    /// <param name="isLoss">Whether an attribute, by its name without "Attribute", makes a head of a property.</param>
    /// <param name="cancellationToken">Ends the parsing.</param>
    public static NetworkDeclaration Parse(INamedTypeSymbol type, Compilation compilation, Func<string, bool> isLoss, CancellationToken cancellationToken)
    {
        NetworkDeclaration outline = Outline(type);
        try
        {
            return Parse(type, compilation, isLoss, outline, cancellationToken);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            return outline with { Flaws = new[] { Failure.Of(type.Name, failure) }.ToEquatable() };
        }
    }

    /// <summary>Its name and where it stands, and nothing of what is in it.</summary>
    public static NetworkDeclaration Outline(INamedTypeSymbol type) => new(
        type.ContainingNamespace.IsGlobalNamespace ? "" : type.ContainingNamespace.ToDisplayString(FullName), type.Name, ContainingTypes(type),
        Attributes: default, Values: default, OtherMembers: default, Flaws: default);

    private static NetworkDeclaration Parse(INamedTypeSymbol type, Compilation compilation, Func<string, bool> isLoss, NetworkDeclaration outline, CancellationToken cancellationToken)
    {
        var values = new List<ValueDeclaration>();
        var flaws = new List<Problem>(ClassFlaws.Of(type, cancellationToken));
        var parts = new List<SyntaxNode?>();
        foreach (IPropertySymbol property in NetworkSymbols.Values(type))
        {
            cancellationToken.ThrowIfCancellationRequested();
            flaws.AddRange(PropertyFlaws.Of(property, values.Count, isLoss, cancellationToken));
            values.Add(Value(property, parts, cancellationToken));
        }

        return outline with
        {
            Attributes = AttributeParser.Parse(type, cancellationToken),
            Values = values.ToEquatable(),
            OtherMembers = NetworkSymbols.OtherMembers(type).Select(member => new MemberDeclaration(member.Name, NetworkSymbols.SignatureOf(member))).ToEquatable(),
            Flaws = flaws.ToEquatable(),
            TakenNames = TakenNames.Around(type, compilation),
            IsContinuable = ClassFlaws.IsContinuable(type),
            IsClsCompliant = type.ContainingAssembly.GetAttributes().Any(a => a is { AttributeClass.Name: "CLSCompliantAttribute", ConstructorArguments: [{ Value: true }] }),
            FirstCall = Constructors.FirstCall(type, compilation, cancellationToken),
        };
    }

    private static ValueDeclaration Value(IPropertySymbol property, List<SyntaxNode?> parts, CancellationToken cancellationToken)
    {
        var syntax = (BasePropertyDeclarationSyntax)property.DeclaringSyntaxReferences[0].GetSyntax(cancellationToken);
        if (!parts.Contains(syntax.Parent))
        {
            parts.Add(syntax.Parent);
        }

        return new(
            NetworkSymbols.NameOf(property),
            string.Join(" ", PropertyHalf.Modifiers(property, syntax).Select(m => m.ValueText)),
            property.Type.Name == "Head",
            PropertyHalf.CanBeEmitted(property),
            PropertyHalf.Of(property, syntax),
            parts.IndexOf(syntax.Parent),
            AttributeParser.Parse(property, cancellationToken));
    }

    private static EquatableArray<ContainingType> ContainingTypes(INamedTypeSymbol type)
    {
        var outward = new List<ContainingType>();
        for (INamedTypeSymbol? outer = type.ContainingType; outer is not null; outer = outer.ContainingType)
        {
            string keyword = outer.TypeKind switch
            {
                TypeKind.Interface => "interface",
                TypeKind.Struct => outer.IsRecord ? "record struct" : "struct",
                _ => outer.IsRecord ? "record" : "class",
            };
            outward.Add(new(keyword, outer.ToDisplayString(Repeated)));
        }

        outward.Reverse();
        return outward.ToEquatable();
    }
}
