using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using NetGen.Generator.Diagnostics;
using NetGen.Testing;

namespace NetGen.Generator.Tests.Documentation;

/// <summary>What the README says is so: its listings compile, its diagnostics are those there are.</summary>
public sealed class ReadmeTests
{
    private static readonly string Root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "../../.."));

    private static readonly string Readme = File.ReadAllText(Path.Combine(Root, "README.md"));

    [Fact]
    public void The_first_listing_is_a_whole_program() => Compiles(Listings()[0]);

    [Fact]
    public void The_model_and_its_use_compile_together() => Compiles(Listings()[1], Listings()[2]);

    [Fact]
    public void Stopping_validating_and_searching_compile_with_the_model() => Compiles(Listings()[1], Listings()[4]);

    [Fact]
    public void Serving_compiles_with_the_model() => Compiles(Listings()[1], Listings()[3]);

    [Fact]
    public void Every_diagnostic_has_its_row()
    {
        string[] rows = [.. Descriptors.All.OrderBy(d => d.Id, StringComparer.Ordinal).Select(d =>
            $"| {d.Id} | {(d.DefaultSeverity == DiagnosticSeverity.Error ? "error" : "warning")} | {d.Title} |")];
        string[] found = [.. Readme.Split('\n').Where(line => Regex.IsMatch(line, @"^\| NG\d{4} \|"))];
        Assert.Equal(rows, found);
    }

    [Fact]
    public void Every_link_leads_to_a_file_or_folder()
    {
        string[] targets = [.. Regex.Matches(Readme, @"\]\(([^)]+)\)").Select(m => m.Groups[1].Value).Where(target => !target.StartsWith("https:", StringComparison.Ordinal))];
        Assert.NotEmpty(targets);
        Assert.All(targets, target => Assert.True(Path.Exists(Path.Combine(Root, target)), target));
    }

    [Theory]
    [InlineData("NetGen", 1)]
    [InlineData("NetGen.Csv", 0)]
    public void A_package_has_a_readme_that_compiles_and_links_to_no_file_beside_it(string package, int listings)
    {
        string readme = File.ReadAllText(Path.Combine(Root, "runtime", package, "Package", "README.md"));
        Assert.StartsWith($"# {package}\n", readme, StringComparison.Ordinal);
        Assert.DoesNotContain("](", readme, StringComparison.Ordinal);
        Assert.Equal(listings, Listings(readme).Length);
        Assert.All(Listings(readme), listing => Compiles(listing));
    }

    private static string[] Listings() => Listings(Readme);

    private static string[] Listings(string readme) => [.. Regex.Matches(readme, "```csharp\n(.*?)```", RegexOptions.Singleline).Select(m => m.Groups[1].Value)];

    private static void Compiles(params string[] files)
    {
        var settings = new CompilationSettings { ImplicitUsings = true };
        Compilation program = NetworkCompilation.UserCompilation(files, settings);
        program = program.WithOptions(program.Options.WithOutputKind(OutputKind.ConsoleApplication));
        NetworkCompilation.Driver(settings).RunGeneratorsAndUpdateCompilation(program, out Compilation full, out var reported);
        Assert.Empty(reported);
        Assert.Empty(full.GetDiagnostics().Where(d => d.Severity >= DiagnosticSeverity.Warning));
    }

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
