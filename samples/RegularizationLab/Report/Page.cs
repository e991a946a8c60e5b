using System.Xml.Linq;

namespace RegularizationLab;

/// <summary>The report as one page of HTML that needs nothing but a browser.</summary>
internal static class Page
{
    /// <param name="title">Its title.</param>
    /// <param name="introduction">Paragraphs before the figures.</param>
    /// <param name="figures">The figures, in order.</param>
    /// <param name="footer">Paragraphs after them.</param>
    public static string Write(string title, string[] introduction, IReadOnlyList<Figure> figures, string[] footer) =>
        "<!DOCTYPE html>\n" + new XElement("html", new XAttribute("lang", "en-GB"),
            new XElement("head",
                new XElement("meta", new XAttribute("charset", "utf-8")),
                new XElement("meta", new XAttribute("name", "viewport"), new XAttribute("content", "width=device-width, initial-scale=1")),
                new XElement("meta", new XAttribute("name", "color-scheme"), new XAttribute("content", "light dark")),
                new XElement("title", title),
                new XElement("style", Style())),
            new XElement("body",
                new XElement("header", new XElement("h1", title), introduction.Select(text => new XElement("p", text)), Contents(figures)),
                new XElement("main", figures.Select(Section)),
                new XElement("footer", footer.Select(text => new XElement("p", text))))).ToString(SaveOptions.None);

    /// <summary>A line for each finding, with its verdict.</summary>
    private static XElement Contents(IReadOnlyList<Figure> figures) => new("nav", new XAttribute("aria-label", "Findings"), new XElement("ol",
        figures.Select(figure => new XElement("li",
            new XElement("a", new XAttribute("href", $"#{figure.Id}"), figure.Title), " ", figure.Findings.Select(f => Badge(f.Verdict))))));

    private static XElement Section(Figure figure) => new("section", new XAttribute("id", figure.Id),
        new XElement("h2", figure.Title),
        new XElement("p", new XAttribute("class", "caption"), figure.Caption),
        figure.Parts.Select(ToHtml),
        figure.Numbers.ToHtml());

    /// <summary>Charts with the text beside them, which stands below in a narrow window; then what takes the whole width.</summary>
    private static XElement[] ToHtml(Part part)
    {
        XElement[] charts = Pictures(part.Pictures.Where(picture => picture is Drawing)), galleries = Pictures(part.Pictures.Where(picture => picture is not Drawing));
        var texts = new XElement("div", new XAttribute("class", "texts"), part.Findings.Select(ToHtml));
        return charts.Length == 0 ? [.. galleries, texts] : [new XElement("div", new XAttribute("class", "part"), charts, texts), .. galleries];
    }

    private static XElement[] Pictures(IEnumerable<IPicture> pictures) =>
        pictures.Any() ? [new XElement("div", new XAttribute("class", "pictures"), pictures.Select(picture => picture.ToHtml()))] : [];

    private static XElement ToHtml(Finding finding) => new("dl", new XAttribute("class", "finding"),
        new XElement("dt", "The textbook claims"),
        new XElement("dd", finding.Claim, " ", new XElement("cite", finding.Source)),
        new XElement("dt", "This run shows"),
        new XElement("dd", finding.Shown, " ", Badge(finding.Verdict)));

    private static XElement Badge(Verdict verdict) =>
        new("span", new XAttribute("class", $"badge {verdict.ToString().ToLowerInvariant()}"), verdict.Text());

    private static string Style()
    {
        using Stream file = typeof(Page).Assembly.GetManifestResourceStream("report.css")!;
        using var reader = new StreamReader(file);
        return reader.ReadToEnd();
    }
}
