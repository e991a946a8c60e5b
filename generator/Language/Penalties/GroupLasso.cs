using NetGen.Generator.Graph;
using NetGen.Generator.Ops;
using NetGen.Generator.Parsing;

namespace NetGen.Generator.Language.Penalties;

/// <summary>Ω = Σᵢ‖wᵢ‖₂ over the weights wᵢ that leave input i, of an image channel i, gradient wᵢ/‖wᵢ‖₂.</summary>
internal sealed record GroupLasso(string Scope, Strength Strength) : Penalty(Scope, Strength, Bias: false)
{
    /// <summary>The hyperparameters that its attribute declares.</summary>
    public static readonly Func<AttributeDeclaration, IEnumerable<HyperparameterName>> Declares = HyperparameterName.Always("GroupLasso");

    public override string Name => "GroupLasso";

    public override string Formula => "Σᵢ‖wᵢ‖₂";

    public static Penalty Bind(AttributeReader attribute, string scope) => new GroupLasso(scope, Lambda.Bind(attribute));

    protected override Node Omega(NetworkGraph graph, Node w) => graph.Add(new GroupNormSum(((Parameter)w.Op).Groups), w);
}
