namespace NetGen.Benchmarks.Peers;

/// <summary>A layer of a network as the peers build it.</summary>
internal abstract record PeerLayer;

/// <summary>A layer with weights.</summary>
/// <param name="Inputs">Channels that a convolution reads, or inputs of a dense layer.</param>
/// <param name="Units">Filters, or units.</param>
/// <param name="Weight">[units, inputs], or [filters, channels, height, width], row after row without padding.</param>
/// <param name="Bias">[units]; null for none.</param>
/// <param name="IsRectified">Whether ReLU follows.</param>
internal abstract record WeightedLayer(int Inputs, int Units, float[] Weight, float[]? Bias, bool IsRectified) : PeerLayer;

/// <summary>A dense layer; of an image it reads the channels one after the other, [channels, height, width].</summary>
internal sealed record DenseLayer(int Inputs, int Units, float[] Weight, float[]? Bias, bool IsRectified)
    : WeightedLayer(Inputs, Units, Weight, Bias, IsRectified);

/// <summary>A convolution by a square kernel with stride 1, padded so that the image keeps its size.</summary>
/// <param name="Inputs">Channels that it reads.</param>
/// <param name="Units">Filters.</param>
/// <param name="Kernel">Rows and columns of the kernel; odd.</param>
/// <param name="Weight">[filters, channels, height, width].</param>
/// <param name="Bias">[filters]; null for none.</param>
/// <param name="IsNormalized">Whether batch normalization follows, before ReLU; its ε is 1e-5, its factors are 1 and 0 at first.</param>
/// <param name="IsRectified">Whether ReLU follows.</param>
internal sealed record ConvolutionLayer(
    int Inputs, int Units, int Kernel, float[] Weight, float[]? Bias, bool IsNormalized, bool IsRectified)
    : WeightedLayer(Inputs, Units, Weight, Bias, IsRectified);

/// <summary>The greatest number in each of the square windows that lie side by side.</summary>
internal sealed record PoolLayer(int Window) : PeerLayer;
