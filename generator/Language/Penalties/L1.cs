using NetGen.Generator.Graph;
using NetGen.Generator.Ops;
using NetGen.Generator.Parsing;

namespace NetGen.Generator.Language.Penalties;

/// <summary>Ω = ‖w‖₁: subgradient sign(w) with sign(0) = 0; or, proximal, soft-thresholding after the step.</summary>
internal sealed record L1(string Scope, Strength Strength, bool Bias, bool Proximal) : Penalty(Scope, Strength, Bias)
{
    /// <summary>The hyperparameters that its attribute declares.</summary>
    public static readonly Func<AttributeDeclaration, IEnumerable<HyperparameterName>> Declares = HyperparameterName.Always("L1");

    /// <summary>Those of the prior's attribute.</summary>
    public static readonly Func<AttributeDeclaration, IEnumerable<HyperparameterName>> PriorDeclares = HyperparameterName.Always("LaplaceSigma");

    public override string Name => "L1";

    public override string Formula => "‖w‖₁";

    public override bool IsProximal => Proximal;

    public static Penalty Bind(AttributeReader attribute, string scope) =>
        new L1(scope, Lambda.Bind(attribute), attribute.Flag(nameof(L1Attribute.Bias)), attribute.Flag(nameof(L1Attribute.Proximal)));

    /// <summary>A Laplace prior is L1 with λ = 1/(N·σ).</summary>
    public static Penalty BindPrior(AttributeReader attribute, string scope) => new L1(
        scope,
        Prior.Bind(attribute, "Laplace", squared: false),
        attribute.Flag(nameof(LaplacePriorAttribute.Bias)),
        attribute.Flag(nameof(LaplacePriorAttribute.Proximal)));

    protected override Node Omega(NetworkGraph graph, Node w) => graph.Add(new AbsoluteNorm(), w);
}
