using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using NetGen.Generator.Tests.Documentation;

namespace NetGen.Generator.Tests.Folders;

/// <summary>Sources of a project of this repository, compiled as far as their symbols are needed: what they get from other projects is unknown.</summary>
internal static class SourceFiles
{
    private const string GlobalUsings =
        "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; " +
        "global using System.Threading; global using System.Threading.Tasks;";

    /// <summary>The generator's own.</summary>
    public static readonly Lazy<CSharpCompilation> Generator = new(() => Compile(In(Path.Combine(Document.Root, "generator"))));

    /// <param name="files">The sources, by their paths from the project's folder, with slashes.</param>
    public static CSharpCompilation Compile(IEnumerable<(string Path, string Source)> files)
    {
        var options = new CSharpParseOptions(LanguageVersion.Preview);
        string[] references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator);
        return CSharpCompilation.Create(
            "Sources",
            [.. files.Select(file => CSharpSyntaxTree.ParseText(file.Source, options, file.Path)), CSharpSyntaxTree.ParseText(GlobalUsings, options)],
            references.Where(path => !Path.GetFileName(path).StartsWith("NetGen", StringComparison.Ordinal))
                .Select(path => MetadataReference.CreateFromFile(path)));
    }

    private static IEnumerable<(string Path, string Source)> In(string folder) => Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
        .Select(path => (Path: Path.GetRelativePath(folder, path).Replace('\\', '/'), Full: path))
        .Where(file => !file.Path.StartsWith("bin/", StringComparison.Ordinal) && !file.Path.StartsWith("obj/", StringComparison.Ordinal))
        .Select(file => (file.Path, File.ReadAllText(file.Full)));
}
