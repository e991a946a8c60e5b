using NetGen.Generator.Diagnostics;
using NetGen.Generator.Graph;
using NetGen.Generator.Ops;
using NetGen.Generator.Parsing;

namespace NetGen.Generator.Language.Augmentations;

/// <summary>Positions of images displaced by α·(G ∗ U[−1, 1]), G a Gaussian of σ (Simard, Steinkraus &amp; Platt 2003).</summary>
internal sealed record Elastic(string Owner, float Alpha, float Sigma) : Augmentation(Owner)
{
    private static readonly Graph.Range s_sigma = new(0, 100, true, true);

    /// <summary>The hyperparameters that its attribute declares.</summary>
    public static readonly Func<AttributeDeclaration, IEnumerable<HyperparameterName>> Declares = HyperparameterName.Always("ElasticAlpha", "ElasticSigma");

    public override ImageChange Change => new(ImageChangeKind.Elastic);

    public override IEnumerable<Hyperparameter> Strengths =>
    [
        new(Owner, "ElasticAlpha", Alpha, Graph.Range.NotNegative, $"α by which training displaces the positions of an image of {Owner}: α·(G ∗ U[−1, 1])."),
        new(Owner, "ElasticSigma", Sigma, s_sigma, $"σ of the Gaussian G that smooths the displacement of an image of {Owner}."),
    ];

    public static Augmentation Bind(AttributeReader attribute) => new Elastic(
        attribute.Owner,
        attribute.Number(nameof(ElasticAttribute.Alpha), 0, Graph.Range.NotNegative, Rules.AugmentationOutOfRange),
        attribute.Number(nameof(ElasticAttribute.Sigma), 0, s_sigma, Rules.AugmentationOutOfRange));
}
