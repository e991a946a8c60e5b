namespace NetGen.Benchmarks.Harness;

/// <summary>
/// The multiplications and additions of a chain of dense layers' contractions, and nothing else: 2·in·out a row and layer for z = x·W,
/// as many for dW = xᵀ·dz, and as many for dx = dz·Wᵀ except in the first layer, whose input wants no gradient.
/// </summary>
internal static class Operations
{
    public static double Prediction(NetworkSchema schema, int rows) => rows * Layers(schema).Sum();

    /// <summary>An adversarial step has all of that twice, and once the gradient toward the input.</summary>
    public static double Step(NetworkSchema schema, int rows, bool isAdversarial)
    {
        double[] layers = Layers(schema);
        double clean = 3 * layers.Sum() - layers[0];
        return rows * (isAdversarial ? 2 * clean + layers[0] : clean);
    }

    private static double[] Layers(NetworkSchema schema) =>
        [.. schema.Parameters.Where(p => p.Role == "weight").Select(p => 2.0 * p.Rows * p.Columns)];
}
