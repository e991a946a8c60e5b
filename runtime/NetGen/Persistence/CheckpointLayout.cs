using System.Collections.Immutable;

namespace NetGen;

/// <summary>Checks a file's header against a network.</summary>
internal static class CheckpointLayout
{
    /// <summary>
    /// The tensors, which have the names of the network's parameters, in the order of their bytes. Each is of its type, shape and size, and they
    /// follow one another from the end of the header without a gap or an overlap.
    /// </summary>
    /// <exception cref="CheckpointException">They do not.</exception>
    public static ImmutableArray<TensorEntry> Require(CheckpointHeader header, NetworkSchema schema, WeightLayout layout, string file)
    {
        foreach (TensorEntry tensor in header.Tensors)
        {
            RequireShape(tensor, schema.Parameters.First(p => p.Name == tensor.Name), layout, file);
        }

        ImmutableArray<TensorEntry> inOrder = header.Tensors.Sort((a, b) => a.Begin.CompareTo(b.Begin));
        long expected = 0;
        foreach (TensorEntry tensor in inOrder)
        {
            if (tensor.Begin != expected)
            {
                throw new CheckpointException(file, tensor.Name, tensor.Begin < expected
                    ? $"starts at byte {tensor.Begin} of the data and overlaps the tensor before it, which ends at {expected}."
                    : $"starts at byte {tensor.Begin} of the data and leaves a gap after {expected}.");
            }

            expected = tensor.End;
        }

        return inOrder;
    }

    /// <exception cref="CheckpointException">NetGen wrote it in a way that this one does not know.</exception>
    public static void RequireVersion(CheckpointHeader header, string file)
    {
        string? version = header.Metadata.GetValueOrDefault("version");
        if (header.IsOwn && version != CheckpointHeader.FormatVersion)
        {
            throw new CheckpointException(file, null,
                $"it is a NetGen checkpoint of version {(version is null ? "(none)" : QuotedText.Of(version))}; this NetGen reads version {CheckpointHeader.FormatVersion}.");
        }
    }

    /// <exception cref="CheckpointException">A parameter is missing, or there is a tensor that is none.</exception>
    public static void RequireNames(CheckpointHeader header, NetworkSchema schema, string file)
    {
        foreach (ParameterInfo parameter in schema.Parameters)
        {
            if (!header.Tensors.Any(t => t.Name == parameter.Name))
            {
                throw new CheckpointException(file, parameter.Name, $"is missing; {schema.Name} needs it.");
            }
        }

        foreach (TensorEntry tensor in header.Tensors)
        {
            if (!schema.Parameters.Any(p => p.Name == tensor.Name))
            {
                throw new CheckpointException(file, tensor.Name, $"is unexpected; {schema.Name} has no such parameter.");
            }
        }
    }

    private static void RequireShape(TensorEntry tensor, ParameterInfo parameter, WeightLayout layout, string file)
    {
        if (tensor.Type != TensorEntry.Float32)
        {
            throw new CheckpointException(file, tensor.Name, $"has dtype {QuotedText.Of(tensor.Type)}; it must be {TensorEntry.Float32}.");
        }

        TensorEntry wanted = TensorEntry.Of(parameter, tensor.Begin, layout);
        if (!tensor.Shape.AsSpan().SequenceEqual(wanted.Shape.AsSpan()))
        {
            throw new CheckpointException(file, tensor.Name,
                $"has shape [{string.Join(", ", tensor.Shape)}]; it must be [{string.Join(", ", wanted.Shape)}].");
        }

        if (tensor.End != wanted.End)
        {
            throw new CheckpointException(file, tensor.Name,
                $"has data_offsets [{tensor.Begin}, {tensor.End}]; its shape takes {wanted.End - wanted.Begin} bytes.");
        }
    }
}
