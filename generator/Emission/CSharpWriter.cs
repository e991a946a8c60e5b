using System.Runtime.CompilerServices;
using System.Text;

namespace NetGen.Generator.Emission;

/// <summary>
/// Builds C# from raw string templates. A hole with several lines is indented like the line it stands on; a line that consists of
/// empty holes vanishes. So a template reads like the code it makes, and conditions choose between fragments, never characters.
/// </summary>
internal static class CSharpWriter
{
    private const char EmptyHole = '\u0001';

    public static string Code(Template template)
    {
        var lines = template.ToString().Split('\n').Where(line => line.Trim() != EmptyHole.ToString() && line.Trim(' ', EmptyHole).Length + (line.Contains(EmptyHole) ? 0 : 1) > 0);
        return DropIdleBlanks(string.Join("\n", lines.Select(line => line.Replace(EmptyHole.ToString(), "").TrimEnd())));
    }

    /// <summary>Removes the empty line that a vanished fragment leaves before a closing brace or beside another empty line.</summary>
    private static string DropIdleBlanks(string code)
    {
        var kept = new List<string>();
        foreach (string line in code.Split('\n'))
        {
            while (kept.Count > 0 && kept[kept.Count - 1].Length == 0 && (line.Length == 0 || line.TrimStart().StartsWith("}", StringComparison.Ordinal)))
            {
                kept.RemoveAt(kept.Count - 1);
            }

            kept.Add(line);
        }

        return string.Join("\n", kept);
    }

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

        public Template(int literalLength, int formattedCount) => _text = new StringBuilder(literalLength + 64 * formattedCount);

        public void AppendLiteral(string text) => _text.Append(text.Replace("\r\n", "\n"));

        public void AppendFormatted(int number) => _text.Append(Text.Of($"{number}"));

        public void AppendFormatted(TypeName type) => _text.Append(type);

        public void AppendFormatted(string hole)
        {
            if (hole.Length == 0)
            {
                _text.Append(EmptyHole);
                return;
            }

            _text.Append(hole.Replace("\n", "\n" + Indentation()));
        }

        public override string ToString() => _text.ToString();

        private string Indentation()
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

            return new string(' ', end - start);
        }
    }
}
