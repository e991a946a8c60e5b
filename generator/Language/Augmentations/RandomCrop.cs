using NetGen.Generator.Diagnostics;
using NetGen.Generator.Graph;
using NetGen.Generator.Ops;
using NetGen.Generator.Parsing;

namespace NetGen.Generator.Language.Augmentations;

/// <summary>Windows of images, of a share of <paramref name="Area"/> to 1 of their area, enlarged to their size.</summary>
internal sealed record RandomCrop(string Owner, float Area) : Augmentation(Owner)
{
    /// <summary>The hyperparameters that its attribute declares.</summary>
    public static readonly Func<AttributeDeclaration, IEnumerable<HyperparameterName>> Declares = HyperparameterName.Always("CropArea");

    public override ImageChange Change => new(ImageChangeKind.RandomCrop);

    public override IEnumerable<Hyperparameter> Strengths =>
        [new(Owner, "CropArea", Area, Graph.Range.Probability, $"The least share of an image of {Owner} that training sees, enlarged to the whole; 1 crops nothing.")];

    public static Augmentation Bind(AttributeReader attribute) =>
        new RandomCrop(attribute.Owner, attribute.Number(nameof(RandomCropAttribute.Area), 1, Graph.Range.Probability, Rules.AugmentationOutOfRange));
}
