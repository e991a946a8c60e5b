using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using NetGen.Generator.Diagnostics;

namespace NetGen.Generator.Tests.Documentation;

/// <summary>What the documents say of the compiler is so, and the first of them stays short.</summary>
public sealed class ReadmeTests
{
    [Fact]
    public void The_first_page_has_at_most_ten_kilobytes() =>
        Assert.InRange(new FileInfo(Path.Combine(Document.Root, "README.md")).Length, 1, 10_240);

    [Fact]
    public void Every_diagnostic_has_its_row()
    {
        string[] rows = [.. Descriptors.All.OrderBy(d => d.Id, StringComparer.Ordinal).Select(d =>
            $"| {d.Id} | {d.DefaultSeverity.ToString().ToLowerInvariant()} | {d.Title} |")];
        string[] found = [.. new Document("generator/Diagnostics/README.md").Text.Split('\n').Where(line => Regex.IsMatch(line, @"^\| NG\d{4} \|"))];
        Assert.Equal(rows, found);
    }

    [Fact]
    public void Every_attribute_is_in_the_reference()
    {
        string text = new Document("runtime/NetGen/Attributes/README.md").Text;
        string reference = text[text.IndexOf("## Reference", StringComparison.Ordinal)..text.IndexOf("## Parameters", StringComparison.Ordinal)];
        IEnumerable<string> attributes = typeof(Layer).Assembly.GetExportedTypes()
            .Where(type => type.IsSubclassOf(typeof(Attribute)) && type.Namespace == "NetGen")
            .Select(type => type.Name[..^nameof(Attribute).Length]);
        Assert.All(attributes, attribute => Assert.Matches($@"`{attribute}\b", reference));
    }

    [Theory]
    [InlineData("NetGen", 1)]
    [InlineData("NetGen.Csv", 0)]
    [InlineData("NetGen.Images", 0)]
    public void A_package_has_a_readme_that_links_to_no_file_beside_it(string package, int listings)
    {
        var readme = new Document($"runtime/{package}/Package/README.md");
        Assert.StartsWith($"# {package}\n", readme.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("](", readme.Text, StringComparison.Ordinal);
        Assert.Equal(listings, readme.Listings.Count);
    }
}
