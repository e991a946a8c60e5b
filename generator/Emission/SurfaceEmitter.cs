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
    private static readonly EquatableArray<string> s_getter = new[] { "get" }.ToEquatable();

    public static IReadOnlyList<(string HintName, string Text)> Emit(NetworkDeclaration network, NetworkFrame frame, IEnumerable<Problem> problems)
    {
        var flaws = problems.ToLookup(p => p.Id, StringComparer.Ordinal);
        string form = flaws[Rules.ClassForm].FirstOrDefault()?.Arguments[1] ?? "";
        if (!network.IsContinuable)
        {
            return [];
        }

        bool hasMembers = form != ClassFlaws.Static;
        string typeParameters = flaws[Rules.ClassGeneric].FirstOrDefault()?.Arguments[1] ?? "";
        string keyword = form == ClassFlaws.Record ? "record" : "class", bases = hasMembers ? $" : {Types.INetwork}" : "";
        string members = CSharpWriter.Blocks([.. Properties(network), .. hasMembers ? new SurfaceMembers(network).All(WithConstructors(), BaseArguments() ?? "") : []]);
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

        // A record has constructors of its own, and so has a class whose constructors are the mistake. Below a base class that lets none be called C# says so at the class.
        bool WithConstructors() => form != ClassFlaws.Record && !flaws[Rules.Constructor].Any() && BaseArguments() is not null;

        string? BaseArguments() => flaws[Rules.ClassForm].FirstOrDefault() is { } flaw ? flaw.Arguments.ElementAtOrDefault(3) : "";
    }

    /// <summary>The other halves of the properties, also of those that are no values.</summary>
    private static IEnumerable<string> Properties(NetworkDeclaration network)
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (ValueDeclaration value in network.Values.Where(value => value.IsPartial))
        {
            string declarator = value.Half?.Declarator ?? $"{(value.IsHead ? Types.Head : Types.Layer)} {Identifier.Of(value.Name)}";
            if (known.Add(value.Half?.Declarator ?? value.Name))
            {
                string modifiers = value.Modifiers.Length == 0 ? "" : value.Modifiers + " ";
                string accessors = string.Join(" ", (value.Half?.Accessors ?? s_getter).Select(accessor => $"{accessor} => throw NotCompiled;"));
                yield return $"{modifiers}partial {declarator} {{ {accessors} }}";
            }
        }
    }
}
