using NetGen.Generator.Diagnostics;
using NetGen.Generator.Parsing;

namespace NetGen.Generator.Language.Losses;

/// <summary>The <c>Weight</c> that every loss attribute has.</summary>
internal static class LossWeight
{
    /// <summary>The hyperparameters that its attribute declares.</summary>
    public static readonly Func<AttributeDeclaration, IEnumerable<HyperparameterName>> Declares = HyperparameterName.WhereGiven("", nameof(MeanSquaredErrorAttribute.Weight));

    /// <summary>The weight given, or null.</summary>
    public static float? Read(AttributeReader attribute) => attribute.Has(nameof(MeanSquaredErrorAttribute.Weight))
        ? attribute.Number(nameof(MeanSquaredErrorAttribute.Weight), 1, Graph.Range.NotNegative, Rules.WeightNegative)
        : null;
}
