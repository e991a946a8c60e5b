namespace NetGen;

/// <summary>A decoded picture.</summary>
/// <param name="Height">Rows of pixels.</param>
/// <param name="Width">Pixels in a row.</param>
/// <param name="Bytes">Red, green, blue and alpha of one pixel after the other, row by row.</param>
internal sealed record Pixels(int Height, int Width, byte[] Bytes)
{
    public const int Channels = 4;

    /// <summary>The picture as it was seen, from one that is stored in another orientation.</summary>
    /// <param name="orientation">1 to 8, as Exif numbers them: the sides that the first row and the first column are on.</param>
    public Pixels Upright(int orientation) => orientation switch
    {
        2 => Moved(Height, Width, (y, x) => (y, Width - 1 - x)),
        3 => Moved(Height, Width, (y, x) => (Height - 1 - y, Width - 1 - x)),
        4 => Moved(Height, Width, (y, x) => (Height - 1 - y, x)),
        5 => Moved(Width, Height, (y, x) => (x, y)),
        6 => Moved(Width, Height, (y, x) => (Height - 1 - x, y)),
        7 => Moved(Width, Height, (y, x) => (Height - 1 - x, Width - 1 - y)),
        8 => Moved(Width, Height, (y, x) => (x, Width - 1 - y)),
        _ => this,
    };

    /// <summary>
    /// The largest part in the middle that has about these proportions, to whole pixels, at least one each way; of an odd rest, one more is left
    /// out below or on the right.
    /// </summary>
    public Pixels Center(int height, int width)
    {
        int across = (int)Math.Clamp(Rounded((long)Height * width, height), 1, Width);
        int down = (int)Math.Clamp(Rounded((long)Width * height, width), 1, Height);
        (int top, int left) = ((Height - down) / 2, (Width - across) / 2);
        return (down, across) == (Height, Width) ? this : Moved(down, across, (y, x) => (top + y, left + x));
    }

    private static long Rounded(long number, long divisor) => (2 * number + divisor) / (2 * divisor);

    private Pixels Moved(int height, int width, Func<int, int, (int Y, int X)> from)
    {
        byte[] bytes = new byte[Channels * height * width];
        for (int y = 0; y < height; y++)
        {
            for (int x = 0; x < width; x++)
            {
                (int sourceY, int sourceX) = from(y, x);
                Bytes.AsSpan((sourceY * Width + sourceX) * Channels, Channels).CopyTo(bytes.AsSpan((y * width + x) * Channels));
            }
        }

        return new Pixels(height, width, bytes);
    }
}
