using NetGen;

namespace RegularizationLab;

/// <summary>
/// Reads a digit of 8 × 8 pixels, for the figure on high learning rates: a gradient is clipped and a weight vector kept short where a
/// <see cref="Pace"/> says so. The rate falls to 0, as in Srivastava et al. (2014), §5.1.
/// </summary>
[Network(BatchSize = 32), Sgd(learningRate: 0.1f, Momentum = 0.9f), CosineSchedule(steps: 640), GradientClipping(Norm = Pace.Unlimited), MaxNorm(Pace.Unlimited)]
public sealed partial class DigitSprinter
{
    [Input(8, 8, 1, Min = 0, Max = 1)]
    public partial Layer Image { get; }

    [Dense(64), Relu, Dropout(keep: 1)]
    public partial Layer Hidden { get; }

    [Dense(10), SoftmaxCrossEntropy]
    public partial Head Label { get; }
}
