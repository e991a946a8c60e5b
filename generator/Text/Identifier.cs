using Microsoft.CodeAnalysis.CSharp;

namespace NetGen.Generator.Text;

/// <summary>Names of the user's as C# identifiers.</summary>
internal static class Identifier
{
    /// <summary>A name, with @ where it is a keyword.</summary>
    public static string Of(string name) =>
        SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None || SyntaxFacts.GetContextualKeywordKind(name) != SyntaxKind.None ? "@" + name : name;

    /// <summary>A name, with the first number from 2 on that makes it unique where it is taken; from then on it is.</summary>
    public static string Unique(string name, ISet<string> taken)
    {
        string unique = name;
        for (int i = 2; !taken.Add(unique); i++)
        {
            unique = Invariant.Of($"{name}{i}");
        }

        return unique;
    }

    /// <summary>The locals of the methods that have such parameters.</summary>
    private static readonly string[] Locals = ["rows", "start", "count", "use", "sample"];

    /// <summary>Whether a method that has such parameters has a local of this name.</summary>
    public static bool IsLocal(string name) => Locals.Contains(name);

    /// <summary>The parameter that stands for a property: <c>image</c> for <c>Image</c>, the name itself where two would meet.</summary>
    /// <param name="name">The property's name.</param>
    /// <param name="all">The names of all that have a parameter.</param>
    /// <param name="reserved">Names of other parameters of the method.</param>
    public static string Parameter(string name, IEnumerable<string> all, params string[] reserved)
    {
        string camel = Invariant.Camel(name);
        return Parameter(name, camel, all.Count(other => Invariant.Camel(other) == camel) > 1, reserved);
    }

    /// <summary>The same of all of them, by name, in time that grows with their number and not with its square.</summary>
    public static IReadOnlyDictionary<string, string> Parameters(IEnumerable<string> all, params string[] reserved) => all.GroupBy(Invariant.Camel, StringComparer.Ordinal)
        .SelectMany(meeting => meeting.Distinct(StringComparer.Ordinal).Select(name => (Name: name, Text: Parameter(name, meeting.Key, meeting.Count() > 1, reserved))))
        .ToDictionary(parameter => parameter.Name, parameter => parameter.Text, StringComparer.Ordinal);

    private static string Parameter(string name, string camel, bool meetsAnother, string[] reserved) =>
        Of(Locals.Contains(camel) || reserved.Contains(camel) ? camel + "Values" : meetsAnother ? name : camel);
}
