using NetGen.Generator.Diagnostics;
using NetGen.Generator.Graph;
using NetGen.Generator.Ops;
using NetGen.Generator.Parsing;

namespace NetGen.Generator.Language.Augmentations;

/// <summary>Images stretched by a factor of 1 ± v on each axis.</summary>
internal sealed record Stretch(string Owner, float Vertical, float Horizontal) : Augmentation(Owner)
{
    /// <summary>The hyperparameters that its attribute declares.</summary>
    public static readonly Func<AttributeDeclaration, IEnumerable<HyperparameterName>> Declares = HyperparameterName.Always("VerticalStretch", "HorizontalStretch");

    public override ImageChange Change => new(ImageChangeKind.Stretch);

    public override IEnumerable<Hyperparameter> Strengths =>
    [
        new(Owner, "VerticalStretch", Vertical, Graph.Range.BelowOne, $"How far from 1 the factor is at most by which training makes an image of {Owner} taller."),
        new(Owner, "HorizontalStretch", Horizontal, Graph.Range.BelowOne, $"How far from 1 the factor is at most by which training makes an image of {Owner} wider."),
    ];

    public static Augmentation Bind(AttributeReader attribute) => new Stretch(
        attribute.Owner,
        attribute.Number(nameof(StretchAttribute.Vertical), 0, Graph.Range.BelowOne, Rules.AugmentationOutOfRange),
        attribute.Number(nameof(StretchAttribute.Horizontal), 0, Graph.Range.BelowOne, Rules.AugmentationOutOfRange));
}
