namespace NetGen.Benchmarks.Learning;

/// <summary>What the learning tables ask of a network of one image input and one softmax head; the compiler writes it into every such class.</summary>
public interface ILearner : INetwork
{
    /// <summary>x + ε·sign(∂E/∂x), clipped to the input's range, row after row.</summary>
    void Fgsm(ReadOnlySpan<float> image, ReadOnlySpan<int> label, float epsilon, Span<float> adversarial, bool targeted = false);

    /// <summary>Projected gradient descent: so many steps up the sign of the gradient, never further than ε, row after row.</summary>
    void Pgd(
        ReadOnlySpan<float> image, ReadOnlySpan<int> label, float epsilon, float stepSize, int steps, Span<float> adversarial,
        bool targeted = false, int? randomStart = null);

    /// <summary>One update from a batch.</summary>
    float TrainStep(ReadOnlySpan<float> image, ReadOnlySpan<int> label);

    /// <summary>The probability of each class, row after row.</summary>
    void Predict(ReadOnlySpan<float> image, Span<float> label);
}
