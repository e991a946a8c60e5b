using NetGen.Generator.Collections;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Language;
using NetGen.Generator.Parsing;
using NetGen.Generator.Surface;
using NetGen.Generator.Text;

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
        var surface = new SurfaceMembers(network);
        string members = CSharpWriter.Blocks([.. Properties(network), .. hasMembers ? surface.All(withConstructor: network.FirstCall is not null) : []]);
        string[] errors = [.. problems.Where(Descriptors.IsError).Select(p => p.Id).Where(id => id != Rules.Compiler).Distinct(StringComparer.Ordinal)];
        string which = errors.Length == 0 ? "" : $" ({string.Join(", ", errors)})";
        string notCompiled = $"new(\"{network.Name} cannot run: its declaration has errors{which}.\")";
        string part = CSharpWriter.Code($$"""
            #pragma warning disable CS0108, CS1574, CS1591 // Names and documentation are looked at once the declaration is right.
            partial {{keyword}} {{Identifier.Of(network.Name)}}{{typeParameters}}{{bases}}
            {
                {{members}}

                private static global::System.NotSupportedException NotCompiled => {{notCompiled}};
            }
            """);
        string hint = SourceFile.HintName(frame) + typeParameters.Replace('<', '{').Replace('>', '}').Replace(" ", "");
        string title = $"{network.Name} · its declaration has errors";
        string owner = $"global::{(network.Namespace.Length == 0 ? "" : network.Namespace + ".")}{Identifier.Of(network.Name)}";
        bool canBeExtended = hasMembers && network.ContainingTypes.Count == 0 && typeParameters.Length == 0 && !flaws[Rules.LanguageVersion].Any();
        return
        [
            ($"{hint}.g.cs", SourceFile.Of(frame, title, part)),
            .. canBeExtended && surface.Extensions(owner).ToArray() is { Length: > 0 } extensions
                ? [($"{hint}.Extensions.g.cs", SourceFile.Of(frame with { Namespace = "" }, title, Extensions(network, owner, extensions, notCompiled)))]
                : Array.Empty<(string, string)>(),
        ];
    }

    /// <summary>Methods that a member of the class which is none has the names of. In the global namespace C# finds them from everywhere.</summary>
    private static string Extensions(NetworkDeclaration network, string owner, SurfaceMethod[] methods, string notCompiled) => CSharpWriter.Code($$"""
        #pragma warning disable CS1574, CS1591 // Documentation is looked at once the declaration is right.
        internal static class {{network.FullName.Replace("@", "").TrimStart('.').Replace('.', '_')}}Members
        {
            extension({{owner}} __network)
            {
                {{CSharpWriter.Blocks(methods.Select(method => $"{method.Text} => throw NotCompiled;"))}}
            }

            private static global::System.NotSupportedException NotCompiled => {{notCompiled}};
        }
        """);

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
