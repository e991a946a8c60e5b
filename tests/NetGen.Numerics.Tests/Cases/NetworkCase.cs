using Xunit.Abstractions;

namespace NetGen.Numerics.Tests;

/// <summary>
/// A network as the case of a theory. It is displayed with every attribute that the network has, <c>Scaled [Adam] [Dense] [Scale]</c>: so a filter
/// finds all cases about one.
/// </summary>
public sealed class NetworkCase : IXunitSerializable
{
    private string _name = "", _attributes = "";

    /// <summary>For xunit, which fills it in.</summary>
    public NetworkCase()
    {
    }

    private NetworkCase(NetworkText network)
    {
        _name = network.Name;
        IEnumerable<string> attributes = network.OnClass.Concat(network.Values.SelectMany(value => value.Attributes)).SelectMany(Ingredients.NamesOf);
        _attributes = string.Concat(attributes.Distinct().Order(StringComparer.Ordinal).Select(attribute => $" [{attribute}]"));
    }

    public void Serialize(IXunitSerializationInfo info)
    {
        info.AddValue("name", _name);
        info.AddValue("attributes", _attributes);
    }

    public void Deserialize(IXunitSerializationInfo info) =>
        (_name, _attributes) = (info.GetValue<string>("name"), info.GetValue<string>("attributes"));

    public override string ToString() => _name + _attributes;

    /// <summary>A case for each network.</summary>
    internal static TheoryData<NetworkCase> Of(IEnumerable<NetworkText> networks) => [.. networks.Select(network => new NetworkCase(network))];

    /// <summary>The network in the list that the case was made from.</summary>
    internal NetworkText In(IReadOnlyList<NetworkText> networks) => networks[IndexIn(networks)];

    /// <summary>Its index there.</summary>
    internal int IndexIn(IReadOnlyList<NetworkText> networks) => Enumerable.Range(0, networks.Count).Single(i => networks[i].Name == _name);
}
