namespace NetGen.Benchmarks;

/// <summary>
/// What the measurements ask of a network. The compiler writes these members into every network of one input and one softmax head;
/// a class only names the interface.
/// </summary>
public interface IClassifier : INetwork
{
    /// <summary>Bits of the vectors it computes with.</summary>
    int VectorBits { get; set; }

    /// <summary>One update from a batch.</summary>
    float TrainStep(ReadOnlySpan<float> image, ReadOnlySpan<int> label);

    /// <summary>The probability of each class, row after row.</summary>
    void Predict(ReadOnlySpan<float> image, Span<float> label);
}
