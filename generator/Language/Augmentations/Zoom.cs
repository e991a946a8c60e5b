using NetGen.Generator.Diagnostics;
using NetGen.Generator.Graph;
using NetGen.Generator.Ops;
using NetGen.Generator.Parsing;

namespace NetGen.Generator.Language.Augmentations;

/// <summary>Images enlarged or reduced by a factor of 1 ± <paramref name="Most"/>.</summary>
internal sealed record Zoom(string Owner, float Most) : Augmentation(Owner)
{
    /// <summary>The hyperparameters that its attribute declares.</summary>
    public static readonly Func<AttributeDeclaration, IEnumerable<HyperparameterName>> Declares = HyperparameterName.Always("Zoom");

    public override ImageChange Change => new(ImageChangeKind.Zoom);

    public override IEnumerable<Hyperparameter> Strengths =>
        [new(Owner, "Zoom", Most, Graph.Range.BelowOne, $"How far from 1 the factor is at most by which training enlarges an image of {Owner}.")];

    public static Augmentation Bind(AttributeReader attribute) =>
        new Zoom(attribute.Owner, attribute.Number(nameof(ZoomAttribute.Most), 0, Graph.Range.BelowOne, Rules.AugmentationOutOfRange));
}
