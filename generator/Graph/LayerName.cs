using NetGen.Generator.Text;

namespace NetGen.Generator.Graph;

/// <summary>A name made of a layer's: <c>hidden</c>, <c>dHidden</c>, <c>imageAugmented</c>, <c>hiddenKeep</c>.</summary>
/// <param name="Layer">The layer's name; empty for what all layers have, <c>keep</c>.</param>
/// <param name="Prefix">What comes before it, in lower case.</param>
/// <param name="Suffix">What comes behind it, each word with an upper case letter.</param>
internal sealed record LayerName(string Layer, string Prefix = "", string Suffix = "")
{
    /// <summary>The name of the gradient of what has this name.</summary>
    public LayerName OfGradient => this with { Prefix = "d" + Invariant.Pascal(Prefix) };

    /// <summary>The name with another word in the layer's place, such as what the layer is to a kernel.</summary>
    public string With(string word)
    {
        string name = Invariant.Camel(word + Suffix);

        // A letter stays as it is in mathematics: dx.
        return Prefix.Length == 0 ? name : Prefix + (Prefix.Length + name.Length == 2 ? name : Invariant.Pascal(name));
    }

    /// <summary>The name.</summary>
    public override string ToString() => With(Layer);
}
