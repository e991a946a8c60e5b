using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace NetGen.Generator.Diagnostics;

/// <summary>A place in a source file by value, without its tree.</summary>
/// <param name="Path">The file's path.</param>
/// <param name="Span">Where in its text.</param>
/// <param name="Lines">Where in its lines.</param>
internal readonly record struct SourcePosition(string? Path, TextSpan Span, LinePositionSpan Lines)
{
    public static SourcePosition Of(SyntaxToken token) => token.GetLocation() is var location
        ? new(token.SyntaxTree!.FilePath, location.SourceSpan, location.GetLineSpan().Span)
        : default;

    /// <summary>The place as diagnostics have it; none of a place that is not known.</summary>
    public Location ToLocation() => Path is null ? Location.None : Location.Create(Path, Span, Lines);
}
