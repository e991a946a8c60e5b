using System.Xml.Linq;
using OxyPlot;
using static System.FormattableString;

namespace RegularizationLab;

/// <summary>Charts as inline SVG: it grows with the page, takes its colours from the style sheet, and says in words what it shows.</summary>
internal static class Svg
{
    /// <param name="chart">What to draw.</param>
    /// <param name="id">A name within the page, for the references inside the drawing.</param>
    /// <param name="title">What the chart measures.</param>
    /// <param name="description">What it shows, for those who cannot see it.</param>
    public static XElement Draw(Chart chart, string id, string title, string description)
    {
        XElement drawn = XElement.Parse(SvgExporter.ExportToString(chart.Model, chart.Width, chart.Height, isDocument: false));
        foreach (XElement element in drawn.DescendantsAndSelf())
        {
            // Inside HTML an svg element needs no namespace.
            element.Name = element.Name.LocalName;
            element.ReplaceAttributes(element.Attributes().Where(a => !a.IsNamespaceDeclaration && a.Name != "font-family")
                .Select(a => new XAttribute(a.Name, Ink.ToVariables(a.Value).Replace("clipPath", $"{id}-clip", StringComparison.Ordinal))));
        }

        // Texts are as wide as the reader's fonts make them: what holds any is not cut off at the edge of the drawing.
        drawn.Elements("g").Where(group => group.Descendants("text").Any()).Attributes("clip-path").Remove();
        drawn.ReplaceAttributes(
            new XAttribute("viewBox", Invariant($"0 0 {chart.Width} {chart.Height}")),
            new XAttribute("role", "img"),
            new XAttribute("aria-labelledby", $"{id}-title {id}-description"));
        drawn.AddFirst(
            new XElement("title", new XAttribute("id", $"{id}-title"), title),
            new XElement("desc", new XAttribute("id", $"{id}-description"), description));
        return new XElement("figure",
            new XElement("figcaption", title, new XElement("ul", new XAttribute("class", "key"), chart.Key.Select(entry => entry.ToHtml()))),
            drawn);
    }
}
