namespace NetGen.Benchmarks.Peers;

/// <summary>A dense layer's parameters as the peers store them.</summary>
/// <param name="Inputs">Inputs of the layer.</param>
/// <param name="Units">Units of the layer.</param>
/// <param name="Weight">[units, inputs], row after row without padding: the transpose of ours.</param>
/// <param name="Bias">[units].</param>
internal sealed record DenseWeights(int Inputs, int Units, float[] Weight, float[] Bias)
{
    /// <summary>The layers of a network, in their order.</summary>
    public static DenseWeights[] Of(INetwork network) =>
    [
        .. network.Schema.Parameters.Where(p => p.Role == "weight").Select(weight =>
        {
            ParameterInfo bias = network.Schema.Parameters.Single(p => p.Layer == weight.Layer && p.Role == "bias");
            return new DenseWeights(weight.Rows, weight.Columns, Transpose(network.Memory, weight), Transpose(network.Memory, bias));
        }),
    ];

    private static float[] Transpose(NetworkMemory memory, ParameterInfo parameter)
    {
        float[] transposed = new float[parameter.Rows * parameter.Columns];
        for (int row = 0; row < parameter.Rows; row++)
        {
            for (int column = 0; column < parameter.Columns; column++)
            {
                transposed[column * parameter.Rows + row] = memory.Parameters[parameter.Offset + row * parameter.Stride + column];
            }
        }

        return transposed;
    }
}
