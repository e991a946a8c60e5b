using NetGen.Generator.Graph;

namespace NetGen.Generator.Language.Activations;

/// <summary>log(1 + exp z).</summary>
internal sealed record Softplus : Activation
{
    public static Activation Bind(AttributeReader attribute) => new Softplus();

    public override string Operation => "Softplus";

    public override Node Build(NetworkGraph graph, Node z) => graph.Add(new Ops.Softplus(), z);
}
