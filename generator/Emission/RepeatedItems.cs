using NetGen.Generator.Language;
using NetGen.Generator.Text;

namespace NetGen.Generator.Emission;

/// <summary>Items of the schema that are the same for many layers but for names and places: a method makes them, and each is a call of it.</summary>
/// <param name="taken">Names that the methods cannot have.</param>
internal sealed class RepeatedItems(ISet<string> taken)
{
    private readonly List<string> _methods = [];

    /// <summary>The methods.</summary>
    public IReadOnlyList<string> Methods => _methods;

    /// <summary>The texts of some items.</summary>
    public IEnumerable<string> Of(IReadOnlyList<Item> items)
    {
        var methods = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (IGrouping<string, Item> alike in items.Where(item => item.MayShare).GroupBy(item => item.General, StringComparer.Ordinal).Where(alike => alike.Count() >= SharedNames.Least))
        {
            Item first = alike.First();
            string name = Identifier.Unique(first.Method, taken);
            methods.Add(alike.Key, name);
            _methods.Add(CSharpWriter.Code($$"""
                private static {{first.Type}} {{name}}({{string.Join(", ", first.Parameters.Select(p => p.Declaration))}}) =>
                    {{alike.Key}};
                """));
        }

        return items.Select(item => item.MayShare && methods.TryGetValue(item.General, out string? method)
            ? $"{method}({string.Join(", ", item.Parameters.Select(p => p.Value))})"
            : item.Own);
    }

    /// <summary>An item.</summary>
    /// <param name="Type">Its type.</param>
    /// <param name="Method">What a method for it is called, if that is free.</param>
    /// <param name="MayShare">Whether its layer shares methods.</param>
    /// <param name="Parameters">What a method takes, and what that is for the item.</param>
    /// <param name="Text">The item, given what stands for the parameters.</param>
    internal sealed record Item(TypeName Type, string Method, bool MayShare, IReadOnlyList<(string Declaration, string Value)> Parameters, Func<IReadOnlyList<string>, string> Text)
    {
        /// <summary>The item as it is.</summary>
        public string Own => Text([.. Parameters.Select(p => p.Value)]);

        /// <summary>The item with the names of parameters.</summary>
        public string General => Text([.. Parameters.Select(p => p.Declaration.Split(' ').Last())]);
    }
}
