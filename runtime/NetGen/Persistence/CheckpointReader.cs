using System.Buffers.Binary;
using System.Collections.Immutable;

namespace NetGen;

/// <summary>Reads a safetensors file into memory of its own, so that a fault in its last byte is found before the network changes.</summary>
internal static class CheckpointReader
{
    /// <summary>The file's parameters in the layout of <see cref="NetworkMemory.Parameters"/>, padding zero.</summary>
    /// <exception cref="CheckpointException">The file is not exactly a checkpoint of such a network.</exception>
    public static float[] Read(NetworkMemory memory, Stream stream, string file)
    {
        NetworkSchema schema = memory.Schema;
        CheckpointHeader header = CheckpointHeaderReader.Read(ReadHeader(stream, file), file);
        ImmutableArray<TensorEntry> tensors = CheckpointLayout.Require(header, schema, file);
        CheckpointRescaling.Require(header, memory, file);
        float[] parameters = new float[schema.ParameterFloats];
        foreach (TensorEntry tensor in tensors)
        {
            ReadTensor(stream, schema.Parameters.First(p => p.Name == tensor.Name), parameters, file);
        }

        if (stream.ReadByte() >= 0)
        {
            throw new CheckpointException(file, null, "there are bytes after the last tensor; the tensors must cover the whole file.");
        }

        return parameters;
    }

    private static ReadOnlySpan<byte> ReadHeader(Stream stream, string file)
    {
        Span<byte> prefix = stackalloc byte[CheckpointHeader.PrefixBytes];
        int got = stream.ReadAtLeast(prefix, prefix.Length, throwOnEndOfStream: false);
        if (got < prefix.Length)
        {
            throw new CheckpointException(file, null, $"it ends after {got} of the {prefix.Length} bytes of the header's length.");
        }

        ulong length = BinaryPrimitives.ReadUInt64LittleEndian(prefix);
        if (length is 0 or > CheckpointHeader.MaximumBytes)
        {
            throw new CheckpointException(file, null,
                $"its header claims {length} bytes; 1 to {CheckpointHeader.MaximumBytes} are allowed. Is it a safetensors file?");
        }

        ReadOnlySpan<byte> header = ReadUpTo(stream, (int)length);
        return header.Length == (int)length
            ? header
            : throw new CheckpointException(file, null, $"it ends after {header.Length} of the {length} bytes of its header.");
    }

    /// <summary>Reads piece by piece, so that a false length costs no more memory than there are bytes.</summary>
    private static ReadOnlySpan<byte> ReadUpTo(Stream stream, int count)
    {
        byte[] bytes = new byte[Math.Min(count, 1 << 16)];
        int got = 0;
        while (true)
        {
            got += stream.ReadAtLeast(bytes.AsSpan(got), bytes.Length - got, throwOnEndOfStream: false);
            if (got < bytes.Length || got == count)
            {
                return bytes.AsSpan(0, got);
            }

            Array.Resize(ref bytes, (int)Math.Min(count, 2L * bytes.Length));
        }
    }

    private static void ReadTensor(Stream stream, ParameterInfo parameter, Span<float> parameters, string file)
    {
        byte[] bytes = new byte[parameter.Columns * sizeof(float)];
        for (int row = 0; row < parameter.Rows; row++)
        {
            int got = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            if (got < bytes.Length)
            {
                throw new CheckpointException(file, parameter.Name,
                    $"is cut off: the file ends after {(long)row * bytes.Length + got} of its {(long)parameter.Rows * bytes.Length} bytes.");
            }

            Span<float> values = parameter.RowIn(parameters, row);
            for (int column = 0; column < values.Length; column++)
            {
                values[column] = BinaryPrimitives.ReadSingleLittleEndian(bytes.AsSpan(column * sizeof(float)));
            }

            if (ValueChecks.FirstNotFinite(values) >= 0)
            {
                throw new CheckpointException(file, parameter.Name, NonFinite.Describe(row, values) + ".");
            }
        }
    }
}
