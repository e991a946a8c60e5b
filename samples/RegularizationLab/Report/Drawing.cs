using System.Xml.Linq;
using OxyPlot;
using static System.FormattableString;

namespace RegularizationLab;

/// <summary>A chart as a picture: within the page, or a file of its own.</summary>
/// <param name="Chart">What to draw.</param>
/// <param name="Id">Its name, for the references inside the page and for the file: lower-case letters and hyphens.</param>
/// <param name="Title">What the chart measures.</param>
/// <param name="Description">What it shows, for those who cannot see it.</param>
internal sealed record Drawing(Chart Chart, string Id, string Title, string Description) : IPicture
{
    private const int LineHeight = 20, Margin = 12;

    /// <summary>Inline SVG: it grows with the page, takes its colors from the style sheet, and says in words what it shows.</summary>
    public XElement ToHtml()
    {
        XElement drawn = Draw(Ink.ToVariables);
        drawn.ReplaceAttributes(
            new XAttribute("viewBox", Invariant($"0 0 {Chart.Width} {Chart.Height}")),
            new XAttribute("role", "img"),
            new XAttribute("aria-labelledby", $"{Id}-title {Id}-description"));
        drawn.AddFirst(
            new XElement("title", new XAttribute("id", $"{Id}-title"), Title),
            new XElement("desc", new XAttribute("id", $"{Id}-description"), Description));
        return new XElement("figure",
            new XElement("figcaption", Title, new XElement("ul", new XAttribute("class", "key"), Chart.Key.Select(entry => entry.ToHtml()))),
            drawn);
    }

    /// <summary>The text of an SVG file, in the light colors on white: title, key and chart, one below the other.</summary>
    public string ToFile()
    {
        int head = Margin + LineHeight * (1 + Chart.Key.Count);
        (int width, int height) = (Chart.Width + 2 * Margin, head + Chart.Height);
        var file = new XElement("svg",
            new XAttribute("width", Invariant($"{width}")), new XAttribute("height", Invariant($"{height}")),
            new XAttribute("viewBox", Invariant($"0 0 {width} {height}")),
            new XAttribute("font-family", "Helvetica, Arial, sans-serif"), new XAttribute("font-size", "13"), new XAttribute("fill", Ink.Light(Ink.Text)),
            new XElement("title", Title),
            new XElement("desc", Description),
            new XElement("rect", new XAttribute("width", "100%"), new XAttribute("height", "100%"), new XAttribute("fill", "white")),
            new XElement("text", new XAttribute("x", Invariant($"{Margin}")), new XAttribute("y", Invariant($"{LineHeight}")), new XAttribute("font-weight", "bold"), Title),
            Chart.Key.Select((entry, i) => new XElement("g",
                new XAttribute("transform", Invariant($"translate({Margin}, {LineHeight * (i + 2)})")), entry.ToSvg())),
            new XElement("g", new XAttribute("transform", Invariant($"translate({Margin}, {head})")), Draw(attribute => attribute).Nodes()));
        foreach (XElement element in file.DescendantsAndSelf())
        {
            element.Name = XName.Get(element.Name.LocalName, "http://www.w3.org/2000/svg");
        }

        return $"{file}\n";
    }

    /// <summary>The chart alone, as an <c>svg</c> element without a namespace: inside HTML it needs none.</summary>
    private XElement Draw(Func<string, string> color)
    {
        XElement drawn = XElement.Parse(SvgExporter.ExportToString(Chart.Model, Chart.Width, Chart.Height, isDocument: false));
        foreach (XElement element in drawn.DescendantsAndSelf())
        {
            element.Name = element.Name.LocalName;
            element.ReplaceAttributes(element.Attributes().Where(a => !a.IsNamespaceDeclaration && a.Name != "font-family")
                .Select(a => new XAttribute(a.Name, color(a.Value).Replace("clipPath", $"{Id}-clip", StringComparison.Ordinal))));
        }

        // Texts are as wide as the reader's fonts make them: what holds any is not cut off at the edge of the drawing.
        drawn.Elements("g").Where(group => group.Descendants("text").Any()).Attributes("clip-path").Remove();
        return drawn;
    }
}
