using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace NetGen.Tests.Images;

/// <summary>Files of pictures, written by hand: the smallest that the formats allow.</summary>
internal static class Pictures
{
    /// <summary>A PNG of 8 bits a channel; the number of channels is that of the pixels: 1 gray, 2 gray and alpha, 3 colors, 4 colors and alpha.</summary>
    public static byte[] Png(int width, int height, params byte[] pixels)
    {
        int line = pixels.Length / height;
        byte color = (line / width) switch { 1 => 0, 2 => 4, 3 => 2, _ => 6 };
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            for (int y = 0; y < height; y++)
            {
                zlib.WriteByte(0); // no filter
                zlib.Write(pixels, y * line, line);
            }
        }

        return [.. PngHeader(width, height, color), .. Chunk("IDAT", packed.ToArray()), .. Chunk("IEND", [])];
    }

    /// <summary>The signature and the header.</summary>
    public static byte[] PngHeader(int width, int height, byte color) =>
        [0x89, .. "PNG\r\n\x1A\n"u8, .. Chunk("IHDR", [.. BigEndian(width), .. BigEndian(height), 8, color, 0, 0, 0])];

    public static byte[] Chunk(string name, byte[] content)
    {
        byte[] named = [.. Encoding.ASCII.GetBytes(name), .. content];
        return [.. BigEndian(content.Length), .. named, .. BigEndian((int)Checksum(named))];
    }

    /// <summary>A BMP of 24 bits; the rows of a file come from below.</summary>
    public static byte[] Bmp(int width, int height, Func<int, int, (byte R, byte G, byte B)> color)
    {
        int stride = (3 * width + 3) / 4 * 4;
        byte[] bytes = [.. BmpHeader(width, height, stride * height), .. new byte[stride * height]];
        for (int y = 0; y < height; y++)
        {
            for (int x = 0; x < width; x++)
            {
                int at = 54 + (height - 1 - y) * stride + 3 * x;
                (bytes[at + 2], bytes[at + 1], bytes[at]) = color(y, x);
            }
        }

        return bytes;
    }

    public static byte[] BmpHeader(int width, int height, int length) =>
    [
        .. "BM"u8, .. LittleEndian(54 + length), 0, 0, 0, 0, 54, 0, 0, 0,
        40, 0, 0, 0, .. LittleEndian(width), .. LittleEndian(height), 1, 0, 24, 0, .. new byte[24],
    ];

    /// <summary>A TGA of 24 bits whose rows come from above.</summary>
    public static byte[] Tga(byte width, byte height, params byte[] bluesGreensReds) =>
        [0, 0, 2, .. new byte[9], width, 0, height, 0, 24, 0x20, .. bluesGreensReds];

    /// <summary>A GIF of one white pixel.</summary>
    public static byte[] Gif() =>
    [
        .. "GIF89a"u8, 1, 0, 1, 0, 0x80, 0, 0, 255, 255, 255, 0, 0, 0, 0x2C, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0, 0x3B,
    ];

    /// <summary>A JPEG of one gray block: no frequency but the first, and that 0, is the gray 128.</summary>
    public static byte[] Jpeg() =>
    [
        0xFF, 0xD8,
        0xFF, 0xDB, 0, 67, 0, .. Enumerable.Repeat((byte)1, 64),
        0xFF, 0xC0, 0, 11, 8, 0, 8, 0, 8, 1, 1, 0x11, 0,
        0xFF, 0xC4, 0, 20, 0x00, 1, .. new byte[15], 0,
        0xFF, 0xC4, 0, 20, 0x10, 1, .. new byte[15], 0,
        0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 63, 0,
        0x3F,
        0xFF, 0xD9,
    ];

    /// <summary>
    /// A JPEG of four gray blocks, 128 and 192 above 96 and 160, and what a camera noted of its orientation: segments that follow the start.
    /// </summary>
    public static byte[] JpegOfFour(params byte[] notes)
    {
        // Each block: code and bits of the difference of its first frequency (10 bits: 512, −768, 512, an eighth a gray), then the end of the block.
        const string Bits = "00" + "1010000000000" + "1000111111110" + "1010000000000" + "1111111";
        IEnumerable<byte> scan = Bits.Chunk(8).Select(bits => Convert.ToByte(new string(bits), 2));
        return
        [
            0xFF, 0xD8, .. notes,
            0xFF, 0xDB, 0, 67, 0, .. Enumerable.Repeat((byte)1, 64),
            0xFF, 0xC0, 0, 11, 8, 0, 16, 0, 16, 1, 1, 0x11, 0,
            0xFF, 0xC4, 0, 21, 0x00, 1, 1, .. new byte[14], 0, 10,
            0xFF, 0xC4, 0, 20, 0x10, 1, .. new byte[15], 0,
            0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 63, 0,
            .. scan,
            0xFF, 0xD9,
        ];
    }

    /// <summary>An Exif segment of two entries, the second of which is the orientation.</summary>
    public static byte[] Exif(byte orientation, bool isLittle, byte type = 3)
    {
        byte[] tiff = isLittle
            ? [.. "II*\0"u8, 8, 0, 0, 0, 2, 0, 0x0F, 1, 2, 0, 1, 0, 0, 0, 65, 0, 0, 0, 0x12, 1, type, 0, 1, 0, 0, 0, orientation, 0, 0, 0, 0, 0, 0, 0]
            : [.. "MM\0*"u8, 0, 0, 0, 8, 0, 2, 1, 0x0F, 0, 2, 0, 0, 0, 1, 65, 0, 0, 0, 1, 0x12, 0, type, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0];
        return [0xFF, 0xE1, 0, (byte)(8 + tiff.Length), .. "Exif\0\0"u8, .. tiff];
    }

    /// <summary>A gray picture of random pixels.</summary>
    public static byte[] Noise(int width, int height, int seed, int channels = 1)
    {
        byte[] pixels = new byte[width * height * channels];
        new Random(seed).NextBytes(pixels);
        return pixels;
    }

    private static byte[] BigEndian(int value)
    {
        byte[] bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        return bytes;
    }

    private static byte[] LittleEndian(int value)
    {
        byte[] bytes = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, value);
        return bytes;
    }

    /// <summary>CRC-32, bit by bit.</summary>
    private static uint Checksum(byte[] bytes)
    {
        uint sum = uint.MaxValue;
        foreach (byte b in bytes)
        {
            sum ^= b;
            for (int bit = 0; bit < 8; bit++)
            {
                sum = (sum & 1) == 0 ? sum >> 1 : 0xEDB88320 ^ (sum >> 1);
            }
        }

        return ~sum;
    }
}
