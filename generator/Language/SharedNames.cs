using NetGen.Generator.Language.Layers;

namespace NetGen.Generator.Language;

/// <summary>Names of emitted methods that layers share: what stands there for a layer's own name.</summary>
internal static class SharedNames
{
    /// <summary>How many layers share a method at least. A few are easier to read with a method each: a network of three layers has that.</summary>
    public const int Least = 4;

    /// <summary>Of losses and predictions, which only heads have.</summary>
    public const string Head = "Head";

    /// <summary>Of what layers of a kind compute: its attribute's name.</summary>
    public static string Of(LayerKind kind) => kind.Operation.Split('(')[0];
}
