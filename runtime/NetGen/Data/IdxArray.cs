namespace NetGen;

/// <summary>An array of bytes read from an IDX file, the format of MNIST and its kin: images [n, 28, 28] or labels [n].</summary>
public sealed class IdxArray
{
    private readonly int[] _shape;

    internal IdxArray(int[] shape, byte[] bytes)
    {
        _shape = shape;
        Bytes = bytes;
    }

    /// <summary>The dimensions, the number of rows first.</summary>
    public ReadOnlySpan<int> Shape => _shape;

    /// <summary>The number of rows: the first dimension.</summary>
    public int Count => _shape[0];

    /// <summary>The elements, row-major: as many as the product of <see cref="Shape"/>.</summary>
    public ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>All elements times <paramref name="scale"/>; the default maps 0 to 255 onto 0 to 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="scale"/> is NaN or infinite.</exception>
    public float[] ToFloats(float scale = 1f / 255)
    {
        if (!float.IsFinite(scale))
        {
            throw new ArgumentOutOfRangeException(nameof(scale), scale, "The scale must be a finite number.");
        }

        ReadOnlySpan<byte> bytes = Bytes.Span;
        float[] floats = new float[bytes.Length];
        for (int i = 0; i < floats.Length; i++)
        {
            floats[i] = bytes[i] * scale;
        }

        return floats;
    }

    /// <summary>
    /// The rows as a column of bytes, which are not copied: a quarter of the memory of <see cref="ToFloats"/>, and the same numbers to the bit.
    /// Images [n, height, width] become rows [height, width, 1].
    /// </summary>
    /// <param name="name">The name of the input or head it feeds.</param>
    /// <param name="scale">What a byte is multiplied by; the default maps 0 to 255 onto 0 to 1.</param>
    /// <param name="offset">What is then added.</param>
    /// <exception cref="InvalidOperationException">The array has one dimension: it holds labels, not images.</exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="name"/> is blank, or scale and offset are not what <see cref="FeatureColumn"/> takes.
    /// </exception>
    public FeatureColumn ToFeatures(string name, float scale = 1f / 255, float offset = 0)
    {
        if (_shape.Length == 1)
        {
            throw new InvalidOperationException(
                $"Features are rows of an array of two dimensions or more; this one is {this}: labels are read with {nameof(ToLabels)}.");
        }

        return new FeatureColumn(name, _shape is [_, var height, var width] ? [height, width, 1] : _shape.AsSpan(1), Bytes, scale, offset);
    }

    /// <summary>The elements as class labels, one a row.</summary>
    /// <exception cref="InvalidOperationException">The array has more than one dimension: it holds images, not labels.</exception>
    public int[] ToLabels()
    {
        if (_shape.Length != 1)
        {
            throw new InvalidOperationException($"Labels are an array of one dimension; this one is {this}.");
        }

        ReadOnlySpan<byte> bytes = Bytes.Span;
        int[] labels = new int[bytes.Length];
        for (int i = 0; i < labels.Length; i++)
        {
            labels[i] = bytes[i];
        }

        return labels;
    }

    /// <summary>The shape: "bytes [60000, 28, 28]".</summary>
    public override string ToString() => $"bytes [{string.Join(", ", _shape)}]";
}
