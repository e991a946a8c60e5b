using NetGen.Generator.Diagnostics;
using NetGen.Generator.Graph;
using NetGen.Generator.Ops;
using NetGen.Generator.Parsing;
using NetGen.Generator.Text;

namespace NetGen.Generator.Language.Augmentations;

/// <summary>Images shifted by whole positions, as many as ±<paramref name="Most"/> on each axis.</summary>
internal sealed record Shift(string Owner, int Most) : Augmentation(Owner)
{
    /// <summary>The hyperparameters that its attribute declares.</summary>
    public static readonly Func<AttributeDeclaration, IEnumerable<HyperparameterName>> Declares = _ => [new("Shift", IsInteger: true)];

    public override ImageChange Change => new(ImageChangeKind.Shift);

    public override IEnumerable<Hyperparameter> Strengths =>
        [new(Owner, "Shift", Most, Graph.Range.Whole, $"Positions by which training shifts an image of {Owner} at most, on each axis.", IsInteger: true)];

    public static Augmentation Bind(AttributeReader attribute) =>
        new Shift(attribute.Owner, attribute.Integer(nameof(ShiftAttribute.Most), 0, Graph.Range.Whole, Rules.AugmentationOutOfRange));

    public override void Check(AttributeReader attribute, TensorType image)
    {
        if (Most > 0 && Most >= Math.Min(image.Height, image.Width))
        {
            attribute.Report(
                Rules.AugmentationTooLarge, nameof(ShiftAttribute.Most), Invariant.Of($"{image.Height}×{image.Width}"),
                Invariant.Of($"shifted by {Most} positions nothing is left of them"), Invariant.Of($"{Math.Min(image.Height, image.Width) - 1}"));
        }
    }
}
