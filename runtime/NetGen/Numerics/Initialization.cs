namespace NetGen.Numerics;

/// <summary>Fills parameters from their initialisers.</summary>
internal static class Initialization
{
    /// <summary>Draws the elements of <paramref name="parameter"/> in row-major order from stream <paramref name="stream"/> of the seed.</summary>
    public static void Fill(Span<float> parameters, ParameterInfo parameter, int seed, int stream)
    {
        var random = new Random(HashCode.Combine(seed, stream)); // replaced by Philox
        for (int r = 0; r < parameter.Rows; r++)
        {
            Span<float> row = parameters.Slice(parameter.Offset + r * parameter.Stride, parameter.Columns);
            foreach (ref float value in row)
            {
                value = (float)(random.NextDouble() * 2 - 1) * parameter.Initializer.Scale;
            }
        }
    }
}
