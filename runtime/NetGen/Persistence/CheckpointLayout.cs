using System.Collections.Immutable;

namespace NetGen;

/// <summary>Checks a file's header against a network.</summary>
internal static class CheckpointLayout
{
    /// <summary>
    /// The tensors in the order of their bytes. They are exactly the network's parameters, each of its type, shape and size, and they
    /// follow one another from the end of the header without a gap or an overlap.
    /// </summary>
    /// <exception cref="CheckpointException">They do not.</exception>
    public static ImmutableArray<TensorEntry> Require(CheckpointHeader header, NetworkSchema schema, string file)
    {
        RequireVersion(header, file);
        RequireNames(header, schema, file);
        foreach (TensorEntry tensor in header.Tensors)
        {
            RequireShape(tensor, schema.Parameters.First(p => p.Name == tensor.Name), file);
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

    private static void RequireVersion(CheckpointHeader header, string file)
    {
        string? format = header.Metadata.GetValueOrDefault("format"), version = header.Metadata.GetValueOrDefault("version");
        if (format == CheckpointHeader.FormatName && version != CheckpointHeader.FormatVersion)
        {
            throw new CheckpointException(file, null,
                $"it is a NetGen checkpoint of version {version ?? "(none)"}; this NetGen reads version {CheckpointHeader.FormatVersion}.");
        }
    }

    private static void RequireNames(CheckpointHeader header, NetworkSchema schema, string file)
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

    private static void RequireShape(TensorEntry tensor, ParameterInfo parameter, string file)
    {
        if (tensor.Type != TensorEntry.Float32)
        {
            throw new CheckpointException(file, tensor.Name, $"has dtype {tensor.Type}; it must be {TensorEntry.Float32}.");
        }

        TensorEntry wanted = TensorEntry.Of(parameter, tensor.Begin);
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
