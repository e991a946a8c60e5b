using NetGen.Generator.Graph;
using NetGen.Generator.Ops;
using NetGen.Generator.Parsing;

namespace NetGen.Generator.Language.Penalties;

/// <summary>Ω = ½‖w‖², gradient w.</summary>
internal sealed record L2(string Scope, Strength Strength, bool Bias) : Penalty(Scope, Strength, Bias)
{
    /// <summary>The hyperparameters that its attribute declares.</summary>
    public static readonly Func<AttributeDeclaration, IEnumerable<HyperparameterName>> Declares = HyperparameterName.Always("L2");

    /// <summary>Those of the prior's attribute.</summary>
    public static readonly Func<AttributeDeclaration, IEnumerable<HyperparameterName>> PriorDeclares = HyperparameterName.Always("GaussianSigma");

    public override string Name => "L2";

    public override string Formula => "½‖w‖²";

    public static Penalty Bind(AttributeReader attribute, string scope) =>
        new L2(scope, Lambda.Bind(attribute), attribute.Flag(nameof(L2Attribute.Bias)));

    /// <summary>A normal prior is L2 with λ = 1/(N·σ²).</summary>
    public static Penalty BindPrior(AttributeReader attribute, string scope) =>
        new L2(scope, Prior.Bind(attribute, "Gaussian", squared: true), attribute.Flag(nameof(GaussianPriorAttribute.Bias)));

    protected override Node Omega(NetworkGraph graph, Node w) => graph.Add(new HalfSquaredNorm(), w);
}
