using Microsoft.CodeAnalysis.CSharp;

namespace NetGen.Generator.Emission;

/// <summary>Names of the user's as C# identifiers.</summary>
internal static class Identifier
{
    /// <summary>A name, with @ where it is a keyword.</summary>
    public static string Of(string name) =>
        SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None || SyntaxFacts.GetContextualKeywordKind(name) != SyntaxKind.None ? "@" + name : name;

    /// <summary>The parameter that stands for a property: <c>image</c> for <c>Image</c>, the name itself where two would meet.</summary>
    public static string Parameter(string name, IEnumerable<string> all) =>
        Of(all.Count(other => Text.Camel(other) == Text.Camel(name)) > 1 ? name : Text.Camel(name));
}
