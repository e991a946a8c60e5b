using NetGen.Generator.Collections;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Language;
using NetGen.Generator.Parsing;

namespace NetGen.Generator.Binding;

/// <summary>The attributes of one value (or of the class), found by what the catalogue says they are. Their order means nothing.</summary>
/// <param name="owner">The property's name, or the class's.</param>
/// <param name="attributes">The attributes.</param>
/// <param name="value">The property's index, −1 for the class.</param>
/// <param name="problems">Takes what is wrong.</param>
internal sealed class AttributeSet(string owner, EquatableArray<AttributeDeclaration> attributes, int value, ICollection<Problem> problems)
{
    /// <summary>The attribute of a name, if it is there.</summary>
    public AttributeReader? Find(string name)
    {
        for (int i = 0; i < attributes.Count; i++)
        {
            if (attributes[i].Name == name)
            {
                return new AttributeReader(owner, attributes[i], new Site(value, i), problems);
            }
        }

        return null;
    }

    /// <summary>All attributes that the entries bind, in the catalogue's order.</summary>
    public IReadOnlyList<(TBind Bind, AttributeReader Reader)> All<TBind>(IEnumerable<Entry<TBind>> entries) =>
        [.. entries.Select(entry => (entry.Bind, Reader: Find(entry.Attribute))).Where(found => found.Reader is not null).Select(found => (found.Bind, found.Reader!))];

    /// <summary>The attribute that one of the entries binds, if any. A second one is a mistake, reported where it stands.</summary>
    /// <param name="entries">The catalogue's lines.</param>
    /// <param name="role">What there can be only one of, in the plural: <c>activations</c>.</param>
    public (TBind Bind, AttributeReader Reader)? One<TBind>(IReadOnlyList<Entry<TBind>> entries, string role)
    {
        AttributeDeclaration[] found = Of(entries);
        if (found.Length > 1)
        {
            Find(found[1].Name)!.Report(Rules.Duplicate, null, found[0].Name, role);
        }

        return First(entries);
    }

    /// <summary>The first attribute that one of the entries binds, if any: of those that have no place here anyway a second one is no further mistake.</summary>
    public (TBind Bind, AttributeReader Reader)? First<TBind>(IReadOnlyList<Entry<TBind>> entries) => Of(entries) is [var first, ..]
        ? (entries.Single(entry => entry.Attribute == first.Name).Bind, Find(first.Name)!)
        : null;

    private AttributeDeclaration[] Of<TBind>(IReadOnlyList<Entry<TBind>> entries) => [.. attributes.Where(a => entries.Any(entry => entry.Attribute == a.Name))];
}
