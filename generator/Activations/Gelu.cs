using NetGen.Generator.Binding;
using NetGen.Generator.Graph;

namespace NetGen.Generator.Activations;

/// <summary>z·Φ(z) = ½z·(1 + erf(z/√2)).</summary>
internal sealed record Gelu : Activation
{
    private const float OneOverRootTwo = 0.707106781f;

    public static Activation Bind(AttributeReader attribute) => new Gelu();

    public override string Operation => "Gelu";

    public override Node Build(NetworkGraph graph, Node z) => 0.5f * z * (1f + graph.Add(new Ops.Erf(), OneOverRootTwo * z));
}
