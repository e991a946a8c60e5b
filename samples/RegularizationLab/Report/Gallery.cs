using System.Xml.Linq;

namespace RegularizationLab;

/// <summary>An image, what was read in it, and whether rightly.</summary>
internal sealed record GalleryItem(XElement Image, string Caption, bool IsRight = true)
{
    public XElement ToHtml() => new("td", Image, new XElement("span", IsRight ? null : new XAttribute("class", "wrong"), Caption));
}

/// <summary>Images in a table, a caption under each.</summary>
/// <param name="Title">What the images are.</param>
/// <param name="Rows">The rows' names and what they hold.</param>
internal sealed record Gallery(string Title, params (string Name, GalleryItem[] Items)[] Rows) : IPicture
{
    public XElement ToHtml() =>
        new("figure", new XAttribute("class", "wide"),
            new XElement("figcaption", Title),
            new XElement("div", new XAttribute("class", "scroll"), new XElement("table", new XAttribute("class", "gallery"),
                Rows.Select(row => new XElement("tr",
                    new XElement("th", new XAttribute("scope", "row"), row.Name),
                    row.Items.Select(item => item.ToHtml()))))));
}
