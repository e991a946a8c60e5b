using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NetGen.Generator.Parsing;

/// <summary>Where in an attribute's source an argument stands.</summary>
internal static class AttributeArguments
{
    /// <summary>The expressions written for an attribute property, whether assigned by name or passed to the constructor; none if left out.</summary>
    public static IReadOnlyList<ExpressionSyntax> Written(AttributeSyntax attribute, IMethodSymbol constructor, string property)
    {
        var written = new List<ExpressionSyntax>();
        SeparatedSyntaxList<AttributeArgumentSyntax> arguments = attribute.ArgumentList?.Arguments ?? default;
        for (int i = 0; i < arguments.Count; i++)
        {
            if (PropertyOf(arguments[i], i, constructor) == property)
            {
                written.Add(arguments[i].Expression);
            }
        }

        return written.Count == 1 && Elements(written[0]) is { Count: > 0 } elements ? elements : written;
    }

    /// <summary>The property a constructor parameter sets: <c>units</c> sets <c>Units</c>.</summary>
    public static string PropertyOf(IParameterSymbol parameter) => char.ToUpperInvariant(parameter.Name[0]) + parameter.Name.Substring(1);

    private static string? PropertyOf(AttributeArgumentSyntax argument, int index, IMethodSymbol constructor)
    {
        if (argument.NameEquals is { } assigned)
        {
            return assigned.Name.Identifier.ValueText;
        }

        IParameterSymbol? parameter = argument.NameColon is { } named
            ? constructor.Parameters.FirstOrDefault(p => p.Name == named.Name.Identifier.ValueText)
            : constructor.Parameters.ElementAtOrDefault(Math.Min(index, constructor.Parameters.Length - 1));
        return parameter is null ? null : PropertyOf(parameter);
    }

    /// <summary>The elements of an array written out; none of anything else.</summary>
    private static SeparatedSyntaxList<ExpressionSyntax> Elements(ExpressionSyntax expression) => expression switch
    {
        ArrayCreationExpressionSyntax { Initializer: { } array } => array.Expressions,
        ImplicitArrayCreationExpressionSyntax array => array.Initializer.Expressions,
        _ => default,
    };
}
