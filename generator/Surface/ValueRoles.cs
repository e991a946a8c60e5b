using NetGen.Generator.Language;
using NetGen.Generator.Language.Losses;
using NetGen.Generator.Parsing;

namespace NetGen.Generator.Surface;

/// <summary>What the callers of a network see of a value: nothing, an input, or a head whose targets are labels or floats.</summary>
internal enum ValueRole
{
    Hidden,
    Input,
    Labels,
    Floats,
}

/// <summary>
/// Which roles the values of a network may have, judged by their types and their attributes' names. A sound value has one; where a mistake leaves it
/// open (two kinds, a head without a loss), all that it may be meant as, the likeliest first.
/// </summary>
internal static class ValueRoles
{
    /// <summary>More readings of one declaration are not made: that many mistakes leave more than one error anyway.</summary>
    private const int MostReadings = 16;

    /// <summary>Every reading of the declaration: a role for each name.</summary>
    public static IReadOnlyList<IReadOnlyDictionary<string, ValueRole>> Readings(NetworkDeclaration network)
    {
        var readings = new List<Dictionary<string, ValueRole>> { new(StringComparer.Ordinal) };
        foreach (ValueDeclaration value in network.Values.GroupBy(v => v.Name).Select(sameName => sameName.First()))
        {
            ValueRole[] roles = Of(value);
            if (roles.Length * readings.Count > MostReadings)
            {
                roles = [roles[0]];
            }

            for (int i = readings.Count - 1; i >= 0; i--)
            {
                foreach (ValueRole other in roles.Skip(1))
                {
                    readings.Add(new(readings[i], StringComparer.Ordinal) { [value.Name] = other });
                }

                readings[i].Add(value.Name, roles[0]);
            }
        }

        return readings;
    }

    /// <summary>What losses make of a value as a head.</summary>
    public static IEnumerable<HeadForm> FormsOf(ValueDeclaration value) =>
        Catalogue.Losses.Where(loss => value.Attributes.Any(a => a.Name == loss.Attribute)).Select(loss => loss.Form).Distinct();

    /// <summary>The roles of one value.</summary>
    public static ValueRole[] Of(ValueDeclaration value)
    {
        bool isInput = value.Attributes.Any(a => a.Name == Catalogue.Input.Attribute);
        bool isComputed = Catalogue.Kinds.Any(kind => kind != Catalogue.Input && value.Attributes.Any(a => a.Name == kind.Attribute));
        ValueRole[] asHead = [.. FormsOf(value).Select(form => form.HasLabels ? ValueRole.Labels : ValueRole.Floats).Distinct()];
        ValueRole[] asLayer = isInput && isComputed ? [ValueRole.Input, ValueRole.Hidden] : isInput ? [ValueRole.Input] : [ValueRole.Hidden];
        if (value.IsHead)
        {
            return asHead.Length == 0 ? [.. asLayer, ValueRole.Floats, ValueRole.Labels] : isInput ? [.. asHead, ValueRole.Input] : asHead;
        }

        // A value with a loss is meant as a head, or the loss has no place.
        return asHead.Length > 0 ? [.. asHead, .. asLayer] : isInput || isComputed ? asLayer : [ValueRole.Hidden, ValueRole.Input];
    }
}
