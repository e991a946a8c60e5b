using NetGen.Generator.Diagnostics;
using NetGen.Generator.Language.Penalties;
using NetGen.Generator.Parsing;

namespace NetGen.Generator.Language.Optimizers;

/// <summary>Adam's step, and besides it p ← p − η·decay·p for every weight without a decay of its own.</summary>
internal sealed record AdamW(float LearningRate, float Beta1, float Beta2, float Epsilon, float Rate) : Adam(LearningRate, Beta1, Beta2, Epsilon)
{
    /// <summary>The hyperparameters that its attribute declares.</summary>
    public static new readonly Func<AttributeDeclaration, IEnumerable<HyperparameterName>> Declares = attribute => [.. Adam.Declares(attribute), new("Decay")];

    public override Decay? NetworkDecay => new("", Rate, Bias: false);

    // Weight decay and L2 differ under an adaptive optimizer; with AdamW, whose point that is, both at once is seldom meant.
    public override string? RuleAgainst(Penalty penalty) => penalty is L2 ? Rules.PenaltyWithAdamW : null;

    public static new Optimizer Bind(AttributeReader attribute)
    {
        // AdamW's attribute has Adam's arguments under the same names.
        var adam = (Adam)Adam.Bind(attribute);
        float rate = attribute.Number(nameof(AdamWAttribute.Decay), 0.01f, Graph.Range.NotNegative, Rules.DecayNegative);
        return new AdamW(adam.LearningRate, adam.Beta1, adam.Beta2, adam.Epsilon, rate);
    }
}
