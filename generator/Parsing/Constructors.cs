using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NetGen.Generator.Parsing;

/// <summary>The constructors that the user wrote, and what they ask of an emitted one.</summary>
internal static class Constructors
{
    /// <summary>Whether an emitted constructor runs first, which allocates the network's memory.</summary>
    public static bool GoThroughThis(IMethodSymbol constructor, CancellationToken cancellationToken) =>
        Syntax(constructor, cancellationToken) is ConstructorDeclarationSyntax { Initializer: { } first } && first.IsKind(SyntaxKind.ThisConstructorInitializer);

    /// <summary>(int seed) or (Hyperparameters hyperparameters, int seed).</summary>
    public static bool HaveEmittedSignature(IMethodSymbol constructor) => constructor.Parameters switch
    {
        [{ Type.SpecialType: SpecialType.System_Int32 }] => true,
        [{ Type.Name: "Hyperparameters" }, { Type.SpecialType: SpecialType.System_Int32 }] => true,
        _ => false,
    };

    /// <summary>
    /// What a constructor that is added to a faulty class must call first, so that the mistake is the only one: that of a primary constructor or of a
    /// base class, with arguments of no meaning. Empty where it need call none; null where the user has written it, or the class may use none of its
    /// base class's.
    /// </summary>
    public static string? FirstCall(INamedTypeSymbol type, Compilation compilation, CancellationToken cancellationToken)
    {
        var written = NetworkSymbols.Constructors(type);
        if (written.Any(constructor => constructor.Parameters.Length == 2 && HaveEmittedSignature(constructor)))
        {
            return null;
        }

        if (written.FirstOrDefault(constructor => Syntax(constructor, cancellationToken) is TypeDeclarationSyntax) is { } primary)
        {
            return Call("this", primary);
        }

        if (type.BaseType is null or { TypeKind: TypeKind.Error })
        {
            return "";
        }

        return type.BaseType.InstanceConstructors
            .Where(constructor => compilation.IsSymbolAccessibleWithin(constructor, type) && !IsCopy(constructor))
            .OrderBy(constructor => constructor.Parameters.Length).FirstOrDefault() is not { } chosen ? null : chosen.Parameters.IsEmpty ? "" : Call("base", chosen);
    }

    private static string Call(string which, IMethodSymbol constructor) => $"{which}({string.Join(", ", constructor.Parameters.Select(Argument))})";

    private static string Argument(IParameterSymbol parameter)
    {
        string type = parameter.Type.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
        return parameter.RefKind switch
        {
            RefKind.Ref => $"ref global::System.Runtime.CompilerServices.Unsafe.NullRef<{type}>()",
            RefKind.Out => $"out global::System.Runtime.CompilerServices.Unsafe.NullRef<{type}>()",
            _ => $"default({type})!",
        };
    }

    /// <summary>The one that a record has for <c>with</c>.</summary>
    private static bool IsCopy(IMethodSymbol constructor) =>
        constructor.Parameters is [{ Type: var only }] && constructor.ContainingType.IsRecord && SymbolEqualityComparer.Default.Equals(only, constructor.ContainingType);

    private static SyntaxNode Syntax(IMethodSymbol constructor, CancellationToken cancellationToken) =>
        (constructor.PartialImplementationPart ?? constructor).DeclaringSyntaxReferences[0].GetSyntax(cancellationToken);
}
