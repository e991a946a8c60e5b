using System.Text;

namespace NetGen;

/// <summary>Which encoding a file is in, and what is said where it is in another.</summary>
internal static class CsvEncoding
{
    /// <summary>UTF-8, or what a byte order mark tells.</summary>
    public static Encoding OfMark(ReadOnlySpan<byte> start) => start switch
    {
        [0xFF, 0xFE, 0, 0] => new UTF32Encoding(bigEndian: false, byteOrderMark: true),
        [0, 0, 0xFE, 0xFF] => new UTF32Encoding(bigEndian: true, byteOrderMark: true),
        [0xFF, 0xFE, ..] => Encoding.Unicode,
        [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode,
        _ => Encoding.UTF8,
    };

    /// <summary>The encoding, refusing what it cannot decode instead of putting � for it.</summary>
    public static Encoding Strict(Encoding encoding)
    {
        var strict = (Encoding)encoding.Clone();
        strict.DecoderFallback = DecoderFallback.ExceptionFallback;
        return strict;
    }

    /// <summary>Refuses what is compressed, which its first bytes tell. Only UTF-16 and UTF-32, if they are given, have text that begins so.</summary>
    /// <exception cref="InvalidDataException">It is a gzip file or a zip archive.</exception>
    public static void RequireText(ReadOnlySpan<byte> start, Encoding? given, string source)
    {
        if (given is not null && given.GetByteCount("a") > 1)
        {
            return;
        }

        string? fault = start switch
        {
            [0x1F, 0x8B, ..] => "is compressed (gzip). Decompress it: CsvTable.Read(new GZipStream(stream, CompressionMode.Decompress)).",
            [(byte)'P', (byte)'K', 3, 4] => "is a zip archive, as an .xlsx workbook is one. Read the CSV file that is in it (System.IO.Compression.ZipArchive), or save the sheet as CSV.",
            _ => null,
        };
        if (fault is not null)
        {
            throw new InvalidDataException($"{source} {fault}");
        }
    }

    /// <summary>Refuses UTF-16 without a byte order mark: a good part of its bytes are 0, all of them first, or all second, of two.</summary>
    /// <exception cref="InvalidDataException">It looks so.</exception>
    public static void RequireNoUtf16(ReadOnlySpan<byte> start, string source)
    {
        int even = 0, odd = 0;
        for (int i = 0; i + 1 < start.Length; i += 2)
        {
            even += start[i] == 0 ? 1 : 0;
            odd += start[i + 1] == 0 ? 1 : 0;
        }

        if (even != odd && Math.Min(even, odd) == 0 && 8 * (even + odd) >= start.Length)
        {
            throw new InvalidDataException(
                $"{source}: the text looks like UTF-16 without a byte order mark. Give the encoding: new CsvOptions {{ Encoding = Encoding.{(odd > 0 ? nameof(Encoding.Unicode) : nameof(Encoding.BigEndianUnicode))} }}.");
        }
    }

    public static InvalidDataException Fault(string source, int line, DecoderFallbackException e, Encoding encoding, bool isGiven)
    {
        string bytes = e.BytesUnknown is { Length: > 0 } unknown ? $"the {(unknown.Length == 1 ? "byte" : "bytes")} {Convert.ToHexString(unknown)} {(unknown.Length == 1 ? "is" : "are")}" : "there are bytes that are";
        string advice = isGiven ? "Is it another encoding?" : "If the text is in another encoding, give it: new CsvOptions { Encoding = Encoding.Latin1 }.";
        return new InvalidDataException($"{source}, line {line}: {bytes} no character in {encoding.WebName}. {advice}", e);
    }
}
