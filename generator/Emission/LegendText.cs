using NetGen.Generator.Text;

namespace NetGen.Generator.Emission;

/// <summary>What a reader of kernels should know once: a line above the class for each word that its file uses. Types declare their words.</summary>
internal static class LegendText
{
    /// <summary>The lines for a file's members, in which types are still marks.</summary>
    public static string Of(string members) =>
        CSharpWriter.Lines(Types.All.SelectMany(type => type.Legends)
        .Where(legend => Uses(members, legend.Use) || (Marked(legend.Use) is { } marked && Uses(members, marked)))
        .Select(legend => $"// {legend.Line}"));

    /// <summary>The word as templates write it, its type a mark; null where it begins with no type.</summary>
    private static string? Marked(string use)
    {
        string type = use.Split('.', '<', '(')[0];
        return Types.ByName.TryGetValue(type, out TypeName? known) ? known + use.Substring(type.Length) : null;
    }

    /// <summary>Whether a word is there, and not only as the end of another.</summary>
    private static bool Uses(string members, string use)
    {
        int at = members.IndexOf(use, StringComparison.Ordinal);
        while (at > 0 && char.IsLetterOrDigit(members[at - 1]))
        {
            at = members.IndexOf(use, at + 1, StringComparison.Ordinal);
        }

        return at >= 0;
    }
}
