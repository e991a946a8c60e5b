using NetGen.Generator.Diagnostics;
using NetGen.Generator.Graph;
using NetGen.Generator.Ops;
using NetGen.Generator.Parsing;

namespace NetGen.Generator.Language.Penalties;

/// <summary>After the update, w ← w·min(1, c/‖w‖₂) for the weights that enter each unit.</summary>
/// <param name="Scope">The layer's name, or empty when the limit is the whole network's.</param>
/// <param name="Limit">The default of c.</param>
internal sealed record MaxNorm(string Scope, float Limit) : ParameterModifier(Scope)
{
    /// <summary>The hyperparameters that its attribute declares.</summary>
    public static readonly Func<AttributeDeclaration, IEnumerable<HyperparameterName>> Declares = HyperparameterName.Always("MaxNorm");

    public static ParameterModifier Bind(AttributeReader attribute, string scope) =>
        new MaxNorm(scope, attribute.Number(nameof(MaxNormAttribute.Limit), 1, Graph.Range.Limit, Rules.LimitNotPositive));

    public override bool ActsOn(ParameterRole role) => role.IsWeight;

    /// <summary>c, as a hyperparameter.</summary>
    public Node Build(NetworkGraph graph) => graph.Hyperparameter(new(
        Scope, "MaxNorm", Limit, Graph.Range.Limit,
        $"The longest norm c of the weights that enter a unit of {(Scope.Length == 0 ? "every layer without a limit of its own" : Scope)}: " +
        "w ← w·min(1, c/‖w‖)."));
}
