using System.Text;

namespace NetGen;

/// <summary>Lines of cells, each column as wide as its widest cell and right-aligned.</summary>
internal sealed class TextTable
{
    private readonly List<string[]> _lines = [];

    public void Add(IEnumerable<string> cells) => _lines.Add([.. cells]);

    public override string ToString()
    {
        int[] widths = [.. Enumerable.Range(0, _lines.Max(line => line.Length)).Select(column => _lines.Max(line => line.ElementAtOrDefault(column)?.Length ?? 0))];
        var text = new StringBuilder();
        foreach (string[] line in _lines)
        {
            text.Append(text.Length > 0 ? "\n" : "").AppendJoin("  ", line.Select((cell, column) => cell.PadLeft(widths[column])));
        }

        return text.ToString();
    }
}
