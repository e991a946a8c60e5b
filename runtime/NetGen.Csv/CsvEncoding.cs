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

    public static InvalidDataException Fault(string source, int line, DecoderFallbackException e, Encoding encoding, bool isGiven)
    {
        string bytes = e.BytesUnknown is { Length: > 0 } unknown ? $"the {(unknown.Length == 1 ? "byte" : "bytes")} {Convert.ToHexString(unknown)} {(unknown.Length == 1 ? "is" : "are")}" : "there are bytes that are";
        string advice = isGiven ? "Is it another encoding?" : "If the text is in another encoding, give it: new CsvOptions { Encoding = Encoding.Latin1 }.";
        return new InvalidDataException($"{source}, line {line}: {bytes} no character in {encoding.WebName}. {advice}", e);
    }
}
