using NetGen.Generator.Binding;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Parsing;

namespace NetGen.Generator.Emission;

/// <summary>
/// The members of a network whose declaration has errors, as far as it lets them be known, with bodies that throw. So code that uses the
/// network goes on compiling, and the user sees the one diagnostic that matters.
/// </summary>
internal static class SurfaceEmitter
{
    public static IReadOnlyList<(string HintName, string Text)> Emit(NetworkDeclaration network, NetworkFrame frame, IEnumerable<Problem> problems)
    {
        var flaws = problems.ToLookup(p => p.Id, StringComparer.Ordinal);
        string form = flaws[Rules.ClassForm].FirstOrDefault()?.Arguments[1] ?? "";
        if (form == ClassFlaws.FileLocal)
        {
            return [];
        }

        bool hasMembers = form != ClassFlaws.Static;
        string typeParameters = flaws[Rules.ClassGeneric].FirstOrDefault()?.Arguments[1] ?? "";
        string keyword = form == ClassFlaws.Record ? "record" : "class", bases = hasMembers ? $" : {Types.INetwork}" : "";
        string members = CSharpWriter.Blocks([.. Properties(network, flaws), .. hasMembers ? new SurfaceMembers(network).All(WithConstructors()) : []]);
        string[] errors = [.. problems.Where(Descriptors.IsError).Select(p => p.Id).Where(id => id != Rules.Compiler).Distinct(StringComparer.Ordinal)];
        string which = errors.Length == 0 ? "" : $" ({string.Join(", ", errors)})";
        string part = CSharpWriter.Code($$"""
            #pragma warning disable CS0108, CS1591 // Names and documentation are looked at once the declaration is right.
            partial {{keyword}} {{Identifier.Of(network.Name)}}{{typeParameters}}{{bases}}
            {
                {{members}}

                private static global::System.NotSupportedException NotCompiled => new("{{network.Name}} cannot run: its declaration has errors{{which}}.");
            }
            """);
        string hint = SourceFile.HintName(frame) + typeParameters.Replace('<', '{').Replace('>', '}').Replace(" ", "");
        return [($"{hint}.g.cs", SourceFile.Of(frame, $"{network.Name} · its declaration has errors", part))];

        // A record has constructors of its own, and so has a class whose constructors are the mistake.
        bool WithConstructors() => form != ClassFlaws.Record && !flaws[Rules.Constructor].Any();
    }

    /// <summary>The other halves of the properties. Where type or accessors are not those of a value, the flaw says what they are.</summary>
    private static IEnumerable<string> Properties(NetworkDeclaration network, ILookup<string, Problem> flaws)
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        for (int i = 0; i < network.Values.Count; i++)
        {
            ValueDeclaration value = network.Values[i];
            if (value.IsPartial && known.Add(value.Name))
            {
                string type = Word(Rules.PropertyType) ?? (value.IsHead ? Types.Head : Types.Layer).ToString();
                string[] accessors = (Word(Rules.PropertyForm) is { Length: > 0 } given ? given : "get").Split(' ');
                string modifiers = value.Modifiers.Length == 0 ? "" : value.Modifiers + " ";
                yield return $"{modifiers}partial {type} {Identifier.Of(value.Name)} {{ {string.Join(" ", accessors.Select(a => $"{a} => throw NotCompiled;"))} }}";

                string? Word(string rule) => flaws[rule].FirstOrDefault(p => p.Site.Value == i)?.Arguments[2];
            }
        }
    }
}
