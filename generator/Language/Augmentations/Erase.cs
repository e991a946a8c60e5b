using NetGen.Generator.Diagnostics;
using NetGen.Generator.Graph;
using NetGen.Generator.Ops;
using NetGen.Generator.Parsing;
using NetGen.Generator.Text;

namespace NetGen.Generator.Language.Augmentations;

/// <summary>A square of an image filled with one number, with a probability (DeVries &amp; Taylor 2017; Zhong et al. 2020).</summary>
internal sealed record Erase(string Owner, int Size, float Probability) : Augmentation(Owner)
{
    /// <summary>The hyperparameters that its attribute declares.</summary>
    public static readonly Func<AttributeDeclaration, IEnumerable<HyperparameterName>> Declares = _ => [new("EraseSize", IsInteger: true), new("EraseProbability")];

    public override ImageChange Change => new(ImageChangeKind.Erase);

    public override IEnumerable<Hyperparameter> Strengths =>
    [
        new(Owner, "EraseSize", Size, Graph.Range.Whole, $"The side of the square that training erases of an image of {Owner}; 0 erases nothing.", IsInteger: true),
        new(Owner, "EraseProbability", Probability, Graph.Range.UnitInterval, $"The probability that training erases a square of an image of {Owner}."),
    ];

    public static Augmentation Bind(AttributeReader attribute) => new Erase(
        attribute.Owner,
        attribute.Integer(nameof(EraseAttribute.Size), 0, Graph.Range.Whole, Rules.AugmentationOutOfRange),
        attribute.Number(nameof(EraseAttribute.Probability), 0.5f, Graph.Range.UnitInterval, Rules.AugmentationOutOfRange));

    public override void Check(AttributeReader attribute, TensorType image)
    {
        if (Size > Math.Max(image.Height, image.Width))
        {
            attribute.Report(
                Rules.AugmentationTooLarge, nameof(EraseAttribute.Size), Invariant.Of($"{image.Height}×{image.Width}"),
                Invariant.Of($"a square of {Size} is larger than they are"), Invariant.Of($"{Math.Max(image.Height, image.Width)}"));
        }
    }
}
