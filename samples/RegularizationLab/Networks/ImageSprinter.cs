using NetGen;

namespace RegularizationLab;

/// <summary>Classifies images of 28 × 28 pixels; otherwise as <see cref="DigitSprinter"/>.</summary>
[Network(BatchSize = 32), Sgd(learningRate: 0.1f, Momentum = 0.9f), CosineSchedule(steps: 640), GradientClipping(Norm = Pace.Unlimited), MaxNorm(Pace.Unlimited)]
public sealed partial class ImageSprinter
{
    [Input(28, 28, 1, Min = 0, Max = 1)]
    public partial Layer Image { get; }

    [Dense(64), Relu, Dropout(keep: 1)]
    public partial Layer Hidden { get; }

    [Dense(10), SoftmaxCrossEntropy]
    public partial Head Label { get; }
}
