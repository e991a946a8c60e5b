using System.Text.RegularExpressions;
using NetGen.Generator.Parsing;

namespace NetGen.Generator.Emission;

/// <summary>Writes names in full where the user's own code gives the simple ones another meaning. Elsewhere emitted code stays short.</summary>
internal static class Qualification
{
    /// <param name="code">Emitted code with simple names.</param>
    /// <param name="taken">The names that mean something else there.</param>
    public static string Apply(string code, IEnumerable<string> taken)
    {
        foreach (string name in taken)
        {
            string fullName = EmittedTypes.Aliased.Concat(EmittedTypes.Imported).First(t => t.Name == name).FullName;

            // A use as a type or before a dot: Rows.Softmax, new Layer(, Span<float>, Layer Image, (Metrics)x, [MethodImpl(.
            // Not a method (LossKind<V>(), a declaration (Layer Rows =>), a member of something (Layout.Rows), a text ("Rows") or a comment.
            string pattern = $@"(?<![\w.""@]){name}(?=[.>?]|<(?!V>\()|\s+[\w@]|\)(?=\w))|(?<=new |\[){name}(?=\()";
            code = Regex.Replace(code, $@"{pattern}|//.*", use => use.Value.StartsWith("//", StringComparison.Ordinal) ? use.Value : $"global::{fullName}");
        }

        return code;
    }
}
