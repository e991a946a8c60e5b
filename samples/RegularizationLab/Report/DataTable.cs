using System.Xml.Linq;

namespace RegularizationLab;

/// <summary>The numbers behind a picture, for those who want to read them or cannot see it.</summary>
internal sealed record DataTable(string[] Header, params string[][] Rows)
{
    public XElement ToHtml() => new("details",
        new XElement("summary", "The numbers"),
        new XElement("div", new XAttribute("class", "scroll"), new XElement("table",
            new XElement("thead", new XElement("tr", Header.Select(name => new XElement("th", new XAttribute("scope", "col"), name)))),
            new XElement("tbody", Rows.Select(row => new XElement("tr",
                new XElement("th", new XAttribute("scope", "row"), row[0]),
                row.Skip(1).Select(cell => new XElement("td", cell))))))));
}
