using NetGen.Generator.Graph;

namespace NetGen.Generator.Language.Activations;

/// <summary>z·Φ(z), Φ the distribution function of N(0, 1).</summary>
internal sealed record Gelu : Activation
{
    public static Activation Bind(AttributeReader attribute) => new Gelu();

    public override string Operation => "Gelu";

    public override Node Build(NetworkGraph graph, Node z) => z * graph.Add(new Ops.NormalCdf(), z);
}
