using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetGen.Generator.Collections;
using NetGen.Generator.Text;

namespace NetGen.Generator.Parsing;

/// <summary>
/// Which short names of <see cref="Types"/> a project's <c>global using</c> lines take. An alias of its own (<c>global using Math = System.MathF;</c>)
/// may not be declared again in an emitted file, and a namespace that is imported everywhere may make an imported name ambiguous.
/// </summary>
internal static class ProjectNames
{
    /// <summary>Whether the node is such a line. Only files that were edited are searched for them.</summary>
    public static bool IsGlobalUsing(SyntaxNode node, CancellationToken cancellationToken) => node is UsingDirectiveSyntax line && line.GlobalKeyword.IsKind(SyntaxKind.GlobalKeyword);

    /// <summary>The names that one line takes.</summary>
    public static EquatableArray<string> OfLine(GeneratorSyntaxContext context, CancellationToken cancellationToken) =>
        ((UsingDirectiveSyntax)context.Node is { Alias: { } alias }
            ? Types.ByName.Values.Where(name => name.Written.Contains(alias.Name.Identifier.ValueText))
            : Imported(context.SemanticModel.GetSymbolInfo(((UsingDirectiveSyntax)context.Node).NamespaceOrType, cancellationToken).Symbol as INamespaceOrTypeSymbol))
        .Select(name => name.Name).ToEquatable();

    /// <summary>The names that all lines take, in order.</summary>
    public static EquatableArray<string> Of(ImmutableArray<EquatableArray<string>> lines, CancellationToken cancellationToken) =>
        new SortedSet<string>(lines.SelectMany(names => names), StringComparer.Ordinal).ToEquatable();

    /// <summary>The imported names that a namespace, or with <c>static</c> a type, brings in with another meaning.</summary>
    private static IEnumerable<TypeName> Imported(INamespaceOrTypeSymbol? imported) => imported is null ? []
        : Types.ByName.Values.Where(name => name.IsImported && imported.ToDisplayString() != name.Namespace && !imported.GetTypeMembers(name.Name).IsEmpty);
}
