namespace NetGen;

/// <summary>How a file arranges the numbers of a layer's weight. A square weight has the same shape in both ways, so the shape does not tell.</summary>
public enum WeightLayout
{
    /// <summary>
    /// [inputs, units], one row for each input: NetGen's own, and that of Keras and JAX. Of a convolution [height, width, channels, filters].
    /// </summary>
    NetGen,

    /// <summary>
    /// [units, inputs], one row for each unit: that of PyTorch's <c>nn.Linear</c>, and [filters, channels, height, width] of its <c>nn.Conv2d</c>.
    /// The inputs of a dense layer that reads an image are ordered by channel, row, column there.
    /// </summary>
    PyTorch,
}
