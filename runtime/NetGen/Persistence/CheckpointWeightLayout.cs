namespace NetGen;

/// <summary>How a file's weights are arranged: as the file says, or else as the caller says. Shapes are no evidence, nor is a name.</summary>
internal static class CheckpointWeightLayout
{
    /// <exception cref="CheckpointException">Neither says it, or the caller says something else than the file.</exception>
    public static WeightLayout Of(CheckpointHeader header, NetworkSchema schema, WeightLayout? given, string file)
    {
        if (header.IsOwn)
        {
            return given is null or WeightLayout.NetGen ? WeightLayout.NetGen : throw new CheckpointException(file, null,
                $"NetGen wrote it, so its weights are [inputs, units]; load it without WeightLayout.{given}.");
        }

        if (given is null && schema.Parameters.FirstOrDefault(p => p.UnitsFirst) is { } weight)
        {
            throw new CheckpointException(file, weight.Name,
                "is [inputs, units] or [units, inputs], and the file does not say which. Load it with WeightLayout.PyTorch if PyTorch saved it ([units, inputs]), "
                + "with WeightLayout.NetGen if it is [inputs, units], as Keras and JAX save it.");
        }

        return given ?? WeightLayout.NetGen;
    }
}
