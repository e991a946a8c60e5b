using System.Text;

namespace Digits.Display;

/// <summary>Draws an image with characters, which are about twice as high as they are wide.</summary>
internal static class Picture
{
    private const string Shades = " ░▒▓█";

    /// <summary>The widest image whose pixels become two characters each; of a wider one, two rows become one line.</summary>
    private const int Small = 16;

    /// <param name="pixels">Row after row, 0 (paper) to 1 (ink).</param>
    /// <param name="height">Rows of pixels.</param>
    /// <param name="width">Pixels in a row.</param>
    public static string Draw(ReadOnlySpan<float> pixels, int height, int width)
    {
        (int across, int down) = width <= Small ? (2, 1) : (1, 2); // characters a pixel, pixels a character
        var text = new StringBuilder();
        for (int top = 0; top < height; top += down)
        {
            for (int x = 0; x < width; x++)
            {
                text.Append(Shade(pixels, top, Math.Min(top + down, height), x, width), across);
            }

            text.Append('\n');
        }

        return text.ToString().TrimEnd('\n');
    }

    /// <summary>The shade of the mean of some pixels that stand over one another.</summary>
    private static char Shade(ReadOnlySpan<float> pixels, int top, int bottom, int x, int width)
    {
        float sum = 0;
        for (int y = top; y < bottom; y++)
        {
            sum += pixels[y * width + x];
        }

        int shade = (int)MathF.Round(sum / (bottom - top) * (Shades.Length - 1));
        return Shades[Math.Clamp(shade, 0, Shades.Length - 1)];
    }
}
