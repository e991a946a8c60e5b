namespace NetGen.Generator.Tests.Documentation;

/// <summary>A reader who follows a link arrives.</summary>
public sealed class LinkTests
{
    public static TheoryData<string> Documents => Document.Names;

    [Theory]
    [MemberData(nameof(Documents))]
    public void Every_link_leads_to_a_file_a_folder_or_a_heading(string name)
    {
        var document = new Document(name);
        string[] broken = [.. document.Links.Where(link => !link.StartsWith("https://", StringComparison.Ordinal) && !Resolves(document, link))];
        Assert.True(broken.Length == 0, $"{name} links to what is not there: {string.Join(", ", broken)}");
    }

    [Fact]
    public void Every_document_is_linked_from_another_one()
    {
        HashSet<string> linked = [.. Document.All.SelectMany(d => d.Links.Where(link => !link.StartsWith("https://", StringComparison.Ordinal)).Select(link => d.Target(link.Split('#')[0])))];
        IEnumerable<string> expected = Document.All.Select(d => d.Name).Where(name => name != "README.md" && !name.Contains("/Package/", StringComparison.Ordinal));
        Assert.All(expected, name =>
        {
            string path = Path.Combine(Document.Root, name);
            Assert.True(linked.Contains(path) || linked.Contains(Path.GetDirectoryName(path)!), name);
        });
    }

    private static bool Resolves(Document document, string link)
    {
        string[] parts = link.Split('#');
        string path = parts[0].Length == 0 ? Path.Combine(Document.Root, document.Name) : document.Target(parts[0]);
        return Path.Exists(path) && path.StartsWith(Document.Root, StringComparison.Ordinal)
            && (parts.Length == 1 || new Document(Path.GetRelativePath(Document.Root, path)).Anchors.Contains(parts[1]));
    }
}
