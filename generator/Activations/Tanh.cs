using NetGen.Generator.Binding;
using NetGen.Generator.Graph;
using NetGen.Generator.Initializers;

namespace NetGen.Generator.Activations;

/// <summary>tanh(z).</summary>
internal sealed record Tanh : Activation
{
    public static Activation Bind(AttributeReader attribute) => new Tanh();

    public override Initializer Initializer => new Glorot();

    public override string Operation => "Tanh";

    public override Node Build(NetworkGraph graph, Node z) => graph.Add(new Ops.Tanh(), z);
}
