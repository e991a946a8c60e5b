using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetGen.Generator.Collections;

namespace NetGen.Generator.Parsing;

/// <summary>NetGen's attributes on a class or property, as names and constants.</summary>
internal static class AttributeParser
{
    public static EquatableArray<AttributeDeclaration> Parse(ISymbol owner, CancellationToken cancellationToken) =>
        NetworkSymbols.Attributes(owner).Select(attribute => Parse(attribute, cancellationToken)).ToEquatable();

    /// <summary>
    /// Whether the C# compiler finds an attribute here wrong: one it does not know, arguments that fit no constructor or are no constants,
    /// the same attribute twice. It says so itself.
    /// </summary>
    public static bool HasErrors(ISymbol owner, CancellationToken cancellationToken)
    {
        var known = NetworkSymbols.Attributes(owner);
        return owner.GetAttributes().Any(attribute => attribute.AttributeClass is not { TypeKind: not TypeKind.Error })
            || known.Any(attribute => attribute.AttributeConstructor is null || AllConstants(attribute).Any(IsError) || HasSyntaxErrors(attribute))
            || owner.GetAttributes().Count(attribute => known.Any(k => SymbolEqualityComparer.Default.Equals(k.AttributeClass, attribute.AttributeClass))) > known.Length;

        // 1e400f is infinite, and an error of syntax.
        bool HasSyntaxErrors(AttributeData attribute) => attribute.ApplicationSyntaxReference?.GetSyntax(cancellationToken) is { ContainsDiagnostics: true } syntax
            && syntax.GetDiagnostics().Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
    }

    private static AttributeDeclaration Parse(AttributeData attribute, CancellationToken cancellationToken)
    {
        var arguments = new List<ArgumentDeclaration>();
        if (attribute.AttributeConstructor is { } constructor
            && attribute.ApplicationSyntaxReference?.GetSyntax(cancellationToken) is AttributeSyntax syntax)
        {
            for (int i = 0; i < attribute.ConstructorArguments.Length; i++)
            {
                string property = AttributeArguments.PropertyOf(constructor.Parameters[i]);
                if (AttributeArguments.Written(syntax, constructor, property).Count > 0)
                {
                    arguments.Add(new(property, Items(attribute.ConstructorArguments[i])));
                }
            }
        }

        arguments.AddRange(attribute.NamedArguments.Select(argument => new ArgumentDeclaration(argument.Key, Items(argument.Value))));
        return new(NetworkSymbols.NameOf(attribute.AttributeClass!)!, arguments.ToEquatable());
    }

    private static EquatableArray<ArgumentValue> Items(TypedConstant constant) => constant.Kind == TypedConstantKind.Array
        ? (constant.IsNull ? [] : constant.Values.Select(ToConstant)).ToEquatable()
        : new[] { ToConstant(constant) }.ToEquatable();

    private static ArgumentValue ToConstant(TypedConstant constant) => constant.Kind switch
    {
        TypedConstantKind.Error => default,
        _ when constant.Value is string text => new(0, text),
        _ when constant.Value is bool or int or float => new(Convert.ToDouble(constant.Value, CultureInfo.InvariantCulture), null),
        _ => default,
    };

    private static IEnumerable<TypedConstant> AllConstants(AttributeData attribute) =>
        attribute.ConstructorArguments.Concat(attribute.NamedArguments.Select(argument => argument.Value));

    private static bool IsError(TypedConstant constant) => constant.Kind == TypedConstantKind.Error
        || (constant.Kind == TypedConstantKind.Array && !constant.IsNull && constant.Values.Any(IsError));
}
