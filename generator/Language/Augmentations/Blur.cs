using NetGen.Generator.Diagnostics;
using NetGen.Generator.Graph;
using NetGen.Generator.Ops;
using NetGen.Generator.Parsing;

namespace NetGen.Generator.Language.Augmentations;

/// <summary>Images blurred with a Gaussian of a σ of up to <paramref name="Most"/>.</summary>
internal sealed record Blur(string Owner, float Most) : Augmentation(Owner)
{
    private static readonly Graph.Range s_sigma = new(0, 10, true, true);

    /// <summary>The hyperparameters that its attribute declares.</summary>
    public static readonly Func<AttributeDeclaration, IEnumerable<HyperparameterName>> Declares = HyperparameterName.Always("BlurSigma");

    public override ImageChange Change => new(ImageChangeKind.Blur);

    public override IEnumerable<Hyperparameter> Strengths =>
        [new(Owner, "BlurSigma", Most, s_sigma, $"The greatest σ with which training blurs an image of {Owner}.")];

    public static Augmentation Bind(AttributeReader attribute) =>
        new Blur(attribute.Owner, attribute.Number(nameof(BlurAttribute.Most), 0, s_sigma, Rules.AugmentationOutOfRange));
}
