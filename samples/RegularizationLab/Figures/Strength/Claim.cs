namespace RegularizationLab.Figures;

/// <summary>What the textbook says of a technique's strength.</summary>
/// <param name="Text">The claim, a sentence.</param>
/// <param name="Source">Where it is made.</param>
/// <param name="MuchHarms">Whether it says, too, that the strongest does worse than the best; otherwise only that the technique helps.</param>
internal sealed record Claim(string Text, string Source, bool MuchHarms)
{
    public static Claim OfPenalty(string name) => new(
        $"Test error falls and rises again as λ of {name} grows: a little removes overfitting, much underfits.", "Deep Learning, §5.2 and §7.1", MuchHarms: true);

    public static Claim Dropout { get; } = new(
        "Dropout trains an ensemble of thinned networks at once, and lowers the test error.", "Deep Learning, §7.12", MuchHarms: false);

    public static Claim Noise { get; } = new(
        "Noise on the inputs is a penalty in disguise: to train with it lowers the test error.", "Deep Learning, §7.5; Bishop 1995", MuchHarms: false);

    public static Claim Smoothing { get; } = new(
        "Smoothed labels allow for some being wrong, and lower the test error.", "Deep Learning, §7.5.1", MuchHarms: false);

    public static Claim Augmentation { get; } = new(
        "To train on images that are shifted and rotated at random lowers the test error.", "Deep Learning, §7.4", MuchHarms: false);

    public static Claim Mixup { get; } = new(
        "To train on blends of images lowers the test error for a small α; for a large one the network underfits.", "Zhang et al. 2018, §3.1", MuchHarms: true);

    public static Claim MaxNorm { get; } = new(
        "A limit on the norm of the weights into each hidden unit lowers the test error even without dropout.", "Srivastava et al. 2014, §5.1", MuchHarms: false);
}
