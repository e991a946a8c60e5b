using System.Buffers.Binary;

namespace NetGen;

/// <summary>
/// Reads IDX files (http://yann.lecun.com/exdb/mnist): two zero bytes, an element type, the number of dimensions,
/// each dimension as a big-endian 32-bit integer, then the elements. Type 0x08, unsigned bytes, is read: MNIST, Fashion-MNIST, EMNIST.
/// </summary>
public static class Idx
{
    private const int FirstBuffer = 1 << 16;

    /// <summary>Reads a file or a pipe, gzipped or not; its first bytes tell which. A gzipped one must end with its checksum.</summary>
    /// <exception cref="IOException">The file is not there or cannot be read.</exception>
    /// <exception cref="InvalidDataException">The file is not an IDX file of bytes, or is too short or too long; the message says what was expected.</exception>
    public static IdxArray Read(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        using FileStream file = File.OpenRead(path);
        return Read(file, QuotedText.Escaped(path));
    }

    /// <summary>Reads from the stream's position to its end, gzipped or not; the stream stays open.</summary>
    /// <exception cref="InvalidDataException">The content is not an IDX file of bytes, or is too short or too long.</exception>
    public static IdxArray Read(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        return Read(stream, "the stream");
    }

    private static IdxArray Read(Stream stream, string source)
    {
        long? available = stream.CanSeek ? stream.Length - stream.Position : null;
        byte[] magic = new byte[2];
        ReadOnlyMemory<byte> first = magic.AsMemory(0, stream.ReadAtLeast(magic, magic.Length, throwOnEndOfStream: false));
        using ForwardStream whole = magic.AsSpan().SequenceEqual<byte>([0x1F, 0x8B]) ? new WholeGzip(first, stream) : new SplicedStream(first, stream);
        return ReadPlain(whole, source, whole is WholeGzip ? null : available);
    }

    /// <param name="stream">At the first byte.</param>
    /// <param name="source">Its name in messages.</param>
    /// <param name="available">How many bytes there are; null where only reading them tells.</param>
    private static IdxArray ReadPlain(Stream stream, string source, long? available)
    {
        int[] shape = ReadShape(stream, source);
        string wanted = $"[{QuotedText.Of(string.Join(", ", shape))}] bytes";
        long total = 1;
        foreach (int dimension in shape)
        {
            if ((total *= dimension) > Array.MaxLength)
            {
                throw Fault(source, $"its dimensions are {wanted}; together they may be {Array.MaxLength} at most.");
            }
        }

        long? content = available - (4 + 4 * shape.Length);
        if (content is not null && content != total)
        {
            throw Fault(source, $"its dimensions are {wanted} = {total}, but {content} follow the header.");
        }

        byte[] bytes = ReadElements(stream, source, (int)total, known: content is not null, out int got);
        if (got < total)
        {
            throw Fault(source, $"its dimensions are {wanted} = {total}, but it ends after {got}.");
        }

        return Fill(stream, stackalloc byte[1], source) == 0
            ? new IdxArray(shape, bytes)
            : throw Fault(source, $"its dimensions are {wanted} = {total}, but it goes on after them.");
    }

    private static int[] ReadShape(Stream stream, string source)
    {
        Span<byte> word = stackalloc byte[4];
        ReadHeader(stream, word, source, "the header, two zero bytes, type 0x08 and the number of dimensions");
        if (word[0] != 0 || word[1] != 0)
        {
            throw Fault(source, $"it starts with {Convert.ToHexString(word)}; an IDX file of bytes starts with 000008 (or 1F8B, gzipped).");
        }

        if (word[2] != 0x08)
        {
            throw Fault(source, $"its elements are of type 0x{word[2]:X2}{NameOf(word[2])}; only 0x08, unsigned bytes, is read.");
        }

        int[] shape = new int[word[3]];
        if (shape.Length == 0)
        {
            throw Fault(source, "it has 0 dimensions; at least one is needed.");
        }

        for (int i = 0; i < shape.Length; i++)
        {
            ReadHeader(stream, word, source, $"dimension {i} of {shape.Length}");
            uint dimension = BinaryPrimitives.ReadUInt32BigEndian(word);
            shape[i] = dimension is >= 1 and <= int.MaxValue
                ? (int)dimension
                : throw Fault(source, $"dimension {i} of {shape.Length} is {dimension}; it must be 1 to {int.MaxValue}.");
        }

        return shape;
    }

    private static void ReadHeader(Stream stream, Span<byte> word, string source, string expected)
    {
        if (Fill(stream, word, source) < word.Length)
        {
            throw Fault(source, $"it ends where {expected} should be.");
        }
    }

    /// <summary>Where the length is not known beforehand, memory grows with what has been read and not with what the header claims.</summary>
    private static byte[] ReadElements(Stream stream, string source, int total, bool known, out int got)
    {
        byte[] bytes = new byte[known ? total : Math.Min(total, FirstBuffer)];
        got = 0;
        while (true)
        {
            got += Fill(stream, bytes.AsSpan(got), source);
            if (got < bytes.Length || got == total)
            {
                return bytes;
            }

            Array.Resize(ref bytes, (int)Math.Min(total, bytes.Length * 2L));
        }
    }

    private static string NameOf(byte type) => type switch
    {
        0x09 => " (signed bytes)",
        0x0B => " (16-bit integers)",
        0x0C => " (32-bit integers)",
        0x0D => " (32-bit floats)",
        0x0E => " (64-bit floats)",
        _ => "",
    };

    /// <summary>As much of the destination as the stream still has.</summary>
    private static int Fill(Stream stream, Span<byte> destination, string source)
    {
        try
        {
            return stream.ReadAtLeast(destination, destination.Length, throwOnEndOfStream: false);
        }
        catch (InvalidDataException e)
        {
            throw new InvalidDataException($"{source}: it starts like a gzip file but does not unpack: {e.Message}", e);
        }
    }

    private static InvalidDataException Fault(string source, string finding) => new($"{source}: {finding}");
}
