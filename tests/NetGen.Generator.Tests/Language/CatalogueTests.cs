using System.Text.RegularExpressions;
using NetGen.Generator.Language;
using NetGen.Testing;

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
    public void What_callers_see_of_a_head_is_the_same_in_the_catalogue_and_in_its_loss()
    {
        NetworkCompilation compilation = NetworkCompilation.Compile($$"""
            using NetGen;

            [Network]
            public partial class Net
            {
                [Input(2)] public partial Layer X { get; }
                {{string.Join("\n", Catalogue.Losses.Select(loss => $$"""[Dense(2), {{loss.Attribute}}] public partial Head Of{{loss.Attribute}} { get; }"""))}}
            }
            """);
        Assert.Equal(
            Catalogue.Losses.Select(loss => (loss.Attribute, loss.Form)),
            compilation.Model().Heads.Select(head => (head.Name["Of".Length..], head.Loss!.Form)));
    }

    [Fact]
    public void Messages_name_the_kinds_of_the_catalogue()
    {
        Assert.Matches(@"^\[Input\], \[Dense\], (\[\w+\], )*\[\w+\] or \[\w+\]$", Catalogue.KindNames);
        Assert.Equal(Catalogue.Kinds.Select(kind => kind.Attribute), Regex.Matches(Catalogue.KindNames, @"\w+(?=\])").Select(name => name.Value));
        Assert.Matches(@"^a Dense, (\w+, )*\w+ or \w+ layer$", Catalogue.LayerWithWeights);
        Assert.All(
            Catalogue.Kinds.Where(kind => kind.Attribute != "Input"),
            kind => Assert.Equal(kind.Roles.Any(role => role.IsWeight), Catalogue.LayerWithWeights.Split(' ', ',').Contains(kind.Attribute)));
    }
}
