using NetGen.Generator.Diagnostics;
using NetGen.Generator.Graph;
using NetGen.Generator.Ops;
using NetGen.Generator.Parsing;

namespace NetGen.Generator.Language.Augmentations;

/// <summary>Images rotated by up to ±<paramref name="Degrees"/>; cropped, they are enlarged until nothing from outside them is seen.</summary>
internal sealed record Rotate(string Owner, float Degrees, bool IsCropped) : Augmentation(Owner)
{
    private static readonly Graph.Range s_degrees = new(0, 180, true, true);

    /// <summary>The hyperparameters that its attribute declares.</summary>
    public static readonly Func<AttributeDeclaration, IEnumerable<HyperparameterName>> Declares = HyperparameterName.Always("Rotation");

    public override ImageChange Change => new(IsCropped ? ImageChangeKind.RotateAndCrop : ImageChangeKind.Rotate);

    public override IEnumerable<Hyperparameter> Strengths =>
        [new(Owner, "Rotation", Degrees, s_degrees, $"Degrees by which training rotates an image of {Owner} at most, either way.")];

    public static Augmentation Bind(AttributeReader attribute) => new Rotate(
        attribute.Owner,
        attribute.Number(nameof(RotateAttribute.Degrees), 0, s_degrees, Rules.AugmentationOutOfRange),
        attribute.Flag(nameof(RotateAttribute.Crop)));
}
