namespace NetGen.Benchmarks;

/// <summary>What the table of augmentations asks of a network; the compiler writes it into every class with one augmented input.</summary>
public interface IAugmented : INetwork
{
    /// <summary>What step <paramref name="step"/> of a training makes of images, row after row.</summary>
    void Augment(ReadOnlySpan<float> image, long step, Span<float> augmented);
}
