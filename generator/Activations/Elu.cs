using NetGen.Generator.Binding;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Graph;

namespace NetGen.Generator.Activations;

/// <summary>
/// z for z &gt; 0, else α(exp z − 1): with m = max(−z, 0), it is (z + m) + α(exp(−m) − 1). z + m is exactly max(z, 0), exp never sees a
/// positive number and so never overflows, and the derivative at 0 is 1.
/// </summary>
internal sealed record Elu(float Alpha) : Activation
{
    public static Activation Bind(AttributeReader attribute) =>
        new Elu(attribute.Number(nameof(EluAttribute.Alpha), 1, Graph.Range.Positive, Rules.AlphaNotPositive));

    public override string Operation => $"Elu({Text.Literal(Alpha)})";

    public override Node Build(NetworkGraph graph, Node z)
    {
        Node m = graph.Add(new Ops.Relu(), -z);
        return z + m + Alpha * (graph.Add(new Ops.Exp(), -m) - 1f);
    }
}
