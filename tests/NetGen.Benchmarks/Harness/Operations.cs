namespace NetGen.Benchmarks.Harness;

/// <summary>
/// The multiplications and additions of a chain of layers' contractions, and nothing else: 2·weights·positions a row and layer for z = x·W,
/// as many for dW = xᵀ·dz, and as many for dx = dz·Wᵀ except in the first layer, whose input wants no gradient. A dense layer uses each
/// weight once a row, a convolution at each position of its result; where its kernel reaches past the image, it multiplies zeros, which
/// count.
/// </summary>
internal static class Operations
{
    public static double Prediction(Workload workload, NetworkSchema schema, int rows) => rows * Layers(workload, schema).Sum();

    /// <summary>An adversarial step has all of that twice, and once the gradient toward the input.</summary>
    public static double Step(Workload workload, NetworkSchema schema, int rows)
    {
        double[] layers = Layers(workload, schema);
        double clean = 3 * layers.Sum() - layers[0];
        return rows * (workload.IsAdversarial ? 2 * clean + layers[0] : clean);
    }

    private static double[] Layers(Workload workload, NetworkSchema schema) =>
        [.. schema.Parameters.Where(p => p.Role == "weight").Select((p, layer) => 2.0 * p.Rows * p.Columns * workload.PositionsOf(layer))];
}
