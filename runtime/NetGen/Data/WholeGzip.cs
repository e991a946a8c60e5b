using System.IO.Compression;

namespace NetGen;

/// <summary>
/// Unpacks gzip and refuses what does not end with the checksum it must end with, of which <see cref="GZipStream"/> says nothing. A gzip
/// file may consist of several, one after the other; so one more follows the last, with known content. That content comes out at the end
/// of a file that is whole. Behind one that is cut off its bytes are taken for the missing ones, and do not fit.
/// </summary>
internal sealed class WholeGzip : ForwardStream
{
    private static readonly byte[] End = "the end."u8.ToArray(), PackedEnd = Packed(End);

    private readonly SplicedStream _packed;
    private readonly GZipStream _unpacked;

    // The last bytes that came out: the end, once nothing more comes.
    private readonly byte[] _held = new byte[End.Length];
    private bool _begun;

    /// <param name="before">What was read of the stream already.</param>
    /// <param name="stream">The stream, which stays open.</param>
    public WholeGzip(ReadOnlyMemory<byte> before, Stream stream)
    {
        _packed = new SplicedStream(before, stream, PackedEnd);
        _unpacked = new GZipStream(_packed, CompressionMode.Decompress);
    }

    /// <exception cref="InvalidDataException">The file is damaged or cut off, or something follows its end.</exception>
    public override int Read(Span<byte> buffer)
    {
        int read = Unpack(buffer);
        if (read == 0 && !buffer.IsEmpty && !_held.AsSpan().SequenceEqual(End))
        {
            throw new InvalidDataException("bytes that are not gzip follow its end.");
        }

        Delay(buffer[..read]);
        return read;
    }

    protected override void Dispose(bool disposing)
    {
        _unpacked.Dispose();
        _packed.Dispose();
        base.Dispose(disposing);
    }

    private int Unpack(Span<byte> buffer)
    {
        try
        {
            if (!_begun)
            {
                _begun = true;
                _unpacked.ReadAtLeast(_held, _held.Length, throwOnEndOfStream: false);
            }

            return _unpacked.Read(buffer);
        }
        catch (InvalidDataException e)
        {
            throw new InvalidDataException("it is damaged or cut off.", e);
        }
    }

    /// <summary>Puts what was held in front of what is new and holds as much of its end.</summary>
    private void Delay(Span<byte> bytes)
    {
        Span<byte> before = stackalloc byte[_held.Length];
        _held.CopyTo(before);
        int taken = Math.Min(bytes.Length, before.Length), kept = before.Length - taken;
        before[taken..].CopyTo(_held);
        bytes[^taken..].CopyTo(_held.AsSpan(kept));
        bytes[..^taken].CopyTo(bytes[taken..]);
        before[..taken].CopyTo(bytes);
    }

    private static byte[] Packed(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            gzip.Write(bytes);
        }

        return packed.ToArray();
    }
}
