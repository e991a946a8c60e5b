namespace NetGen.Benchmarks.Learning;

/// <summary>What the learning tables ask of a network of one image input and one softmax head; the compiler writes it into every such class.</summary>
public interface ILearner : INetwork
{
    /// <summary>x + ε·sign(∂E/∂x), clipped to the input's range, row after row.</summary>
    void Fgsm(ReadOnlySpan<float> image, ReadOnlySpan<int> label, float epsilon, Span<float> adversarial, bool targeted = false);
}
