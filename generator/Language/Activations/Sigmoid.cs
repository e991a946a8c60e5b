using NetGen.Generator.Graph;
using NetGen.Generator.Language.Initializers;

namespace NetGen.Generator.Language.Activations;

/// <summary>σ(z) = 1 / (1 + exp(−z)).</summary>
internal sealed record Sigmoid : Activation
{
    public static Activation Bind(AttributeReader attribute) => new Sigmoid();

    public override Initializer Initializer => new Glorot();

    public override string Operation => "Sigmoid";

    public override Node Build(NetworkGraph graph, Node z) => graph.Add(new Ops.Sigmoid(), z);
}
