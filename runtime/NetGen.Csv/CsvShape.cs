namespace NetGen;

/// <summary>How a text looks if a given character separates its cells: how many there are in its first line, and whether in every other.</summary>
internal sealed class CsvShape(char separator)
{
    private enum At
    {
        CellStart,
        Plain,
        Quoted,
        AfterQuote,
    }

    private At _at;
    private int _cells = 1;
    private bool _blank = true;

    public char Separator => separator;

    /// <summary>The cells of the first line that is not blank; 0 if there is none.</summary>
    public int Columns { get; private set; }

    /// <summary>Whether all lines have as many, and every quote is closed before a separator or the line's end.</summary>
    public bool IsRegular { get; private set; } = true;

    public static CsvShape Of(CsvText text, char separator)
    {
        var shape = new CsvShape(separator);
        foreach (ReadOnlyMemory<char> piece in text.Pieces)
        {
            shape.Take(piece.Span);
        }

        shape.IsRegular &= shape._at != At.Quoted;
        shape.EndLine();
        return shape;
    }

    private void Take(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            if (_at == At.CellStart && text[0] == '"')
            {
                (_at, _blank) = (At.Quoted, false);
                text = text[1..];
            }
            else if (_at == At.Quoted)
            {
                int quote = text.IndexOf('"');
                _at = quote < 0 ? At.Quoted : At.AfterQuote;
                text = quote < 0 ? [] : text[(quote + 1)..];
            }
            else if (_at == At.AfterQuote && text[0] == '"')
            {
                _at = At.Quoted;
                text = text[1..];
            }
            else
            {
                text = TakePlain(text);
            }
        }
    }

    /// <summary>Up to the next separator or line break, which it passes.</summary>
    private ReadOnlySpan<char> TakePlain(ReadOnlySpan<char> text)
    {
        int end = text.IndexOfAny(separator, '\n', '\r');
        ReadOnlySpan<char> plain = end < 0 ? text : text[..end];
        if (!plain.IsEmpty)
        {
            IsRegular &= _at != At.AfterQuote;
            _blank &= plain.IsWhiteSpace();
            _at = At.Plain;
        }

        if (end < 0)
        {
            return [];
        }

        if (text[end] == separator)
        {
            _cells++;
            _at = At.CellStart;
        }
        else
        {
            EndLine();
        }

        return text[(end + 1)..];
    }

    private void EndLine()
    {
        if (_cells > 1 || !_blank)
        {
            Columns = Columns == 0 ? _cells : Columns;
            IsRegular &= _cells == Columns;
        }

        (_at, _cells, _blank) = (At.CellStart, 1, true);
    }
}
