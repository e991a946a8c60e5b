using NetGen.Generator.Parsing;

namespace NetGen.Generator.Binding;

/// <summary>Reads one attribute's arguments and reports what is wrong with them, at the argument itself.</summary>
internal sealed class AttributeReader(string owner, AttributeDeclaration attribute, Site site, ICollection<Problem> problems)
{
    /// <summary>The property the attribute stands on, or the class.</summary>
    public string Owner { get; } = owner;

    public bool Has(string argument) => Find(argument) is not null;

    public bool Flag(string argument, bool fallback = false) => Find(argument) is { } a ? a.Items[0].Number != 0 : fallback;

    public string? Name(string argument) => Find(argument)?.Items[0].Text;

    public IReadOnlyList<Constant> Items(string argument) => Find(argument)?.Items ?? default;

    /// <summary>A number, checked against its range: outside it, <paramref name="rule"/> is reported and the fallback returned.</summary>
    public float Number(string argument, float fallback, Graph.Range range, string rule)
    {
        if (Find(argument) is not { } given)
        {
            return fallback;
        }

        double value = given.Items[0].Number;
        if (range.Contains(value))
        {
            return (float)value;
        }

        Report(rule, argument, Text.Of($"{(float)value}"), range.ToString());
        return fallback;
    }

    /// <summary>A whole number, checked likewise.</summary>
    public int Integer(string argument, int fallback, Graph.Range range, string rule) => (int)Number(argument, fallback, range, rule);

    /// <summary>Reports a problem at an argument (or at the whole attribute); the message's first words are the owner's name and the attribute's.</summary>
    public void Report(string rule, string? argument, params string[] words)
    {
        Site at = argument is null || !Has(argument) ? site : site.At(argument);
        problems.Add(new Problem(rule, at, new string[] { Owner, attribute.Name }.Concat(words).ToEquatable()));
    }

    private ArgumentDeclaration? Find(string argument) => attribute.Arguments.FirstOrDefault(a => a.Name == argument);
}
