using NetGen.Generator.Diagnostics;
using NetGen.Generator.Graph;
using NetGen.Generator.Parsing;

namespace NetGen.Generator.Language.Optimizers;

/// <summary>w̄ ← decay·w̄ + (1 − decay)·w with the w that an update ends in: one more number of state for each parameter.</summary>
internal sealed record Averaging(float Decay) : TrainingModifier
{
    /// <summary>The hyperparameters that its attribute declares.</summary>
    public static readonly Func<AttributeDeclaration, IEnumerable<HyperparameterName>> Declares = HyperparameterName.Always("AverageDecay");

    public const string DecayName = "AverageDecay";

    public static TrainingModifier Bind(AttributeReader attribute) => new Averaging(
        attribute.Number(nameof(AverageWeightsAttribute.Decay), 0.999f, Graph.Range.BelowOne, Rules.MomentOutOfRange));

    public Node Build(NetworkGraph graph) => graph.Hyperparameter(new(
        DecayName, Decay, Graph.Range.BelowOne, "What an update leaves of the averaged weights: w̄ ← decay·w̄ + (1 − decay)·w."));
}
