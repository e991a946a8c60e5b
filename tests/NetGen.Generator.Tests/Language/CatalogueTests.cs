using System.Reflection;
using NetGen.Generator.Language;

namespace NetGen.Generator.Tests.Language;

/// <summary>The catalogue is the one list that attributes are entered in: binding, messages, names and tests follow from it.</summary>
public sealed class CatalogueTests
{
    private static readonly Modifier[] s_entries =
    [
        .. typeof(Catalogue).GetFields(BindingFlags.Public | BindingFlags.Static).Where(field => field.FieldType.IsAssignableTo(typeof(Modifier[])))
            .SelectMany(field => (Modifier[])field.GetValue(null)!),
    ];

    [Fact]
    public void Every_attribute_is_in_the_catalogue_once()
    {
        IEnumerable<string> attributes = typeof(Layer).Assembly.GetExportedTypes().Where(type => type.IsSubclassOf(typeof(Attribute)) && type.Namespace == "NetGen")
            .Select(type => type.Name[..^nameof(Attribute).Length]);
        Assert.Equal(attributes.Order(StringComparer.Ordinal), s_entries.Select(entry => entry.Attribute).Append("Network").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Messages_name_the_kinds_of_the_catalogue()
    {
        Assert.Equal("[Input], [Dense], [Sum] or [Scale]", Catalogue.KindNames);
        Assert.Equal("a Dense layer", Catalogue.LayerWithWeights);
    }
}
