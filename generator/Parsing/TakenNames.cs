using Microsoft.CodeAnalysis;
using NetGen.Generator.Collections;
using NetGen.Generator.Text;

namespace NetGen.Generator.Parsing;

/// <summary>Which short names of <see cref="Types"/> mean something else where a network stands. Emitted code writes those in full.</summary>
internal static class TakenNames
{
    /// <summary>The keyword of C# 14: where a member is called so, its use is warned of.</summary>
    public const string Field = "field";

    /// <summary>The names that a member of the class, a type around it, a type parameter of one, or a type of its namespaces takes: a user may well have a <c>Rows</c>.</summary>
    public static EquatableArray<string> Around(INamedTypeSymbol type, Compilation compilation)
    {
        INamespaceOrTypeSymbol[] scopes = [.. Scopes(type, compilation)];
        return Types.ByName.Values.Where(name => scopes.Any(scope => IsTaken(scope, name))).Select(name => name.Name)
            .Concat(scopes.OfType<INamedTypeSymbol>().Any(scope => !scope.GetMembers(Field).IsEmpty) ? [Field] : []).ToEquatable();

        // C# passes over what the class may not use: an internal type of another assembly takes no name.
        bool IsTaken(INamespaceOrTypeSymbol scope, TypeName name) =>
            name.Written.SelectMany(written => scope.GetMembers(written)).Any(member => !IsItself(member, name) && compilation.IsSymbolAccessibleWithin(member, type))
            || (scope is INamedTypeSymbol { TypeParameters: var parameters } && parameters.Any(parameter => name.Written.Contains(parameter.Name)));
    }

    /// <summary>The types and namespaces around it, inside out. A namespace has the types of the project and those of the assemblies it refers to.</summary>
    private static IEnumerable<INamespaceOrTypeSymbol> Scopes(INamedTypeSymbol type, Compilation compilation)
    {
        for (INamedTypeSymbol? outer = type; outer is not null; outer = outer.ContainingType)
        {
            for (INamedTypeSymbol? inherited = outer; inherited is not null; inherited = inherited.BaseType)
            {
                yield return inherited;
            }
        }

        for (INamespaceSymbol? space = type.ContainingNamespace; space is not null; space = space.ContainingNamespace)
        {
            yield return compilation.GetCompilationNamespace(space) ?? space;
        }
    }

    private static bool IsItself(ISymbol member, TypeName name) =>
        member is INamedTypeSymbol && member.ContainingNamespace.ToDisplayString() == name.Namespace;
}
