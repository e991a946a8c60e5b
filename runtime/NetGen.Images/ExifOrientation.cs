using System.Buffers.Binary;

namespace NetGen;

/// <summary>
/// How a camera was held, as JPEG files note it: tag 0x0112 of the first directory in the segment APP1 (Exif 2.32, §4.5.4 and §4.6.4). What is
/// not there or not well formed says nothing: the picture is taken as it is stored.
/// </summary>
internal static class ExifOrientation
{
    /// <summary>The pixels are stored as they are seen.</summary>
    public const int Upright = 1;

    private const int App1 = 0xE1, StartOfScan = 0xDA, Tag = 0x0112, Short = 3, EntryLength = 12;

    private static ReadOnlySpan<byte> Name => "Exif\0\0"u8;

    /// <summary>The orientation, 1 to 8, that a file notes; 1 if it notes none.</summary>
    public static int Of(ReadOnlySpan<byte> file)
    {
        if (!file.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8]))
        {
            return Upright;
        }

        ReadOnlySpan<byte> rest = file[2..];
        while (rest.Length >= 4 && rest[0] == 0xFF && rest[1] != StartOfScan)
        {
            int length = BinaryPrimitives.ReadUInt16BigEndian(rest[2..]);
            if (length < 2 || rest.Length < 2 + length)
            {
                return Upright;
            }

            ReadOnlySpan<byte> content = rest[4..(2 + length)];
            if (rest[1] == App1 && content.StartsWith(Name))
            {
                return OfDirectory(content[Name.Length..]);
            }

            rest = rest[(2 + length)..];
        }

        return Upright;
    }

    /// <summary>The orientation among the entries of the first directory: tag, type, count and value, in the order of bytes that the head names.</summary>
    private static int OfDirectory(ReadOnlySpan<byte> tiff)
    {
        bool isLittle = tiff.StartsWith("II*\0"u8);
        if (tiff.Length < 8 || !(isLittle || tiff.StartsWith("MM\0*"u8)))
        {
            return Upright;
        }

        uint start = isLittle ? BinaryPrimitives.ReadUInt32LittleEndian(tiff[4..]) : BinaryPrimitives.ReadUInt32BigEndian(tiff[4..]);
        if (start > tiff.Length - 2)
        {
            return Upright;
        }

        ReadOnlySpan<byte> entries = tiff[((int)start + 2)..];
        for (int left = Number(tiff[(int)start..]); left > 0 && entries.Length >= EntryLength; left--)
        {
            if (Number(entries) == Tag)
            {
                int orientation = Number(entries[8..]);
                return Number(entries[2..]) == Short && orientation is >= 1 and <= 8 ? orientation : Upright;
            }

            entries = entries[EntryLength..];
        }

        return Upright;

        int Number(ReadOnlySpan<byte> at) => isLittle ? BinaryPrimitives.ReadUInt16LittleEndian(at) : BinaryPrimitives.ReadUInt16BigEndian(at);
    }
}
