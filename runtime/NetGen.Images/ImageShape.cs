namespace NetGen;

/// <summary>What pictures are brought to.</summary>
/// <param name="Height">Rows of pixels.</param>
/// <param name="Width">Pixels in a row.</param>
/// <param name="Channels">1 for gray, 3 for red, green and blue.</param>
internal sealed record ImageShape(int Height, int Width, int Channels)
{
    /// <summary>Bytes of one picture.</summary>
    public int Size => Height * Width * Channels;

    /// <exception cref="ArgumentOutOfRangeException">A number is not of its range.</exception>
    public static ImageShape Of(int height, int width, int channels)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        if (channels is not (1 or 3))
        {
            throw new ArgumentOutOfRangeException(nameof(channels), channels, "Pictures become 1 channel (gray) or 3 (red, green, blue).");
        }

        return (Int128)height * width * channels <= Array.MaxLength
            ? new ImageShape(height, width, channels)
            : throw new ArgumentOutOfRangeException(
                nameof(height), height, $"A picture of {height} × {width} × {channels} bytes does not fit into an array.");
    }

    public override string ToString() => FormattableString.Invariant($"[{Height}, {Width}, {Channels}]");
}
