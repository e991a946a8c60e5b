using System.Xml.Linq;
using OxyPlot;
using static System.FormattableString;

namespace RegularizationLab;

/// <summary>Images within the page, as PNG: a few pixels, which the browser enlarges without blurring them, or a photograph.</summary>
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

    /// <param name="colors">Red, green and blue of one pixel after the other, row by row, each 0 to 1.</param>
    /// <param name="width">Pixels in a row.</param>
    /// <param name="description">What is to be seen.</param>
    public static XElement Photograph(ReadOnlySpan<float> colors, int width, string description)
    {
        var bytes = new byte[colors.Length];
        for (int i = 0; i < bytes.Length; i++)
        {
            bytes[i] = (byte)MathF.Round(byte.MaxValue * Math.Clamp(colors[i], 0, 1));
        }

        XElement image = Image(bytes, width, description);
        image.Add(new XAttribute("class", "photograph"));
        return image;
    }

    private static XElement Draw(ReadOnlySpan<float> numbers, int width, string description, Func<float, OxyColor> color)
    {
        var bytes = new byte[3 * numbers.Length];
        for (int i = 0; i < numbers.Length; i++)
        {
            OxyColor pixel = color(numbers[i]);
            (bytes[3 * i], bytes[3 * i + 1], bytes[3 * i + 2]) = (pixel.R, pixel.G, pixel.B);
        }

        return Image(bytes, width, description);
    }

    private static XElement Image(byte[] colors, int width, string description) => new("img",
        new XAttribute("src", $"data:image/png;base64,{Convert.ToBase64String(Png.Encode(colors, width))}"),
        new XAttribute("width", Invariant($"{width}")),
        new XAttribute("height", Invariant($"{colors.Length / 3 / width}")),
        new XAttribute("alt", description));
}
