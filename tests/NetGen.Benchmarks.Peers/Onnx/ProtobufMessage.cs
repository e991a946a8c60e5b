using System.Runtime.InteropServices;
using System.Text;

namespace NetGen.Benchmarks.Peers.Onnx;

/// <summary>A protocol buffers message as it is being written: fields by number, as a whole number or as bytes that are text, floats or a message.</summary>
internal sealed class ProtobufMessage
{
    private const uint WholeNumber = 0, Counted = 2; // wire types

    private readonly List<byte> _bytes = [];

    public byte[] ToArray() => [.. _bytes];

    public ProtobufMessage Add(uint field, long value)
    {
        WriteVarint(field << 3 | WholeNumber);
        WriteVarint((ulong)value);
        return this;
    }

    public ProtobufMessage Add(uint field, string text) => Add(field, Encoding.UTF8.GetBytes(text));

    public ProtobufMessage Add(uint field, ProtobufMessage message) => Add(field, CollectionsMarshal.AsSpan(message._bytes));

    public ProtobufMessage Add(uint field, float[] values) => Add(field, MemoryMarshal.AsBytes(values.AsSpan()));

    private ProtobufMessage Add(uint field, ReadOnlySpan<byte> bytes)
    {
        WriteVarint(field << 3 | Counted);
        WriteVarint((ulong)bytes.Length);
        _bytes.AddRange(bytes);
        return this;
    }

    /// <summary>Seven bits a byte, the lowest first; the eighth bit says that more follow.</summary>
    private void WriteVarint(ulong value)
    {
        for (; value >= 0x80; value >>= 7)
        {
            _bytes.Add((byte)(value | 0x80));
        }

        _bytes.Add((byte)value);
    }
}
