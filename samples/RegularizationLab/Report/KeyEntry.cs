using System.Xml.Linq;
using OxyPlot;

namespace RegularizationLab;

/// <summary>How a part of a chart is drawn.</summary>
internal enum Stroke
{
    Line,
    Dashes,
    Upright,
    Block,
}

/// <summary>What a color in a chart stands for.</summary>
internal sealed record KeyEntry(string Title, OxyColor Color, Stroke Stroke)
{
    public XElement ToHtml() => new("li",
        new XElement("i", new XAttribute("class", Stroke.ToString().ToLowerInvariant()), new XAttribute("style", $"color: {Ink.Variable(Color)}"), ""),
        Title);

    /// <summary>A stroke and the title, from the left end of the text's base line.</summary>
    public XElement[] ToSvg() =>
    [
        Stroke == Stroke.Block
            ? new XElement("path", new XAttribute("d", "M5 1V-11H17V1Z"), new XAttribute("fill", Ink.Light(Color)))
            : new XElement("path", new XAttribute("d", Stroke == Stroke.Upright ? "M11 3V-13" : "M0 -4.5H22"), new XAttribute("stroke", Ink.Light(Color)),
                new XAttribute("stroke-width", "2"), Stroke == Stroke.Line ? null : new XAttribute("stroke-dasharray", "5 3")),
        new XElement("text", new XAttribute("x", "30"), Title),
    ];
}
