using NetGen.Generator.Language;

namespace NetGen.Generator.Tests.Language;

/// <summary>The catalogue is the one list that attributes are entered in: binding, messages, names and tests follow from it.</summary>
public sealed class CatalogueTests
{
    [Fact]
    public void Every_attribute_is_in_the_catalogue_once()
    {
        IEnumerable<string> attributes = typeof(Layer).Assembly.GetExportedTypes()
            .Where(type => type.IsSubclassOf(typeof(Attribute)) && type.Namespace == nameof(NetGen))
            .Select(type => type.Name[..^nameof(Attribute).Length]);
        Assert.Equal(attributes.Order(StringComparer.Ordinal), Catalogue.All.Select(entry => entry.Attribute).Append("Network").Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Messages_name_the_kinds_of_the_catalogue()
    {
        Assert.Equal("[Input], [Dense], [Sum], [Scale], [Conv2D], [MaxPool], [AveragePool] or [GlobalAveragePool]", Catalogue.KindNames);
        Assert.Equal("a Dense layer", Catalogue.LayerWithWeights);
    }
}
