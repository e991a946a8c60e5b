using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NetGen.Generator.Tests.Folders;

/// <summary>
/// Which folders of a C# project refer to which, found by symbols: a using line that nothing needs counts nothing, and a type that is
/// reached without a using line counts.
/// </summary>
internal sealed class FolderGraph
{
    private readonly SortedDictionary<(string From, string To), string> _examples = [];
    private readonly List<(string File, INamedTypeSymbol Type)> _types = [];

    /// <param name="compilation">The sources, by their paths from the project's folder.</param>
    public FolderGraph(CSharpCompilation compilation)
    {
        foreach (SyntaxTree tree in compilation.SyntaxTrees)
        {
            SemanticModel model = compilation.GetSemanticModel(tree);
            foreach (SimpleNameSyntax name in tree.GetRoot().DescendantNodes(descendIntoTrivia: false).OfType<SimpleNameSyntax>())
            {
                // A constant of a type (GlobalNorm.BlockFloats) does not ask what something is.
                if (model.GetSymbolInfo(name).Symbol is INamedTypeSymbol type
                    && !(name.Parent is MemberAccessExpressionSyntax member && member.Expression == name))
                {
                    _types.Add((tree.FilePath, type));
                }

                if (Home(model.GetSymbolInfo(name).Symbol) is { } home && FolderOf(home) is var to && FolderOf(tree.FilePath) is var from && from != to)
                {
                    _examples.TryAdd((from, to), $"{tree.FilePath} uses {name.Identifier.ValueText} of {home}");
                }
            }
        }
    }

    /// <summary>The folders that refer to each other in a circle, one line for each reference of it; empty if there is no circle.</summary>
    public IReadOnlyList<string> Cycle()
    {
        // References to a folder that refers to no other, and those of a folder that no other refers to, are on no circle.
        HashSet<(string From, string To)> left = [.. _examples.Keys];
        while (left.RemoveWhere(edge => !left.Any(next => next.From == edge.To) || !left.Any(before => before.To == edge.From)) > 0)
        {
        }

        return [.. _examples.Where(example => left.Contains(example.Key)).Select(example => $"{example.Key.From} -> {example.Key.To}: {example.Value}")];
    }

    /// <summary>Whether some file of a folder refers to another folder.</summary>
    public bool Refers(string from, string to) => _examples.ContainsKey((from, to));

    /// <summary>Where a folder names a type that derives from one type and not from another, a line each.</summary>
    public IReadOnlyList<string> Derived(string folder, string from, string butNotFrom) =>
    [
        .. _types.Where(use => FolderOf(use.File) == folder && Bases(use.Type).Contains(from) && use.Type.Name != butNotFrom
            && !Bases(use.Type).Contains(butNotFrom))
            .Select(use => $"{use.File} names {use.Type.Name}").Distinct(),
    ];

    private static IEnumerable<string> Bases(INamedTypeSymbol type)
    {
        for (INamedTypeSymbol? up = type.BaseType; up is not null; up = up.BaseType)
        {
            yield return up.Name;
        }
    }

    /// <summary>The first part of the path; the project's own folder is a folder too.</summary>
    private static string FolderOf(string path) => path.Split('/') is [var folder, _, ..] ? folder : ".";

    /// <summary>The file that declares a symbol's type; null for what comes from elsewhere.</summary>
    private static string? Home(ISymbol? symbol) =>
        (symbol as INamedTypeSymbol ?? symbol?.ContainingType)?.OriginalDefinition.DeclaringSyntaxReferences.FirstOrDefault()
            ?.SyntaxTree.FilePath is { Length: > 0 } path
            ? path
            : null;
}
