using Microsoft.CodeAnalysis;

namespace NetGen.Generator.Parsing;

/// <summary>Which short names of <see cref="Types"/> mean something else where a network stands. Emitted code writes those in full.</summary>
internal static class TakenNames
{
    /// <summary>The keyword of C# 14: where a member is called so, its use is warned of.</summary>
    public const string Field = "field";

    /// <summary>The names that a member of the class, a type around it, a type parameter of one, or a type of its namespaces takes: a user may well have a <c>Rows</c>.</summary>
    public static EquatableArray<string> Around(INamedTypeSymbol type) =>
        Types.ByName.Values.Where(name => IsTaken(type, name)).Select(name => name.Name)
            .Concat(Scopes(type).OfType<INamedTypeSymbol>().Any(scope => !scope.GetMembers(Field).IsEmpty) ? [Field] : []).ToEquatable();

    private static bool IsTaken(INamedTypeSymbol type, TypeName name) =>
        Scopes(type).Any(scope => scope.GetMembers(name.Name).Any(member => !IsItself(member, name))
            || (scope is INamedTypeSymbol { TypeParameters: var parameters } && parameters.Any(parameter => parameter.Name == name.Name)));

    private static IEnumerable<INamespaceOrTypeSymbol> Scopes(INamedTypeSymbol type)
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
            yield return space;
        }
    }

    private static bool IsItself(ISymbol member, TypeName name) =>
        member is INamedTypeSymbol && member.ContainingNamespace.ToDisplayString() == name.Namespace;
}
