using System.Buffers.Binary;

namespace NetGen;

/// <summary>
/// The parts that a PNG file consists of: length, name, content, checksum. The decoder reserves memory for what a length claims and compares
/// no checksum; so both are looked at before.
/// </summary>
internal static class PngChunks
{
    private const int Frame = 12; // length, name and checksum, 4 bytes each

    private static readonly uint[] s_remainders = [.. Enumerable.Range(0, 256).Select(Remainder)];

    private static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>Whether a file begins like a PNG.</summary>
    public static bool IsPng(ReadOnlySpan<byte> file) => file.StartsWith(Signature);

    /// <summary>What is wrong with a file that begins like a PNG; null if nothing is.</summary>
    /// <param name="file">The whole file.</param>
    /// <param name="width">The width that its header names; 0 if it names none.</param>
    /// <param name="height">The height.</param>
    public static string? Fault(ReadOnlySpan<byte> file, out uint width, out uint height)
    {
        (width, height) = (0, 0);
        ReadOnlySpan<byte> rest = file[Signature.Length..];
        while (true)
        {
            if (rest.Length < Frame || BinaryPrimitives.ReadUInt32BigEndian(rest) > (uint)(rest.Length - Frame))
            {
                return ImageDecoder.CutOff;
            }

            int length = (int)BinaryPrimitives.ReadUInt32BigEndian(rest);
            ReadOnlySpan<byte> name = rest[4..8], named = rest[4..(8 + length)];
            if (char.IsAsciiLetterUpper((char)name[0]) && BinaryPrimitives.ReadUInt32BigEndian(rest[(8 + length)..]) != Checksum(named))
            {
                return "it is damaged: a checksum does not fit";
            }

            if (name.SequenceEqual("IHDR"u8) && length >= 8)
            {
                (width, height) = (BinaryPrimitives.ReadUInt32BigEndian(named[4..]), BinaryPrimitives.ReadUInt32BigEndian(named[8..]));
            }

            if (name.SequenceEqual("IEND"u8))
            {
                return null;
            }

            rest = rest[(Frame + length)..];
        }
    }

    /// <summary>The cyclic redundancy check of the PNG specification, annex D.</summary>
    public static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        uint sum = uint.MaxValue;
        foreach (byte b in bytes)
        {
            sum = s_remainders[(byte)(sum ^ b)] ^ (sum >> 8);
        }

        return ~sum;
    }

    private static uint Remainder(int b)
    {
        uint remainder = (uint)b;
        for (int bit = 0; bit < 8; bit++)
        {
            remainder = (remainder & 1) == 0 ? remainder >> 1 : 0xEDB88320 ^ (remainder >> 1);
        }

        return remainder;
    }
}
