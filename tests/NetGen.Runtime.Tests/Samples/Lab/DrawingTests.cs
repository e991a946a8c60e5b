using System.Text.RegularExpressions;
using System.Xml.Linq;
using RegularizationLab;

namespace NetGen.Tests.Samples;

/// <summary>Charts as files of their own.</summary>
public sealed class DrawingTests(QuickReport report) : IClassFixture<QuickReport>
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    private Drawing[] Drawings => [.. report.Figures.SelectMany(figure => figure.Pictures).OfType<Drawing>()];

    [Fact]
    public void There_is_a_file_for_each_chart_of_the_page_named_after_its_figure()
    {
        Assert.Equal(report.Page.Descendants("svg").Count(), Drawings.Length);
        Assert.Equal(Drawings.Length, Drawings.Select(drawing => drawing.Id).Distinct().Count());
        Assert.All(report.Figures, figure => Assert.All(figure.Pictures.OfType<Drawing>(), drawing => Assert.StartsWith(figure.Id, drawing.Id, StringComparison.Ordinal)));
        Assert.All(Drawings, drawing => Assert.Matches("^[a-z0-9-]+$", drawing.Id));
    }

    [Fact]
    public void A_file_depends_on_no_style_sheet_and_has_a_light_background() => Assert.All(Drawings, drawing =>
    {
        string text = drawing.ToFile();
        XElement file = XDocument.Parse(text).Root!;
        Assert.Equal(Svg + "svg", file.Name);
        Assert.All(file.Descendants(), element => Assert.Equal(Svg, element.Name.Namespace));
        Assert.DoesNotContain("var(", text, StringComparison.Ordinal);
        Assert.DoesNotContain("class=", text, StringComparison.Ordinal);
        XElement paper = file.Elements(Svg + "rect").First();
        Assert.Equal(("100%", "100%", "white"), (paper.Attribute("width")!.Value, paper.Attribute("height")!.Value, paper.Attribute("fill")!.Value));
    });

    [Fact]
    public void A_file_says_its_title_its_key_and_what_it_shows() => Assert.All(Drawings, drawing =>
    {
        XElement file = XDocument.Parse(drawing.ToFile()).Root!;
        string[] texts = [.. file.Descendants(Svg + "text").Select(text => text.Value)];
        Assert.Contains(drawing.Title, texts);
        Assert.All(drawing.Chart.Key, entry => Assert.Contains(entry.Title, texts));
        Assert.Equal(drawing.Description, file.Element(Svg + "desc")!.Value);
    });

    [Fact]
    public void Every_reference_within_a_file_finds_its_element() => Assert.All(Drawings, drawing =>
    {
        XElement file = XDocument.Parse(drawing.ToFile()).Root!;
        string[] named = [.. file.Descendants().Attributes("id").Select(id => id.Value)];
        string[] references = [.. file.Descendants().Attributes("clip-path").Select(a => Regex.Match(a.Value, @"^url\(#(.+)\)$").Groups[1].Value)];
        Assert.NotEmpty(references);
        Assert.All(references, name => Assert.Contains(name, named));
    });
}
