using NetGen;

namespace RegularizationLab;

/// <summary>
/// What the lab asks of a network, so that every figure is written once for both data sets. The compiler writes these members; to have
/// them counted, a class only names the interface.
/// </summary>
public interface ILearner : INetwork
{
    /// <summary>The hidden layer, whose weights the figures look at.</summary>
    Layer Hidden { get; }

    /// <inheritdoc cref="Trainer.Fit"/>
    FitResult Fit(Dataset training, Dataset? validation, FitOptions? options, IProgress<EpochReport>? progress, CancellationToken cancellationToken);

    /// <summary>The probability of each class, for any number of images.</summary>
    void Predict(ReadOnlySpan<float> image, Span<float> label);

    /// <summary>What a step of training makes of a batch of images.</summary>
    void Augment(ReadOnlySpan<float> image, long step, Span<float> augmented);

    /// <summary>How many weights of each layer are exactly 0.</summary>
    SparsityReport Sparsity();

    /// <summary>Mean and standard deviation of each class's probability over a number of dropout masks.</summary>
    void PredictUncertain(ReadOnlySpan<float> image, int samples, Span<float> mean, Span<float> deviation);

    /// <summary>The gradient of the loss toward each pixel.</summary>
    void InputGradient(ReadOnlySpan<float> image, ReadOnlySpan<int> label, Span<float> gradient);

    /// <summary>x + ε·sign(∂E/∂x), clipped to the range of the pixels.</summary>
    void Fgsm(ReadOnlySpan<float> image, ReadOnlySpan<int> label, float epsilon, Span<float> adversarial, bool targeted);

    /// <summary>Many smaller steps of the same kind, none of which leaves the ε-neighborhood of the image.</summary>
    void Pgd(ReadOnlySpan<float> image, ReadOnlySpan<int> label, float epsilon, float stepSize, int steps, Span<float> adversarial, bool targeted, int? randomStart);
}
