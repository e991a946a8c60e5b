using NetGen.Generator.Graph;

namespace NetGen.Generator.Language.Activations;

/// <summary>z·σ(z).</summary>
internal sealed record Swish : Activation
{
    public static Activation Bind(AttributeReader attribute) => new Swish();

    public override string Operation => "Swish";

    public override Node Build(NetworkGraph graph, Node z) => z * graph.Add(new Ops.Sigmoid(), z);
}
