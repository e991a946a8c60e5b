using NetGen;

namespace RegularizationLab;

/// <summary>
/// Reads a digit of 8 × 8 pixels, for the figure that looks at what each pixel is worth: penalties of strength 0 on the weights that read it. Plain
/// descent, at a rate that falls to 0, lets weights come to rest where penalty and data balance. The pixels are a row of numbers: of an image, the group lasso would take all weights
/// that read its one channel for a group.
/// </summary>
[Network(BatchSize = 32), Sgd(learningRate: 0.1f, Momentum = 0.9f), CosineSchedule(steps: 1280)]
public sealed partial class DigitReader : IReader
{
    [Input(64, Min = 0, Max = 1)]
    public partial Layer Image { get; }

    [Dense(256), Relu, L1(0, Proximal = true), L2(0), GroupLasso(0)]
    public partial Layer Hidden { get; }

    [Dense(10), SoftmaxCrossEntropy]
    public partial Head Label { get; }
}
