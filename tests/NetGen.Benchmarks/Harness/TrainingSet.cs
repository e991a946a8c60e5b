using System.Numerics.Tensors;

namespace NetGen.Benchmarks.Harness;

/// <summary>
/// Random features in [0, 1) and labels that can be learned: which of the first ten features is the largest, and a random class in every
/// tenth row. Those rows can only be learned by heart, so there is something left to learn for long.
/// </summary>
internal sealed class TrainingSet
{
    private const int Classes = 10;

    private readonly int _width;
    private readonly float[] _features;
    private readonly int[] _labels;

    public TrainingSet(int rows, int width, int seed = 1)
    {
        Random random = new(seed);
        _width = width;
        _features = new float[rows * width];
        _labels = new int[rows];
        for (int row = 0; row < rows; row++)
        {
            Span<float> features = _features.AsSpan(row * width, width);
            foreach (ref float feature in features)
            {
                feature = random.NextSingle();
            }

            ReadOnlySpan<float> first = features[..Classes];
            _labels[row] = row % Classes == 0 ? random.Next(Classes) : TensorPrimitives.IndexOfMax(first);
        }
    }

    public int Rows => _labels.Length;

    public ReadOnlySpan<float> Features(int row, int count) => _features.AsSpan(row * _width, count * _width);

    public ReadOnlySpan<int> Labels(int row, int count) => _labels.AsSpan(row, count);
}
