using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace NetGen.Generator.Text;

/// <summary>
/// Builds C# from raw string templates. A hole with several lines is indented like the line it stands on; a line that consists of
/// empty holes vanishes. So a template reads like the code it makes, and conditions choose between fragments, never characters.
/// </summary>
internal static class CSharpWriter
{
    private const char EmptyHole = '\u0001';

    public static string Code(Template template)
    {
        string text = template.ToString();
        var code = new StringBuilder(); // in chunks: a file in one piece would be a large object, whose collection costs more than writing it
        bool any = false, blank = false;
        for (int start = 0, end; start <= text.Length; start = end + 1)
        {
            end = text.IndexOf('\n', start) is >= 0 and var found ? found : text.Length;
            int first = start, last = end;
            while (last > start && IsIdle(text[last - 1]))
            {
                last--;
            }

            while (first < last && IsIdle(text[first]))
            {
                first++;
            }

            if (first == last)
            {
                // Nothing but spaces: an empty line. With an empty hole among them: no line. Empty lines make one.
                blank |= text.IndexOf(EmptyHole, start, end - start) < 0;
                continue;
            }

            // The empty line that a vanished fragment leaves before a closing brace vanishes too.
            code.Append(any ? "\n" : "").Append(blank && text[first] != '}' ? "\n" : "");
            for (int at = start; at < last; at++)
            {
                if (text[at] != EmptyHole)
                {
                    code.Append(text[at]);
                }
            }

            (any, blank) = (true, false);
        }

        return code.Append(blank && any ? "\n" : "").ToString();
    }

    private static bool IsIdle(char c) => c == EmptyHole || char.IsWhiteSpace(c);

    /// <summary>Statements or members, one after another; empty ones vanish.</summary>
    public static string Lines(IEnumerable<string> lines) => string.Join("\n", lines.Where(l => l.Length > 0));

    /// <summary>Members with an empty line between them.</summary>
    public static string Blocks(IEnumerable<string> blocks) => string.Join("\n\n", blocks.Where(b => b.Length > 0));

    /// <summary>Text as comment lines of at most 140 characters.</summary>
    public static string Comment(string text, string prefix = "// ")
    {
        var lines = new List<string>();
        foreach (string paragraph in text.Split('\n'))
        {
            string line = "";
            foreach (string word in paragraph.Split(' '))
            {
                if (line.Length + word.Length > 130)
                {
                    lines.Add((prefix + line).TrimEnd());
                    line = "    ";
                }

                line += line.Trim().Length == 0 ? line.Length == 0 ? word : word : " " + word;
            }

            lines.Add((prefix + line).TrimEnd());
        }

        return string.Join("\n", lines);
    }

    /// <summary>The interpolated text while it is built.</summary>
    [InterpolatedStringHandler]
    public readonly struct Template
    {
        private readonly StringBuilder _text;

        public Template(int literalLength, int formattedCount) => _text = new StringBuilder();

        public void AppendLiteral(string text) => _text.Append(text.Replace("\r\n", "\n"));

        public void AppendFormatted(int number) => _text.Append(number.ToString(CultureInfo.InvariantCulture));

        public void AppendFormatted(TypeName type) => _text.Append(type);

        public void AppendFormatted(string hole)
        {
            if (hole.Length == 0)
            {
                _text.Append(EmptyHole);
                return;
            }

            int indentation = hole.IndexOf('\n') < 0 ? 0 : Indentation(), start = 0;
            for (int end = hole.IndexOf('\n'); end >= 0; end = hole.IndexOf('\n', start))
            {
                _text.Append(hole, start, end + 1 - start).Append(' ', indentation);
                start = end + 1;
            }

            _text.Append(hole, start, hole.Length - start);
        }

        public override string ToString() => _text.ToString();

        private int Indentation()
        {
            int start = _text.Length;
            while (start > 0 && _text[start - 1] != '\n')
            {
                start--;
            }

            int end = start;
            while (end < _text.Length && _text[end] == ' ')
            {
                end++;
            }

            return end - start;
        }
    }
}
