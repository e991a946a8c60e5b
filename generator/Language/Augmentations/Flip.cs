using NetGen.Generator.Diagnostics;
using NetGen.Generator.Graph;
using NetGen.Generator.Ops;
using NetGen.Generator.Parsing;

namespace NetGen.Generator.Language.Augmentations;

/// <summary>Images mirrored with a probability, left to right or top to bottom.</summary>
internal sealed record Flip(string Owner, bool IsHorizontal, float Probability) : Augmentation(Owner)
{
    /// <summary>The hyperparameters that the attributes declare.</summary>
    public static readonly Func<AttributeDeclaration, IEnumerable<HyperparameterName>>
        HorizontalDeclares = HyperparameterName.Always("HorizontalFlip"), VerticalDeclares = HyperparameterName.Always("VerticalFlip");

    public override ImageChange Change => new(IsHorizontal ? ImageChangeKind.HorizontalFlip : ImageChangeKind.VerticalFlip);

    public override IEnumerable<Hyperparameter> Strengths =>
    [
        new(
            Owner, IsHorizontal ? "HorizontalFlip" : "VerticalFlip", Probability, Graph.Range.UnitInterval,
            $"The probability that training mirrors an image of {Owner} {(IsHorizontal ? "left to right" : "top to bottom")}."),
    ];

    public static Augmentation BindHorizontal(AttributeReader attribute) => new Flip(attribute.Owner, true, Read(attribute, nameof(HorizontalFlipAttribute.Probability)));

    public static Augmentation BindVertical(AttributeReader attribute) => new Flip(attribute.Owner, false, Read(attribute, nameof(VerticalFlipAttribute.Probability)));

    private static float Read(AttributeReader attribute, string argument) => attribute.Number(argument, 0.5f, Graph.Range.UnitInterval, Rules.AugmentationOutOfRange);
}
