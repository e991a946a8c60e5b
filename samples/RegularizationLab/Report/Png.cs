using System.Buffers.Binary;
using System.IO.Compression;

namespace RegularizationLab;

/// <summary>
/// Writes PNG files of 8 bits a channel, red, green and blue, compressed (PNG specification, third edition): OxyPlot's encoder stores pixels as
/// they are, which makes photographs large.
/// </summary>
internal static class Png
{
    private const int Channels = 3;

    private static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <param name="colors">Red, green and blue of one pixel after the other, row by row.</param>
    /// <param name="width">Pixels in a row.</param>
    public static byte[] Encode(ReadOnlySpan<byte> colors, int width)
    {
        int row = width * Channels;
        using var pixels = new MemoryStream();
        using (var zlib = new ZLibStream(pixels, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            byte[] filtered = new byte[row + 1];
            filtered[0] = 1; // each byte less that of the pixel on its left
            for (int top = 0; top < colors.Length; top += row)
            {
                for (int i = 0; i < row; i++)
                {
                    filtered[i + 1] = (byte)(colors[top + i] - (i < Channels ? 0 : colors[top + i - Channels]));
                }

                zlib.Write(filtered);
            }
        }

        byte[] header = [0, 0, 0, 0, 0, 0, 0, 0, 8, 2, 0, 0, 0];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), colors.Length / row);
        using var file = new MemoryStream();
        file.Write(Signature);
        Write(file, "IHDR"u8, header);
        Write(file, "IDAT"u8, pixels.ToArray());
        Write(file, "IEND"u8, []);
        return file.ToArray();
    }

    /// <summary>A part of the file: length, name, content, checksum of name and content.</summary>
    private static void Write(MemoryStream file, ReadOnlySpan<byte> name, ReadOnlySpan<byte> content)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, content.Length);
        file.Write(number);
        file.Write(name);
        file.Write(content);
        BinaryPrimitives.WriteUInt32BigEndian(number, ~Remainder(Remainder(uint.MaxValue, name), content));
        file.Write(number);
    }

    /// <summary>The cyclic redundancy check of annex D, bit by bit.</summary>
    private static uint Remainder(uint sum, ReadOnlySpan<byte> bytes)
    {
        foreach (byte b in bytes)
        {
            sum ^= b;
            for (int bit = 0; bit < 8; bit++)
            {
                sum = (sum >> 1) ^ ((sum & 1) == 0 ? 0 : 0xEDB88320);
            }
        }

        return sum;
    }
}
