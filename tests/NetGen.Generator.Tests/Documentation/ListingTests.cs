using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using NetGen.Testing;

namespace NetGen.Generator.Tests.Documentation;

/// <summary>
/// A C# listing compiles without a warning, together with those listings of models that it uses, from its own document or from README.md.
/// A listing below "From [file](path):" is a passage of that file instead.
/// </summary>
public sealed class ListingTests
{
    private static readonly Document s_readme = new("README.md");

    public static TheoryData<string, int> Listings
    {
        get
        {
            var all = new TheoryData<string, int>();
            foreach (Document document in Document.All)
            {
                for (int i = 0; i < document.Listings.Count; i++)
                {
                    all.Add(document.Name, i);
                }
            }

            return all;
        }
    }

    [Theory]
    [MemberData(nameof(Listings))]
    public void A_listing_compiles_or_is_a_passage_of_its_file(string name, int index)
    {
        var document = new Document(name);
        (string heading, string code) = document.Listings[index];
        if (Regex.Match(heading, @"^From \[[^\]]+\]\(([^)]+)\).*:$") is { Success: true } from)
        {
            Assert.Contains(Unindented(code), Unindented(File.ReadAllText(document.Target(from.Groups[1].Value))), StringComparison.Ordinal);
            return;
        }

        Compiles(code, [.. Models(document), .. Models(s_readme)]);
    }

    [Fact]
    public void Every_C_sharp_listing_is_seen() => Assert.All(
        Document.All, document => Assert.Equal(Regex.Count(document.Text, "^ *```(csharp|cs|c#)", RegexOptions.Multiline | RegexOptions.IgnoreCase), document.Listings.Count));

    private static void Compiles(string listing, IEnumerable<string> models)
    {
        List<string> files = [listing];
        foreach (string model in models)
        {
            HashSet<string> declared = [.. files.SelectMany(Declared)];
            if (Declared(model).Any(type => Regex.IsMatch(listing, $@"\b{type}\b")) && !Declared(model).Any(declared.Contains))
            {
                files.Add(model);
            }
        }

        var settings = new CompilationSettings
        {
            ImplicitUsings = true,
            References = [.. new[] { typeof(CsvTable), typeof(ImageFolder) }.Select(type => MetadataReference.CreateFromFile(type.Assembly.Location))],
        };
        Compilation program = NetworkCompilation.UserCompilation(files, settings);
        program = program.WithOptions(program.Options.WithOutputKind(IsModel(listing) ? OutputKind.DynamicallyLinkedLibrary : OutputKind.ConsoleApplication));
        NetworkCompilation.Driver(settings).RunGeneratorsAndUpdateCompilation(program, out Compilation full, out var reported);
        Assert.Empty(reported);
        Assert.Empty(full.GetDiagnostics().Where(d => d.Severity >= DiagnosticSeverity.Warning));
    }

    private static IEnumerable<string> Models(Document document) =>
        document.Listings.Where(listing => !listing.Heading.StartsWith("From [", StringComparison.Ordinal)).Select(listing => listing.Code).Where(IsModel);

    /// <summary>Whether it declares types only, and does nothing.</summary>
    private static bool IsModel(string code) => !Root(code).Members.OfType<GlobalStatementSyntax>().Any();

    private static IEnumerable<string> Declared(string code) => Root(code).Members.OfType<TypeDeclarationSyntax>().Select(type => type.Identifier.Text);

    private static CompilationUnitSyntax Root(string code) => CSharpSyntaxTree.ParseText(code).GetCompilationUnitRoot();

    private static string Unindented(string code) => Regex.Replace(code, @"^[ \t]+", "", RegexOptions.Multiline).Trim();
}
