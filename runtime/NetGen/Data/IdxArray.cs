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
