using NetGen;

namespace RegularizationLab;

/// <summary>
/// Augments the picture of a cat, and is never trained: the input carries every augmentation of the gallery, each switched off until its
/// hyperparameter says otherwise.
/// </summary>
[Network(BatchSize = 8)]
public sealed partial class CatBender
{
    /// <summary>Rows of the picture, and pixels in a row.</summary>
    public const int Side = 96;

    [Input(Side, Side, 3, Min = 0, Max = 1)]
    [HorizontalFlip(0), Stretch(vertical: 0), Rotate(0, Crop = true), ColorBalance(gain: 0, brightness: 0, contrast: 0, saturation: 0), Blur(0)]
    public partial Layer Image { get; }

    [GlobalAveragePool]
    public partial Layer Colors { get; }

    [Dense(2), SoftmaxCrossEntropy]
    public partial Head Label { get; }
}
