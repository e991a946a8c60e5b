using NetGen.Generator.Diagnostics;
using NetGen.Generator.Graph;
using NetGen.Generator.Ops;
using NetGen.Generator.Parsing;

namespace NetGen.Generator.Language.Penalties;

/// <summary>Decoupled weight decay: w ← w − η·rate·w beside the optimizer's step. Not part of the objective.</summary>
/// <param name="Scope">The layer's name, or empty when the rate is the whole network's.</param>
/// <param name="Rate">The rate's default.</param>
/// <param name="Bias">Whether parameters that are no weights, such as a bias, decay too.</param>
internal sealed record Decay(string Scope, float Rate, bool Bias) : ParameterModifier(Scope)
{
    /// <summary>The hyperparameters that its attribute declares.</summary>
    public static readonly Func<AttributeDeclaration, IEnumerable<HyperparameterName>> Declares = HyperparameterName.Always("Decay");

    public static ParameterModifier Bind(AttributeReader attribute, string scope) => new Decay(
        scope,
        attribute.Number(nameof(DecayAttribute.Rate), 0, Graph.Range.NotNegative, Rules.DecayNegative),
        attribute.Flag(nameof(DecayAttribute.Bias)));

    public override bool ActsOn(ParameterRole role) => role.IsWeight || (Bias && role.IsTrained);

    /// <summary>The rate, as a hyperparameter.</summary>
    public Node Build(NetworkGraph graph) => graph.Hyperparameter(new(
        Scope, "Decay", Rate, Graph.Range.NotNegative,
        $"The decoupled decay of {(Scope.Length == 0 ? "every layer without one of its own" : Scope)}: w ← w − η·decay·w."));
}
