namespace NetGen.Tests.Data;

/// <summary>A stream that cannot seek and hands out one byte at a time, as a socket may.</summary>
internal sealed class Dripping(byte[] bytes) : MemoryStream(bytes)
{
    public override bool CanSeek => false;

    public override int Read(Span<byte> buffer) => base.Read(buffer[..Math.Min(1, buffer.Length)]);
}
