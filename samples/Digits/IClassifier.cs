using NetGen;

namespace Digits;

/// <summary>
/// What the lesson asks of a network, so that it can be told once for both. The compiler writes these members into every network of one
/// input and one softmax head; to have them counted, a class only names the interface.
/// </summary>
public interface IClassifier : INetwork
{
    /// <inheritdoc cref="Trainer.Fit"/>
    FitResult Fit(Dataset training, Dataset? validation, FitOptions? options, IProgress<EpochReport>? progress, CancellationToken cancellationToken);

    /// <summary>The probability of each class, for any number of images.</summary>
    void Predict(ReadOnlySpan<float> image, Span<float> label);

    /// <summary>Writes the parameters to a file.</summary>
    void Save(string path);

    /// <summary>Reads the parameters from a file.</summary>
    void Load(string path);

    /// <summary>Accuracy and confusion on a data set; the same as the class's own <c>Evaluate(data).Label</c>.</summary>
    ClassificationMetrics Test(Dataset data) => (ClassificationMetrics)Evaluator.Evaluate(this, data).Single();
}
