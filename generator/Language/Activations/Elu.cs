using NetGen.Generator.Diagnostics;
using NetGen.Generator.Graph;
using NetGen.Generator.Text;

namespace NetGen.Generator.Language.Activations;

/// <summary>z for z ≥ 0, else α(exp z − 1); the derivative at 0 is 1.</summary>
internal sealed record Elu(float Alpha) : Activation
{
    public static Activation Bind(AttributeReader attribute) =>
        new Elu(attribute.Number(nameof(EluAttribute.Alpha), 1, Graph.Range.Positive, Rules.AlphaNotPositive));

    public override string Operation => $"Elu({Invariant.Literal(Alpha)})";

    public override Node Build(NetworkGraph graph, Node z) => graph.Add(new Ops.Elu(Alpha), z);
}
