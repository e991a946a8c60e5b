using System.Buffers;
using System.Buffers.Binary;
using System.Text.Json;

namespace NetGen;

/// <summary>Writes parameters as a safetensors file.</summary>
internal static class CheckpointWriter
{
    /// <summary>Refuses what <see cref="Checkpoint.Load(INetwork, string, WeightLayout?)"/> would refuse, before a byte is written.</summary>
    public static void RequireFinite(NetworkMemory memory, string file)
    {
        if (NonFinite.FirstIn(memory) is var (parameter, row))
        {
            string fault = NonFinite.Describe(row, parameter.RowIn(memory.Parameters, row));
            throw new CheckpointException(file, parameter.Name, $"{fault}; nothing was saved.");
        }
    }

    /// <summary>Length, header, then every parameter row by row, without its padding.</summary>
    public static void Write(NetworkMemory memory, Stream stream)
    {
        ReadOnlySpan<byte> header = Render(CheckpointHeader.Of(memory));
        Span<byte> prefix = stackalloc byte[CheckpointHeader.PrefixBytes];
        BinaryPrimitives.WriteUInt64LittleEndian(prefix, (ulong)header.Length);
        stream.Write(prefix);
        stream.Write(header);

        foreach (ParameterInfo parameter in memory.Schema.Parameters)
        {
            byte[] bytes = new byte[parameter.Columns * sizeof(float)];
            for (int row = 0; row < parameter.Rows; row++)
            {
                ReadOnlySpan<float> values = parameter.RowIn(memory.Parameters, row);
                for (int column = 0; column < values.Length; column++)
                {
                    BinaryPrimitives.WriteSingleLittleEndian(bytes.AsSpan(column * sizeof(float)), values[column]);
                }

                stream.Write(bytes);
            }
        }
    }

    /// <summary>The header as JSON, filled up with spaces so that the data starts at a multiple of 8 bytes.</summary>
    public static ReadOnlySpan<byte> Render(CheckpointHeader header)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteStartObject(CheckpointHeader.MetadataKey);
            foreach ((string key, string value) in header.Metadata)
            {
                json.WriteString(key, value);
            }

            json.WriteEndObject();
            foreach (TensorEntry tensor in header.Tensors)
            {
                json.WriteStartObject(tensor.Name);
                json.WriteString("dtype", tensor.Type);
                WriteNumbers(json, "shape", tensor.Shape.AsSpan());
                WriteNumbers(json, "data_offsets", [tensor.Begin, tensor.End]);
                json.WriteEndObject();
            }

            json.WriteEndObject();
        }

        int padding = -buffer.WrittenCount & (sizeof(ulong) - 1);
        buffer.GetSpan(padding)[..padding].Fill((byte)' ');
        buffer.Advance(padding);
        return buffer.WrittenSpan;
    }

    private static void WriteNumbers(Utf8JsonWriter json, string name, ReadOnlySpan<long> numbers)
    {
        json.WriteStartArray(name);
        foreach (long number in numbers)
        {
            json.WriteNumberValue(number);
        }

        json.WriteEndArray();
    }
}
