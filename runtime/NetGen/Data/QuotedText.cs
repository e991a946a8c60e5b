using System.Globalization;
using System.Text;

namespace NetGen;

/// <summary>Text out of a file, as messages show it: whatever the file holds, they stay short, on one line and visible.</summary>
internal static class QuotedText
{
    private const int Longest = 60, MostNames = 10;

    /// <summary>The text with what does not show escaped, cut after <paramref name="longest"/> characters.</summary>
    public static string Of(ReadOnlySpan<char> text, int longest = Longest)
    {
        if (text.Length <= longest)
        {
            return Escaped(text);
        }

        int end = char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest;
        return string.Create(CultureInfo.InvariantCulture, $"{Escaped(text[..end])}… ({text.Length} characters)");
    }

    /// <summary>Some names, or the first few of many: <c>a, b, c</c>.</summary>
    public static string List(IReadOnlyCollection<string> names)
    {
        IEnumerable<string> shown = names.Take(MostNames).Select(name => Of(name));
        string more = names.Count > MostNames ? string.Create(CultureInfo.InvariantCulture, $", … ({names.Count} in all)") : "";
        return string.Join(", ", shown) + more;
    }

    /// <summary>The whole text, such as a path, with what does not show written as C# writes it: <c>\n</c>, <c>\u001B</c>.</summary>
    public static string Escaped(ReadOnlySpan<char> text)
    {
        var shown = new StringBuilder(text.Length);
        while (!text.IsEmpty)
        {
            bool valid = Rune.DecodeFromUtf16(text, out Rune rune, out int length) == System.Buffers.OperationStatus.Done;
            shown.Append(valid && IsVisible(rune) ? text[..length] : Code(valid ? rune.Value : text[0]));
            text = text[length..];
        }

        return shown.ToString();
    }

    // Marks that turn the direction of writing, or have no width, are of the category Format.
    private static bool IsVisible(Rune rune) => Rune.GetUnicodeCategory(rune)
        is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);

    private static string Code(int code) => code switch
    {
        '\n' => @"\n",
        '\r' => @"\r",
        '\t' => @"\t",
        > char.MaxValue => string.Create(CultureInfo.InvariantCulture, $@"\U{code:X8}"),
        _ => string.Create(CultureInfo.InvariantCulture, $@"\u{code:X4}"),
    };
}
