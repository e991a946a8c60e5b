using System.Buffers.Binary;
using System.Collections.Immutable;

namespace NetGen;

/// <summary>Reads a safetensors file into memory of its own, so that a fault in its last byte is found before the network changes.</summary>
internal static class CheckpointReader
{
    /// <summary>The file's parameters in the layout of <see cref="NetworkMemory.Parameters"/>, padding zero.</summary>
    /// <param name="memory">The network's.</param>
    /// <param name="stream">At the first byte; it is read to its end.</param>
    /// <param name="given">How the weights are arranged, if the caller says it.</param>
    /// <param name="file">Its name in messages.</param>
    /// <exception cref="CheckpointException">The file is not exactly a checkpoint of such a network.</exception>
    public static float[] Read(NetworkMemory memory, Stream stream, WeightLayout? given, string file)
    {
        NetworkSchema schema = memory.Schema;
        CheckpointHeader header = CheckpointHeaderReader.Read(ReadHeader(stream, memory, file), file);
        CheckpointLayout.RequireVersion(header, file);
        CheckpointArchitecture.Require(header, schema, file);
        CheckpointLayout.RequireNames(header, schema, file);
        WeightLayout layout = CheckpointWeightLayout.Of(header, schema, given, file);
        ImmutableArray<TensorEntry> tensors = CheckpointLayout.Require(header, schema, layout, file);
        CheckpointRescaling.Require(header, memory, file);
        float[] parameters = new float[schema.ParameterFloats];
        foreach (TensorEntry tensor in tensors)
        {
            ReadTensor(stream, schema.Parameters.First(p => p.Name == tensor.Name), layout, parameters, file);
        }

        if (stream.ReadByte() >= 0)
        {
            throw new CheckpointException(file, null, "there are bytes after the last tensor; the tensors must cover the whole file.");
        }

        return parameters;
    }

    private static ReadOnlySpan<byte> ReadHeader(Stream stream, NetworkMemory memory, string file)
    {
        Span<byte> prefix = stackalloc byte[CheckpointHeader.PrefixBytes];
        int got = stream.ReadAtLeast(prefix, prefix.Length, throwOnEndOfStream: false);
        if (got < prefix.Length)
        {
            throw new CheckpointException(file, null, $"it ends after {got} of the {prefix.Length} bytes of the header's length.");
        }

        ulong length = BinaryPrimitives.ReadUInt64LittleEndian(prefix);
        int longest = CheckpointWriter.Render(CheckpointHeader.Of(memory)).Length + CheckpointHeader.ForeignBytes;
        if (length == 0 || length > (ulong)longest)
        {
            throw new CheckpointException(file, null,
                $"its header claims {length} bytes; for {memory.Schema.Name} 1 to {longest} are read. Is it a safetensors file of such a network?");
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

    private static void ReadTensor(Stream stream, ParameterInfo parameter, WeightLayout layout, Span<float> parameters, string file)
    {
        // A line of the file is a row of the parameter, or a column where the layout is the other one.
        bool isTransposed = parameter.UnitsFirst && layout == WeightLayout.PyTorch;
        (int lines, int length) = isTransposed ? (parameter.Columns, parameter.Rows) : (parameter.Rows, parameter.Columns);
        byte[] bytes = new byte[length * sizeof(float)];
        float[] values = new float[length];
        for (int line = 0; line < lines; line++)
        {
            int got = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            if (got < bytes.Length)
            {
                throw new CheckpointException(file, parameter.Name,
                    $"is cut off: the file ends after {(long)line * bytes.Length + got} of its {(long)lines * bytes.Length} bytes.");
            }

            for (int i = 0; i < values.Length; i++)
            {
                values[i] = BinaryPrimitives.ReadSingleLittleEndian(bytes.AsSpan(i * sizeof(float)));
            }

            if (ValueChecks.FirstNotFinite(values) >= 0)
            {
                throw new CheckpointException(file, parameter.Name, NonFinite.Describe(line, values) + ".");
            }

            if (!isTransposed)
            {
                values.CopyTo(parameter.RowIn(parameters, line));
                continue;
            }

            for (int i = 0; i < values.Length; i++)
            {
                parameter.RowIn(parameters, parameter.RowAt(i))[line] = values[i];
            }
        }
    }
}
