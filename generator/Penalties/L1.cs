using NetGen.Generator.Binding;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Graph;
using NetGen.Generator.Ops;

namespace NetGen.Generator.Penalties;

/// <summary>Ω = ‖w‖₁, subgradient sign(w) with sign(0) = 0.</summary>
internal sealed record L1(string Scope, float Lambda, bool Bias) : Penalty(Scope, Lambda, Bias)
{
    public override string Name => "L1";

    public override string Formula => "‖w‖₁";

    public static Penalty Bind(AttributeReader attribute, string scope) => new L1(
        scope,
        attribute.Number(nameof(L1Attribute.Lambda), 0, Graph.Range.NotNegative, Rules.LambdaNegative),
        attribute.Flag(nameof(L1Attribute.Bias)));

    protected override Node Omega(NetworkGraph graph, Node w) => graph.Add(new AbsoluteNorm(), w);
}
