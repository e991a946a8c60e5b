using System.Xml.Linq;
using OxyPlot;
using static System.FormattableString;

namespace RegularizationLab;

/// <summary>Images within the page, as PNG: a few pixels, which the browser enlarges without blurring them.</summary>
internal static class Picture
{
    private static readonly OxyColor Paper = OxyColors.White, Pen = OxyColors.Black;

    /// <param name="pixels">Row after row, 0 (paper) to 1 (ink).</param>
    /// <param name="width">Pixels in a row.</param>
    /// <param name="description">What is to be seen.</param>
    public static XElement Ink(ReadOnlySpan<float> pixels, int width, string description) =>
        Draw(pixels, width, description, ink => OxyColor.Interpolate(Paper, Pen, Math.Clamp(ink, 0, 1)));

    /// <summary>Orange where a number is positive, blue where it is negative, paper where it is 0.</summary>
    public static XElement Signs(ReadOnlySpan<float> numbers, int width, string description) =>
        Draw(numbers, width, description, number => number switch { > 0 => RegularizationLab.Ink.Orange, < 0 => RegularizationLab.Ink.Blue, _ => Paper });

    private static XElement Draw(ReadOnlySpan<float> numbers, int width, string description, Func<float, OxyColor> color)
    {
        var image = new OxyColor[width, numbers.Length / width];
        for (int i = 0; i < numbers.Length; i++)
        {
            image[i % width, i / width] = color(numbers[i]);
        }

        string png = Convert.ToBase64String(OxyImage.Create(image, ImageFormat.Png).GetData());
        return new XElement("img",
            new XAttribute("src", $"data:image/png;base64,{png}"),
            new XAttribute("width", Invariant($"{width}")),
            new XAttribute("height", Invariant($"{numbers.Length / width}")),
            new XAttribute("alt", description));
    }
}
