using System.Globalization;
using OxyPlot;

namespace RegularizationLab;

/// <summary>
/// The colors of the charts, told apart with any color vision. Each is drawn as its value in light and replaced in the page by the
/// style sheet's variable of the same name, which has another value in the dark.
/// </summary>
internal static class Ink
{
    public static readonly OxyColor
        Text = OxyColor.FromRgb(31, 41, 51),
        Grid = OxyColor.FromRgb(221, 227, 233),
        Line = OxyColor.FromRgb(122, 133, 145),
        Blue = OxyColor.FromRgb(0, 98, 168),
        Orange = OxyColor.FromRgb(205, 84, 0),
        Green = OxyColor.FromRgb(0, 128, 96);

    private static readonly (OxyColor Color, string Name)[] Names =
        [(Text, "text"), (Grid, "grid"), (Line, "line"), (Blue, "blue"), (Orange, "orange"), (Green, "green")];

    /// <summary>The variable that stands for a color: "var(--blue)".</summary>
    public static string Variable(OxyColor color) => $"var(--{Names.Single(entry => entry.Color == color).Name})";

    /// <summary>A color's value in light, as charts are drawn with it: "rgb(0,98,168)".</summary>
    public static string Light(OxyColor color) => string.Create(CultureInfo.InvariantCulture, $"rgb({color.R},{color.G},{color.B})");

    /// <summary>An attribute of an SVG element with variables in place of colors.</summary>
    public static string ToVariables(string attribute)
    {
        foreach ((OxyColor color, _) in Names)
        {
            attribute = attribute.Replace(Light(color), Variable(color), StringComparison.Ordinal);
        }

        return attribute;
    }
}
