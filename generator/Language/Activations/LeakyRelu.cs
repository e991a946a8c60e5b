using NetGen.Generator.Diagnostics;
using NetGen.Generator.Graph;
using NetGen.Generator.Text;

namespace NetGen.Generator.Language.Activations;

/// <summary>max(z, 0) − slope·max(−z, 0).</summary>
internal sealed record LeakyRelu(float Slope) : Activation
{
    public static Activation Bind(AttributeReader attribute) =>
        new LeakyRelu(attribute.Number(nameof(LeakyReluAttribute.Slope), 0.01f, Graph.Range.BelowOne, Rules.SlopeOutOfRange));

    public override string Operation => $"LeakyRelu({Invariant.Literal(Slope)})";

    public override Node Build(NetworkGraph graph, Node z) => graph.Add(new Ops.Relu(), z) - Slope * graph.Add(new Ops.Relu(), -z);
}
