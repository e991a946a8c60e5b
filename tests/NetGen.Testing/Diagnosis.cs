using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace NetGen.Testing;

/// <summary>The one diagnostic that a faulty source yields, exactly where the source marks it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Severity">Its severity.</param>
/// <param name="Message">Its message.</param>
public sealed record Diagnosis(string Id, DiagnosticSeverity Severity, string Message)
{
    private const string Open = "[|", Close = "|]";

    /// <summary>Compiles a source whose mistake is marked <c>[|so|]</c>.</summary>
    /// <param name="marked">The source; its first mark is where the diagnostic must be.</param>
    /// <param name="alsoFromCSharp">Ids of the C# compiler's that cannot be kept from appearing besides.</param>
    /// <exception cref="InvalidOperationException">There is not exactly one diagnostic, it is elsewhere, or C# reports something too.</exception>
    public static Diagnosis Diagnose(string marked, params string[] alsoFromCSharp)
    {
        int start = marked.IndexOf(Open, StringComparison.Ordinal);
        int end = marked.IndexOf(Close, StringComparison.Ordinal) - Open.Length;
        string source = marked.Remove(end + Open.Length, Close.Length).Remove(start, Open.Length);

        NetworkCompilation compilation = NetworkCompilation.Compile(source);
        Diagnostic[] others = [.. compilation.CSharpDiagnostics.Where(d => !alsoFromCSharp.Contains(d.Id))];
        if (compilation.Diagnostics is not [var only] || others.Length > 0)
        {
            throw Wrong("Exactly one diagnostic was expected, and none from C#", compilation.Diagnostics.Concat(others));
        }

        return only.Location.SourceSpan == TextSpan.FromBounds(start, end)
            ? new(only.Id, only.Severity, only.GetMessage(CultureInfo.InvariantCulture))
            : throw Wrong($"The diagnostic was expected at '{source[start..end]}', but is at '{source.Substring(only.Location.SourceSpan.Start, only.Location.SourceSpan.Length)}'", [only]);
    }

    private static InvalidOperationException Wrong(string expectation, IEnumerable<Diagnostic> found) =>
        new($"{expectation}:\n{string.Join("\n", found)}");
}
