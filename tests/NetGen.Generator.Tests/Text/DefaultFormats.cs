using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NetGen.Generator.Tests.Text;

/// <summary>
/// Where sources format a float or a double as the runtime does by default: of a float .NET Framework, on which Visual Studio runs generators,
/// writes seven digits. Text made by <c>Invariant.Of</c> has all digits.
/// </summary>
internal static class DefaultFormats
{
    /// <summary>A line for each place.</summary>
    public static IEnumerable<string> Of(CSharpCompilation compilation)
    {
        foreach (SyntaxTree tree in compilation.SyntaxTrees)
        {
            SemanticModel model = compilation.GetSemanticModel(tree);
            foreach (SyntaxNode node in tree.GetRoot().DescendantNodes())
            {
                if (Formatted(model, node) is { } formatted && LosesDigits(model.GetTypeInfo(formatted).Type))
                {
                    yield return $"{tree.FilePath} formats {formatted}";
                }
            }
        }
    }

    /// <summary>What a piece of source makes text of by default, if anything.</summary>
    private static ExpressionSyntax? Formatted(SemanticModel model, SyntaxNode node) => node switch
    {
        InterpolationSyntax { FormatClause: null, Parent: InterpolatedStringExpressionSyntax text } hole when !IsInvariant(model, text) => hole.Expression,
        BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum when IsText(model, sum) =>
            LosesDigits(model.GetTypeInfo(sum.Left).Type) ? sum.Left : sum.Right,
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.Text: "ToString" } call, ArgumentList.Arguments: [] } =>
            call.Expression,
        _ => null,
    };

    private static bool IsText(SemanticModel model, ExpressionSyntax expression) =>
        model.GetTypeInfo(expression).Type?.SpecialType == SpecialType.System_String;

    /// <summary>Whether a text is filled in by <c>Invariant.Of</c>, or by another method that is given its holes.</summary>
    private static bool IsInvariant(SemanticModel model, InterpolatedStringExpressionSyntax text) =>
        model.GetTypeInfo(text).ConvertedType?.Name is nameof(FormattableString);

    /// <summary>A float or a double, or a record that has one and is written as records are.</summary>
    private static bool LosesDigits(ITypeSymbol? type) => type switch
    {
        null => false,
        { SpecialType: SpecialType.System_Single or SpecialType.System_Double } => true,
        INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable => LosesDigits(nullable.TypeArguments[0]),
        INamedTypeSymbol { IsRecord: true } record =>
            !WritesItself(record) && record.GetMembers().OfType<IPropertySymbol>().Any(property => LosesDigits(property.Type)),
        _ => false,
    };

    private static bool WritesItself(ITypeSymbol? record)
    {
        for (; record is not null; record = record.BaseType)
        {
            if (record.IsRecord && record.GetMembers(nameof(ToString)).Any(method => !method.IsImplicitlyDeclared))
            {
                return true;
            }
        }

        return false;
    }
}
