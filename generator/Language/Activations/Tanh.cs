using NetGen.Generator.Graph;
using NetGen.Generator.Language.Initializers;

namespace NetGen.Generator.Language.Activations;

/// <summary>tanh(z).</summary>
internal sealed record Tanh : Activation
{
    public static Activation Bind(AttributeReader attribute) => new Tanh();

    public override Initializer Initializer => new Glorot();

    public override string Operation => "Tanh";

    public override Node Build(NetworkGraph graph, Node z) => graph.Add(new Ops.Tanh(), z);
}
