using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace NetGen.Generator.Tests.Documentation;

/// <summary>A Markdown file of the repository.</summary>
/// <param name="Name">Its path from the root, with slashes.</param>
internal sealed record Document(string Name)
{
    /// <summary>The folder of the repository.</summary>
    public static readonly string Root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "../../.."));

    /// <summary>Folders that hold what tools write, and the generator's release tables, which are data in a format of Roslyn's.</summary>
    private static readonly Regex s_foreign = new(@"(^|/)(\.[^/]*|bin|obj|artifacts|packages|TestResults)/|AnalyzerReleases\.", RegexOptions.CultureInvariant);

    /// <summary>Every document of the repository.</summary>
    public static IReadOnlyList<Document> All { get; } =
    [
        .. Directory.EnumerateFiles(Root, "*.md", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Root, path).Replace('\\', '/'))
            .Where(name => !s_foreign.IsMatch(name))
            .Order(StringComparer.Ordinal)
            .Select(name => new Document(name)),
    ];

    /// <summary>The names of all documents, for theories.</summary>
    public static TheoryData<string> Names => [.. All.Select(document => document.Name)];

    public string Text { get; } = File.ReadAllText(Path.Combine(Root, Name));

    /// <summary>The C# listings, each with the line above it.</summary>
    public IReadOnlyList<(string Heading, string Code)> Listings =>
        [.. Regex.Matches(Text, "([^\n]*)\n\n```csharp\n(.*?)```", RegexOptions.Singleline).Select(m => (m.Groups[1].Value, m.Groups[2].Value))];

    /// <summary>What links lead to, outside of code: targets in parentheses, and those of link definitions.</summary>
    public IReadOnlyList<string> Links
    {
        get
        {
            string prose = Regex.Replace(Text, "```.*?```|`[^`\n]*`", "code", RegexOptions.Singleline);
            return [.. Regex.Matches(prose, @"\]\(([^)\s]+)\)|^\[[^\]]+\]: (\S+)$", RegexOptions.Multiline).Select(m => m.Groups[1].Value + m.Groups[2].Value)];
        }
    }

    /// <summary>The anchors of its headings, as GitHub makes them.</summary>
    public IEnumerable<string> Anchors =>
        Regex.Matches(Text, "^#+ (.+)$", RegexOptions.Multiline)
            .Select(m => Regex.Replace(m.Groups[1].Value.ToLowerInvariant(), @"[^\p{L}\p{N} _-]", "").Replace(' ', '-'));

    /// <summary>The absolute path that a link of this document leads to.</summary>
    public string Target(string link) => Path.GetFullPath(Path.Combine(Root, Path.GetDirectoryName(Name)!, link));

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
