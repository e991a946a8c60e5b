using NetGen.Generator.Graph;

namespace NetGen.Generator.Language.Activations;

/// <summary>max(z, 0).</summary>
internal sealed record Relu : Activation
{
    public static Activation Bind(AttributeReader attribute) => new Relu();

    public override string Operation => "Relu";

    public override Node Build(NetworkGraph graph, Node z) => graph.Add(new Ops.Relu(), z);
}
