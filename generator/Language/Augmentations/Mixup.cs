using NetGen.Generator.Diagnostics;
using NetGen.Generator.Graph;
using NetGen.Generator.Ops;
using NetGen.Generator.Parsing;

namespace NetGen.Generator.Language.Augmentations;

/// <summary>
/// x̃ = λ·x + (1 − λ)·x′ of a row and its partner, and likewise what they are compared with; λ ~ Beta(α, α) of each step (Zhang et al. 2018).
/// </summary>
internal sealed record Mixup(float Alpha) : Blending(Alpha)
{
    /// <summary>The hyperparameters that its attribute declares.</summary>
    public static readonly Func<AttributeDeclaration, IEnumerable<HyperparameterName>> Declares = HyperparameterName.Always("MixupAlpha");

    public override string AlphaName => "MixupAlpha";

    protected override string Summary => "α of mixup: λ of each step is drawn from Beta(α, α); for 0 it is 1, and nothing is blended.";

    public static TrainingModifier Bind(AttributeReader attribute) => new Mixup(
        attribute.Number(nameof(MixupAttribute.Alpha), 1, Graph.Range.NotNegative, Rules.MixupNegative));

    protected override Node ShareIn(NetworkGraph graph) => graph.Add(new MixupShare()).Named("mixupShare");
}
