using System.Text;

namespace NetGen;

/// <summary>
/// The whole text of a table, so that it can be looked at before it is split: what separates its cells shows at its last line only. It is
/// kept in pieces, for a string holds a thousand million characters at most.
/// </summary>
internal sealed class CsvText
{
    private const int PieceLength = 1 << 16;

    private readonly List<ReadOnlyMemory<char>> _pieces = [];

    private CsvText(string? encoding) => Encoding = encoding;

    /// <summary>The name of the encoding it came in; null if it came as text.</summary>
    public string? Encoding { get; }

    public IEnumerable<ReadOnlyMemory<char>> Pieces => _pieces;

    /// <summary>The number of the line that the pieces begin with: 2 where <see cref="PassSeparatorLine"/> found one.</summary>
    public int FirstLine { get; private set; } = 1;

    /// <summary>Reads to the end; a byte order mark at the beginning is passed over.</summary>
    /// <param name="reader">The text.</param>
    /// <param name="source">Its name in messages.</param>
    public static CsvText Read(TextReader reader, string source)
    {
        var text = new CsvText(encoding: null);
        while (true)
        {
            char[] piece = new char[PieceLength];
            int count = reader.ReadBlock(piece);
            if (count == 0)
            {
                text.RequireNoNul(source);
                return text;
            }

            text.Add(piece.AsMemory(0, count));
        }
    }

    /// <summary>Reads to the end and leaves the stream open.</summary>
    /// <param name="stream">Need not seek.</param>
    /// <param name="given">The encoding, if it is known.</param>
    /// <param name="source">The stream's name in messages.</param>
    /// <exception cref="InvalidDataException">The stream is compressed, or there are bytes that are none of the encoding's characters.</exception>
    public static CsvText Read(Stream stream, Encoding? given, string source)
    {
        byte[] start = new byte[4];
        ReadOnlyMemory<byte> mark = start.AsMemory(0, stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false));
        CsvEncoding.RequireText(mark.Span, given, source);
        Encoding encoding = CsvEncoding.Strict(given ?? CsvEncoding.OfMark(mark.Span));
        var text = new CsvText(encoding.WebName);
        using var whole = new SplicedStream(mark, stream);
        Decoder decoder = encoding.GetDecoder();
        byte[] bytes = new byte[PieceLength];
        int count;
        do
        {
            count = whole.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            if (given is null && encoding is UTF8Encoding && text._pieces.Count == 0)
            {
                CsvEncoding.RequireNoUtf16(bytes.AsSpan(0, count), source);
            }

            char[] piece = new char[encoding.GetMaxCharCount(count)];
            try
            {
                text.Add(piece.AsMemory(0, decoder.GetChars(bytes.AsSpan(0, count), piece, flush: count < bytes.Length)));
            }
            catch (DecoderFallbackException e)
            {
                int line = 1 + text._pieces.Sum(p => p.Span.Count('\n')) + bytes.AsSpan(0, Math.Clamp(e.Index, 0, count)).Count((byte)'\n');
                throw CsvEncoding.Fault(source, line, e, encoding, isGiven: given is not null);
            }
        }
        while (count == bytes.Length);

        text.RequireNoNul(source);
        return text;
    }

    /// <summary>Passes over a first line that names the separator for Excel: <c>sep=;</c>, quoted or not.</summary>
    /// <returns>The separator; null if the first line is another one.</returns>
    public char? PassSeparatorLine()
    {
        ReadOnlySpan<char> text = _pieces.Count == 0 ? [] : _pieces[0].Span;
        int end = text.IndexOfAny('\r', '\n');
        ReadOnlySpan<char> line = end < 0 ? text : text[..end];
        line = line is ['"', .. var quoted, '"'] ? quoted : line;
        if (!line.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) || line.Length != 5 || !CsvSeparator.IsAllowed(line[4]))
        {
            return null;
        }

        char separator = line[4];
        int next = end < 0 ? text.Length : text[end..] is ['\r', '\n', ..] ? end + 2 : end + 1;
        _pieces[0] = _pieces[0][next..];
        if (_pieces[0].IsEmpty)
        {
            _pieces.RemoveAt(0);
        }

        FirstLine = 2;
        return separator;
    }

    /// <summary>The text once more from its beginning, the line that names the separator left out.</summary>
    public TextReader Open() => new PieceReader(_pieces);

    private void Add(ReadOnlyMemory<char> piece)
    {
        if (_pieces.Count == 0 && piece.Span is ['\uFEFF', ..])
        {
            piece = piece[1..];
        }

        if (!piece.IsEmpty)
        {
            _pieces.Add(piece);
        }
    }

    /// <summary>A NUL is part of no table; UTF-32 that is taken for UTF-8 has many.</summary>
    private void RequireNoNul(string source)
    {
        int line = 1;
        foreach (ReadOnlyMemory<char> piece in _pieces)
        {
            int at = piece.Span.IndexOf('\0');
            if (at >= 0)
            {
                line += piece.Span[..at].Count('\n');
                throw new InvalidDataException(
                    $"{source}, line {line}: there is a NUL character, which no table has. If the text is in another encoding, give it: new CsvOptions {{ Encoding = Encoding.Unicode }}.");
            }

            line += piece.Span.Count('\n');
        }
    }

    private sealed class PieceReader(List<ReadOnlyMemory<char>> pieces) : TextReader
    {
        private int _piece, _at;

        public override int Peek() => _piece < pieces.Count ? pieces[_piece].Span[_at] : -1;

        public override int Read()
        {
            char c = '\0';
            return Read(new Span<char>(ref c)) == 0 ? -1 : c;
        }

        public override int Read(char[] buffer, int index, int count) => Read(buffer.AsSpan(index, count));

        public override int Read(Span<char> buffer)
        {
            if (_piece == pieces.Count)
            {
                return 0;
            }

            ReadOnlySpan<char> rest = pieces[_piece].Span[_at..];
            int count = Math.Min(rest.Length, buffer.Length);
            rest[..count].CopyTo(buffer);
            (_piece, _at) = count == rest.Length ? (_piece + 1, 0) : (_piece, _at + count);
            return count;
        }
    }
}
