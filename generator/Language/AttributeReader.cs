using NetGen.Generator.Collections;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Parsing;
using NetGen.Generator.Text;

namespace NetGen.Generator.Language;

/// <summary>Reads one attribute's arguments and reports what is wrong with them, at the argument itself.</summary>
internal sealed class AttributeReader(string owner, AttributeDeclaration attribute, Site site, ICollection<Problem> problems)
{
    /// <summary>The property the attribute stands on, or the class.</summary>
    public string Owner { get; } = owner;

    /// <summary>The attribute's name.</summary>
    public string Attribute => attribute.Name;

    public bool Has(string argument) => Find(argument) is not null;

    public bool Flag(string argument, bool fallback = false) => Find(argument) is { } a ? a.Items[0].Number != 0 : fallback;

    /// <summary>A number as it stands there, unchecked.</summary>
    public float Float(string argument, float fallback) => Find(argument) is { } a ? (float)a.Items[0].Number : fallback;

    public string? Name(string argument) => Find(argument)?.Items[0].Text;

    public IReadOnlyList<ArgumentValue> Items(string argument) => Find(argument)?.Items ?? default;

    /// <summary>
    /// A number, checked against its range: outside it, <paramref name="rule"/> is reported with the argument's name, the value and the
    /// range, and the fallback returned.
    /// </summary>
    public float Number(string argument, float fallback, Graph.Range range, string rule) =>
        (float)Checked(argument, fallback, range, rule, value => Invariant.Of($"{(float)value}"));

    /// <summary>A whole number, checked likewise.</summary>
    public int Integer(string argument, int fallback, Graph.Range range, string rule) =>
        (int)Checked(argument, fallback, range, rule, value => Invariant.Of($"{value}"));

    /// <summary>Reports a problem at an argument (or at the whole attribute); the message's first words are the owner's name and the attribute's.</summary>
    public void Report(string rule, string? argument, params string[] words) => ReportItem(rule, argument, 0, words);

    /// <summary>Reports a problem at one item of a params argument.</summary>
    public void ReportItem(string rule, string? argument, int item, params string[] words)
    {
        Site at = argument is null || !Has(argument) ? site : site.At(argument, item);
        problems.Add(new Problem(rule, at, new string[] { Owner, attribute.Name }.Concat(words).ToEquatable()));
    }

    private double Checked(string argument, double fallback, Graph.Range range, string rule, Func<double, string> show)
    {
        if (Find(argument) is not { } given)
        {
            return fallback;
        }

        double value = given.Items[0].Number;
        if (range.Contains(value))
        {
            return value;
        }

        Report(rule, argument, argument, show(value), range.ToString());
        return fallback;
    }

    private ArgumentDeclaration? Find(string argument) => attribute.Arguments.FirstOrDefault(a => a.Name == argument);
}
