using NetGen.Generator.Binding;
using NetGen.Generator.Diagnostics;
using NetGen.Generator.Graph;
using NetGen.Generator.Ops;

namespace NetGen.Generator.Penalties;

/// <summary>Ω = ½‖w‖², gradient w.</summary>
internal sealed record L2(string Scope, float Lambda, bool Bias) : Penalty(Scope, Lambda, Bias)
{
    public override string Name => "L2";

    public override string Formula => "½‖w‖²";

    public static Penalty Bind(AttributeReader attribute, string scope) => new L2(
        scope,
        attribute.Number(nameof(L2Attribute.Lambda), 0, Graph.Range.NotNegative, Rules.LambdaNegative),
        attribute.Flag(nameof(L2Attribute.Bias)));

    protected override Node Omega(NetworkGraph graph, Node w) => graph.Add(new HalfSquaredNorm(), w);
}
