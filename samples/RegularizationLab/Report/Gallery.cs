using System.Xml.Linq;

namespace RegularizationLab;

/// <summary>An image, what was read in it, and whether rightly.</summary>
internal sealed record GalleryItem(XElement Image, string Caption, bool IsRight = true)
{
    public XElement ToHtml() => new("td", Image, new XElement("span", IsRight ? null : new XAttribute("class", "wrong"), Caption));
}

/// <summary>Images in a table, a caption under each.</summary>
internal static class Gallery
{
    /// <param name="title">What the images are.</param>
    /// <param name="rows">The rows' names and what they hold.</param>
    public static XElement Draw(string title, params (string Name, GalleryItem[] Items)[] rows) =>
        new("figure", new XAttribute("class", "wide"),
            new XElement("figcaption", title),
            new XElement("div", new XAttribute("class", "scroll"), new XElement("table", new XAttribute("class", "gallery"),
                rows.Select(row => new XElement("tr",
                    new XElement("th", new XAttribute("scope", "row"), row.Name),
                    row.Items.Select(item => item.ToHtml()))))));
}
