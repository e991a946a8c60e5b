using System.Drawing;

namespace NetGen;

/// <summary>
/// Decoded pixels as the bytes of a column: laid on a background where they are transparent, gray if asked, resized. Sums are integers, so
/// that every machine gives the same bytes; each is rounded to the nearest, halves up.
/// </summary>
internal sealed class ImageResizer
{
    // Luma of ITU-R BT.601, 0.299 R + 0.587 G + 0.114 B, in 256ths: gray stays what it is.
    private const int Red = 77, Green = 150, Blue = 29;

    private readonly Pixels _from;
    private readonly ImageShape _shape;
    private readonly byte[] _background;
    private readonly ResizeAxis _across, _down;
    private readonly int[] _colors;

    // Two neighboring rows, resized across: new rows next to each other share old ones.
    private readonly long[][] _rows;
    private readonly int[] _held = [-1, -1];

    private ImageResizer(Pixels from, ImageShape shape, Color background)
    {
        (_from, _shape, _background) = (from, shape, [background.R, background.G, background.B]);
        (_across, _down) = (new ResizeAxis(from.Width, shape.Width), new ResizeAxis(from.Height, shape.Height));
        _colors = new int[from.Width * shape.Channels];
        _rows = [new long[shape.Width * shape.Channels], new long[shape.Width * shape.Channels]];
    }

    /// <summary>Fills <paramref name="to"/>, as long as the shape is large: row by row, the channels of a pixel side by side.</summary>
    public static void Resize(Pixels from, ImageShape shape, Color background, Span<byte> to) =>
        new ImageResizer(from, shape, background).Fill(to);

    private void Fill(Span<byte> to)
    {
        long[] sums = new long[_shape.Width * _shape.Channels];
        long denominator = _across.Denominator * _down.Denominator;
        for (int y = 0; y < _shape.Height; y++)
        {
            Array.Clear(sums);
            ReadOnlySpan<long> weights = _down.Weights(y);
            for (int k = 0; k < weights.Length; k++)
            {
                long weight = weights[k];
                long[] row = RowAcross(_down.First(y) + k);
                for (int i = 0; i < sums.Length; i++)
                {
                    sums[i] += weight * row[i];
                }
            }

            Span<byte> bytes = to.Slice(y * sums.Length, sums.Length);
            for (int i = 0; i < sums.Length; i++)
            {
                bytes[i] = (byte)((2 * sums[i] + denominator) / (2 * denominator));
            }
        }
    }

    /// <summary>Old row <paramref name="y"/> with as many pixels as are wanted, times the denominator.</summary>
    private long[] RowAcross(int y)
    {
        long[] row = _rows[y & 1];
        if (_held[y & 1] == y)
        {
            return row;
        }

        _held[y & 1] = y;
        Colors(_from.Bytes.AsSpan(y * _from.Width * Pixels.Channels, _from.Width * Pixels.Channels));
        int channels = _shape.Channels;
        for (int x = 0; x < _across.Count; x++)
        {
            ReadOnlySpan<long> weights = _across.Weights(x);
            for (int c = 0; c < channels; c++)
            {
                long sum = 0;
                int at = _across.First(x) * channels + c;
                foreach (long weight in weights)
                {
                    sum += weight * _colors[at];
                    at += channels;
                }

                row[x * channels + c] = sum;
            }
        }

        return row;
    }

    /// <summary>One row of opaque colors, or grays.</summary>
    private void Colors(ReadOnlySpan<byte> row)
    {
        for (int x = 0; x < _from.Width; x++)
        {
            ReadOnlySpan<byte> pixel = row.Slice(x * Pixels.Channels, Pixels.Channels);
            int red = Over(pixel[0], _background[0], pixel[3]);
            int green = Over(pixel[1], _background[1], pixel[3]);
            int blue = Over(pixel[2], _background[2], pixel[3]);
            if (_shape.Channels == 1)
            {
                _colors[x] = (Red * red + Green * green + Blue * blue + 128) >> 8;
            }
            else
            {
                (_colors[3 * x], _colors[3 * x + 1], _colors[3 * x + 2]) = (red, green, blue);
            }
        }
    }

    private static int Over(int color, int background, int alpha) =>
        alpha == byte.MaxValue ? color : (color * alpha + background * (byte.MaxValue - alpha) + 127) / byte.MaxValue;
}
