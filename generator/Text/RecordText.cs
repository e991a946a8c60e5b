using System.Collections;
using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;

namespace NetGen.Generator.Text;

/// <summary>
/// A record as text: the parameters of its primary constructor, <c>Elu { Alpha = 0.1 }</c>. A record's own <c>ToString</c> is not the same
/// everywhere: it follows the culture, and .NET Framework writes seven digits of a float, so that different records may have one text.
/// </summary>
internal static class RecordText
{
    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> s_parameters = new();

    /// <summary>The text; parameters that are null or empty text are left out.</summary>
    public static string Of(object record)
    {
        Type type = record.GetType();
        IEnumerable<string> parameters = s_parameters.GetOrAdd(type, ParametersOf)
            .Select(property => (property.Name, Value: property.GetValue(record)))
            .Where(parameter => parameter.Value is not (null or ""))
            .Select(parameter => $"{parameter.Name} = {ValueText(parameter.Value)}");
        return $"{type.Name} {{ {string.Join(", ", parameters)} }}";
    }

    private static PropertyInfo[] ParametersOf(Type type) =>
        [.. type.GetConstructors().OrderByDescending(c => c.GetParameters().Length).First().GetParameters().Select(p => type.GetProperty(p.Name))];

    private static string ValueText(object value) => value switch
    {
        string text => text,
        float or double => Invariant.Of($"{value}"),
        IEnumerable items => $"[{string.Join(", ", items.Cast<object>().Select(ValueText))}]",
        _ when IsRecord(value.GetType()) => Of(value),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };

    // The compiler gives every record class this method.
    private static bool IsRecord(Type type) => type.GetMethod("<Clone>$") is not null;
}
