using System.Globalization;
using NetGen;

namespace Digits;

/// <summary>Labeled images in three parts that share no row, with the columns that both networks name alike.</summary>
/// <param name="Name">What the images are.</param>
/// <param name="Train">The network learns from these.</param>
/// <param name="Validation">These say when to stop, and which of several networks to keep.</param>
/// <param name="Test">Held out: looked at when all is decided.</param>
internal sealed record ImageSet(string Name, Dataset Train, Dataset Validation, Dataset Test)
{
    public const int Classes = 10;

    public const string Images = nameof(DigitNet.Image), Labels = nameof(DigitNet.Label);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{Name}: {Train.Count:N0} images to learn from, {Validation.Count:N0} for validation, {Test.Count:N0} for the test");
}
