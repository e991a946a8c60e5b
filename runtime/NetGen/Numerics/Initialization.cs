namespace NetGen.CompilerServices;

/// <summary>Fills parameters from their initializers.</summary>
internal static class Initialization
{
    /// <summary>
    /// Draws the elements of <paramref name="parameter"/> in row-major order from stream <paramref name="stream"/> of the seed;
    /// the padding between the rows is not touched.
    /// </summary>
    public static void Fill(Span<float> parameters, ParameterInfo parameter, int seed, int stream)
    {
        (InitializerKind kind, float scale) = parameter.Initializer;
        var random = new Philox(seed, RandomPurpose.Initialization, stream);
        for (int r = 0; r < parameter.Rows; r++)
        {
            foreach (ref float value in parameters.Slice(parameter.Offset + r * parameter.Stride, parameter.Columns))
            {
                value = kind switch
                {
                    InitializerKind.Constant => scale,
                    InitializerKind.Normal => (float)(scale * Normal(ref random)),
                    InitializerKind.Uniform => scale * Symmetric(ref random),
                    _ => throw new ArgumentOutOfRangeException(nameof(parameter), kind, $"{parameter.Name} has no such initializer."),
                };
            }
        }
    }

    // Uniform over [−1, 1): a multiple of 2⁻²³, so that scaling it cannot round up to the limit.
    private static float Symmetric(ref Philox random) => ((int)(random.NextUInt32() >> 8) - (1 << 23)) * (1f / (1 << 23));

    // Box & Muller 1958: √(−2 log u)·cos 2πv with u in (0, 1], v in [0, 1).
    private static double Normal(ref Philox random)
    {
        const double Unit = 1.0 / (1UL << 32);
        double u = (random.NextUInt32() + 1.0) * Unit, v = random.NextUInt32() * Unit;
        return Math.Sqrt(-2 * Portable.Log(u)) * Portable.CosineOfTurns(v);
    }
}
