namespace NetGen;

/// <summary>Some bytes, then what is left of a stream, then more bytes. The stream stays open.</summary>
/// <param name="before">For example what was read to see what the stream holds; so the stream need not seek.</param>
/// <param name="stream">The stream, where it stands.</param>
/// <param name="after">What follows its end.</param>
internal sealed class SplicedStream(ReadOnlyMemory<byte> before, Stream stream, ReadOnlyMemory<byte> after = default) : ForwardStream
{
    private bool _ended;

    public override int Read(Span<byte> buffer)
    {
        int read = Take(ref before, buffer);
        if (read == 0 && !_ended)
        {
            read = stream.Read(buffer);
            _ended = read == 0 && !buffer.IsEmpty;
        }

        return read == 0 && _ended ? Take(ref after, buffer) : read;
    }

    private static int Take(ref ReadOnlyMemory<byte> bytes, Span<byte> buffer)
    {
        int count = Math.Min(bytes.Length, buffer.Length);
        bytes.Span[..count].CopyTo(buffer);
        bytes = bytes[count..];
        return count;
    }
}
