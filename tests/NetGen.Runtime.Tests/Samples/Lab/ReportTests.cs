using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace NetGen.Tests.Samples;

/// <summary>The page that the lab writes, whatever its networks have learned.</summary>
public sealed class ReportTests(QuickReport report) : IClassFixture<QuickReport>
{
    [Fact]
    public void Every_figure_is_there_with_claim_finding_verdict_and_numbers()
    {
        XElement[] sections = [.. report.Page.Descendants("section")];
        Assert.Equal(RegularizationLab.Lab.Names, sections.Select(section => section.Attribute("id")!.Value));
        Assert.All(sections, section =>
        {
            Assert.NotEmpty(section.Descendants("figure"));
            Assert.All(section.Descendants("dl"), finding => Assert.Equal(2, finding.Elements("dd").Count(text => Regex.IsMatch(text.Value, "[A-Za-z]{3}"))));
            Assert.All(section.Descendants("dl"), finding => Assert.Matches(@"\d", finding.Elements("dd").Last().Value));
            Assert.Contains(section.Descendants("dl").Descendants("span"), badge => badge.Attribute("class")!.Value.StartsWith("badge", StringComparison.Ordinal));
            Assert.NotEmpty(section.Element("details")!.Descendants("td"));
        });
    }

    [Fact]
    public void A_quick_page_says_that_its_numbers_mean_nothing() => Assert.Contains("This is a quick run", report.Page.Descendants("header").Single().Value, StringComparison.Ordinal);

    [Fact]
    public void Nothing_is_fetched_from_elsewhere()
    {
        Assert.DoesNotContain("://", report.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("@import", report.Text, StringComparison.Ordinal);
        Assert.Empty(report.Page.Descendants("script"));
        Assert.All(report.Page.Descendants().Attributes("href"), link => Assert.StartsWith("#", link.Value, StringComparison.Ordinal));
        Assert.All(report.Page.Descendants().Attributes("src"), source => Assert.StartsWith("data:image/png;base64,", source.Value, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_picture_says_in_words_what_it_shows()
    {
        Assert.NotEmpty(report.Page.Descendants("svg"));
        Assert.All(report.Page.Descendants("svg"), drawing =>
        {
            Assert.NotEmpty(drawing.Element("title")!.Value);
            Assert.Matches(@"\d", drawing.Element("desc")!.Value);
        });
        Assert.NotEmpty(report.Page.Descendants("img"));
        Assert.All(report.Page.Descendants("img"), image => Assert.NotEmpty(image.Attribute("alt")!.Value));
    }

    [Fact]
    public void Every_reference_within_the_page_finds_one_element()
    {
        ILookup<string, XElement> named = report.Page.Descendants().Where(e => e.Attribute("id") is not null).ToLookup(e => e.Attribute("id")!.Value);
        Assert.All(named, name => Assert.Single(name));
        IEnumerable<string> references =
        [
            .. report.Page.Descendants().Attributes("href").Select(a => a.Value[1..]),
            .. report.Page.Descendants().Attributes("aria-labelledby").SelectMany(a => a.Value.Split(' ')),
            .. report.Page.Descendants().Attributes("clip-path").Select(a => Regex.Match(a.Value, @"^url\(#(.+)\)$").Groups[1].Value),
        ];
        Assert.All(references, name => Assert.True(named.Contains(name), name));
    }

    [Fact]
    public void Charts_take_their_colors_from_the_style_sheet()
    {
        string[] defined = [.. Regex.Matches(report.Page.Descendants("style").Single().Value, @"--([a-z]+):").Select(m => m.Groups[1].Value).Distinct()];
        Assert.All(report.Page.Descendants("svg"), drawing =>
        {
            Assert.DoesNotContain("rgb(", drawing.ToString(), StringComparison.Ordinal);
            Assert.DoesNotContain("black", drawing.ToString(), StringComparison.Ordinal);
            Assert.All(Regex.Matches(drawing.ToString(), @"var\(--([a-z]+)\)"), use => Assert.Contains(use.Groups[1].Value, defined));
        });
    }

    [Fact]
    public void Two_runs_write_the_same_page_to_the_bit() => Assert.Equal(report.Text, QuickReport.Write().Text);
}
