using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NetGen.Generator.Parsing;

/// <summary>
/// Which short names of <see cref="Types"/> a project's <c>global using</c> lines take. An alias of its own (<c>global using Math = System.MathF;</c>)
/// may not be declared again in an emitted file, and a namespace that is imported everywhere may make an imported name ambiguous.
/// </summary>
internal static class ProjectNames
{
    public static EquatableArray<string> Of(Compilation compilation, CancellationToken cancellationToken)
    {
        var taken = new SortedSet<string>(StringComparer.Ordinal);
        foreach (SyntaxTree tree in compilation.SyntaxTrees)
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (UsingDirectiveSyntax line in ((CompilationUnitSyntax)tree.GetRoot(cancellationToken)).Usings.Where(u => u.GlobalKeyword.IsKind(SyntaxKind.GlobalKeyword)))
            {
                taken.UnionWith(line.Alias is { } alias ? [alias.Name.Identifier.ValueText] : Imported(compilation, line));
            }
        }

        taken.IntersectWith(Types.ByName.Keys);
        return taken.ToEquatable();
    }

    /// <summary>The imported names that a namespace, or with <c>static</c> a type, brings in with another meaning.</summary>
    private static IEnumerable<string> Imported(Compilation compilation, UsingDirectiveSyntax line) =>
        Find(compilation.GlobalNamespace, line.NamespaceOrType) is not { } imported ? []
        : Types.ByName.Values.Where(name => name.IsImported && imported.ToDisplayString() != name.Namespace && !imported.GetTypeMembers(name.Name).IsEmpty).Select(name => name.Name);

    private static INamespaceOrTypeSymbol? Find(INamespaceSymbol global, TypeSyntax name) => name switch
    {
        QualifiedNameSyntax { Left: var left, Right: IdentifierNameSyntax right } => Find(global, left) is { } outer ? Member(outer, right) : null,
        AliasQualifiedNameSyntax { Name: IdentifierNameSyntax only } => Member(global, only),
        IdentifierNameSyntax only => Member(global, only),
        _ => null,
    };

    private static INamespaceOrTypeSymbol? Member(INamespaceOrTypeSymbol outer, IdentifierNameSyntax name) =>
        outer.GetMembers(name.Identifier.ValueText).OfType<INamespaceOrTypeSymbol>().FirstOrDefault();
}
