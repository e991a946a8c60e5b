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

/// <summary>What a colour in a chart stands for.</summary>
internal sealed record KeyEntry(string Title, OxyColor Color, Stroke Stroke)
{
    public XElement ToHtml() => new("li",
        new XElement("i", new XAttribute("class", Stroke.ToString().ToLowerInvariant()), new XAttribute("style", $"color: {Ink.Variable(Color)}"), ""),
        Title);
}
