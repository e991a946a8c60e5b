using NetGen.Generator.Diagnostics;
using NetGen.Generator.Graph;
using NetGen.Generator.Ops;
using NetGen.Generator.Parsing;

namespace NetGen.Generator.Language.Augmentations;

/// <summary>Images in another light: gains of the channels, brightness, contrast, saturation, each a factor of 1 ± its strength.</summary>
internal sealed record ColorBalance(string Owner, float Gain, float Brightness, float Contrast, float Saturation) : Augmentation(Owner)
{
    /// <summary>The hyperparameters that its attribute declares.</summary>
    public static readonly Func<AttributeDeclaration, IEnumerable<HyperparameterName>> Declares =
        HyperparameterName.Always("Gain", "Brightness", "Contrast", "Saturation");

    public override ImageChange Change => new(ImageChangeKind.ColorBalance);

    public override IEnumerable<Hyperparameter> Strengths =>
    [
        Strength(nameof(Gain), Gain, "of each channel"), Strength(nameof(Brightness), Brightness, "of all channels"),
        Strength(nameof(Contrast), Contrast, "of the distance from the mean luma"), Strength(nameof(Saturation), Saturation, "of the distance from a position's luma"),
    ];

    public static Augmentation Bind(AttributeReader attribute)
    {
        return new ColorBalance(
            attribute.Owner, Read(nameof(ColorBalanceAttribute.Gain)), Read(nameof(ColorBalanceAttribute.Brightness)),
            Read(nameof(ColorBalanceAttribute.Contrast)), Read(nameof(ColorBalanceAttribute.Saturation)));

        float Read(string argument) => attribute.Number(argument, 0, Graph.Range.UnitInterval, Rules.AugmentationOutOfRange);
    }

    /// <summary>One channel has no color to balance.</summary>
    public override void Check(AttributeReader attribute, TensorType image)
    {
        string? argument = image.Channels > 1 ? null : Gain > 0 ? nameof(ColorBalanceAttribute.Gain) : Saturation > 0 ? nameof(ColorBalanceAttribute.Saturation) : null;
        if (argument is not null)
        {
            attribute.Report(Rules.ColorOfOneChannel, argument, argument.ToLowerInvariant());
        }
    }

    private Hyperparameter Strength(string name, float value, string what) =>
        new(Owner, name, value, Graph.Range.UnitInterval, $"How far from 1 the factor {what} is at most in training, of an image of {Owner}.");
}
