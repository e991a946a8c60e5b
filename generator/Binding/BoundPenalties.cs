using NetGen.Generator.Diagnostics;
using NetGen.Generator.Language;
using NetGen.Generator.Language.Optimizers;
using NetGen.Generator.Language.Penalties;

namespace NetGen.Generator.Binding;

/// <summary>The penalties that a value's attributes, or the class's, ask for.</summary>
internal static class BoundPenalties
{
    /// <param name="attributes">Where they stand.</param>
    /// <param name="scope">The layer's name, or empty for the whole network.</param>
    /// <param name="optimizer">The network's, which may object to one.</param>
    /// <param name="isAllowed">Whether one may stand there; reports why not.</param>
    public static Penalty[] Of(AttributeSet attributes, string scope, Optimizer optimizer, Func<AttributeReader, bool> isAllowed)
    {
        (Penalty Penalty, AttributeReader Reader)[] all =
            [.. attributes.All(Catalogue.Penalties).Where(p => isAllowed(p.Reader)).Select(p => (p.Bind(p.Reader, scope), p.Reader))];

        // A prior is a penalty under another name: one layer cannot have two strengths of it.
        foreach (var same in all.GroupBy(p => p.Penalty.Name).Where(same => same.Count() > 1))
        {
            same.ElementAt(1).Reader.Report(Rules.Duplicate, null, same.First().Reader.Attribute, $"strengths of {same.First().Penalty.Formula}");
        }

        foreach ((Penalty penalty, AttributeReader reader) in all)
        {
            if (optimizer.RuleAgainst(penalty) is { } rule)
            {
                reader.Report(rule, null);
            }
        }

        return [.. all.Select(p => p.Penalty)];
    }
}
