using System.Buffers.Binary;
using System.IO.Compression;

namespace NetGen.Tests.Data;

public class IdxTests
{
    [Fact]
    public void Images_are_read_with_big_endian_dimensions()
    {
        IdxArray array = Idx.Read(new MemoryStream(File(0x08, [2, 3, 300], Enumerable.Range(0, 1800).Select(i => (byte)i))));

        Assert.Equal([2, 3, 300], array.Shape.ToArray());
        Assert.Equal(2, array.Count);
        Assert.Equal(1800, array.Bytes.Length);
        Assert.Equal(7, array.Bytes.Span[1799]);
        Assert.Equal("bytes [2, 3, 300]", array.ToString());
        Assert.Equal((byte)200 / 255f, array.ToFloats()[200], tolerance: 1e-7f);
        Assert.Equal(200f, array.ToFloats(scale: 1)[200]);
    }

    [Fact]
    public void Labels_are_read_as_integers() =>
        Assert.Equal([5, 0, 255], Idx.Read(new MemoryStream(File(0x08, [3], [5, 0, 255]))).ToLabels());

    [Fact]
    public void Images_are_not_labels()
    {
        IdxArray images = Idx.Read(new MemoryStream(File(0x08, [2, 1], [5, 0])));

        Assert.Contains("bytes [2, 1]", Assert.Throws<InvalidOperationException>(() => images.ToLabels()).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentOutOfRangeException>("scale", () => images.ToFloats(float.NaN));
    }

    [Fact]
    public void Gzip_is_recognized_by_its_first_bytes()
    {
        byte[] elements = new byte[500_000];
        new Random(1).NextBytes(elements);

        Assert.True(Idx.Read(new MemoryStream(Gzip(File(0x08, [500, 1000], elements)))).Bytes.Span.SequenceEqual(elements));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Streams_are_read_from_where_they_stand_and_stay_open(bool gzip)
    {
        byte[] file = File(0x08, [2], [7, 8]);
        MemoryStream stream = new([1, 2, 3, .. gzip ? Gzip(file) : file]) { Position = 3 };

        Assert.Equal([7, 8], Idx.Read(stream).ToLabels());
        Assert.True(stream.CanRead);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Streams_that_cannot_seek_are_read(bool gzip)
    {
        byte[] file = File(0x08, [2], [7, 8]);
        using var once = new BufferedStream(new GZipStream(new MemoryStream(Gzip(gzip ? Gzip(file) : file)), CompressionMode.Decompress));

        Assert.False(once.CanSeek);
        Assert.Equal([7, 8], Idx.Read(once).ToLabels());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_named_pipe_is_read(bool gzip)
    {
        if (OperatingSystem.IsWindows())
        {
            return; // a pipe is no file there
        }

        byte[] file = File(0x08, [2], [7, 8]);
        using NamedPipe pipe = new(gzip ? Gzip(file) : file);
        Assert.Equal([7, 8], Idx.Read(pipe.Path).ToLabels());
    }

    [Fact]
    public void Gzip_of_several_parts_is_read_to_its_end()
    {
        byte[] file = File(0x08, [3], [7, 8, 9]);
        byte[] zipped = [.. Gzip(file[..5]), .. Gzip(file[5..10]), .. Gzip(file[10..])];

        Assert.Equal([7, 8, 9], Idx.Read(new MemoryStream(zipped)).ToLabels());
        Assert.Equal([7, 8, 9], Idx.Read(new Dripping(zipped)).ToLabels());
        Refuses([.. zipped, 0, 0], "it starts like a gzip file but does not unpack: bytes that are not gzip follow its end.");
        Refuses([.. zipped, .. Gzip([1])], "its dimensions are [3] bytes = 3, but it goes on after them");
    }

    [Fact]
    public void Messages_stay_short_and_plain_whatever_the_file_says()
    {
        byte[] file = File(0x08, [.. Enumerable.Repeat(1, 254), 2], []);
        Refuses(file, "its dimensions are [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, … (763 characters)] bytes = 2, but 0 follow the header.");

        string path = Path.Combine(Path.GetTempPath(), $"netgen-\u001B[2J-{Guid.NewGuid():N}");
        System.IO.File.WriteAllBytes(path, file);
        try
        {
            Assert.DoesNotContain(Assert.Throws<InvalidDataException>(() => Idx.Read(path)).Message, char.IsControl);
        }
        finally
        {
            System.IO.File.Delete(path);
        }
    }

    [Fact]
    public void Files_are_read_and_named_in_errors()
    {
        string path = Path.GetTempFileName();
        try
        {
            System.IO.File.WriteAllBytes(path, File(0x08, [2], [7, 8]));
            Assert.Equal([7, 8], Idx.Read(path).ToLabels());

            System.IO.File.WriteAllBytes(path, File(0x08, [3], [7, 8]));
            Assert.Equal(
                $"{path}: its dimensions are [3] bytes = 3, but 2 follow the header.",
                Assert.Throws<InvalidDataException>(() => Idx.Read(path)).Message);
        }
        finally
        {
            System.IO.File.Delete(path);
        }

        Assert.Throws<FileNotFoundException>(() => Idx.Read(path));
        Assert.Throws<ArgumentException>(nameof(path), () => Idx.Read(" "));
    }

    [Theory]
    [InlineData(0x09, "type 0x09 (signed bytes); only 0x08, unsigned bytes, is read")]
    [InlineData(0x0D, "type 0x0D (32-bit floats)")]
    [InlineData(0x42, "type 0x42; only")]
    public void Other_element_types_are_refused(byte type, string message) => Refuses(File(type, [1], [0]), message);

    [Fact]
    public void What_is_not_an_IDX_file_is_refused()
    {
        Refuses("PK\u0003\u0004 and so on"u8.ToArray(), "it starts with 504B0304; an IDX file of bytes starts with 000008 (or 1F8B, gzipped)");
        Refuses([], "it ends where the header");
        Refuses([0], "it ends where the header");
        Refuses([0, 0, 8], "it ends where the header");
        Refuses([0, 0, 8, 0], "it has 0 dimensions");
        Refuses([0, 0, 8, 2, 0, 0, 0, 1, 0, 0], "it ends where dimension 1 of 2 should be");
    }

    [Theory]
    [InlineData(0u)]
    [InlineData(0x80000000u)]
    [InlineData(uint.MaxValue)]
    public void Dimensions_must_be_positive(uint dimension) => Refuses(
        [0, 0, 8, 1, (byte)(dimension >> 24), (byte)(dimension >> 16), (byte)(dimension >> 8), (byte)dimension],
        $"dimension 0 of 1 is {dimension}; it must be 1 to 2147483647");

    [Fact]
    public void Dimensions_that_overflow_are_refused()
    {
        Refuses(File(0x08, [65536, 65536], []), "its dimensions are [65536, 65536] bytes; together they may be");
        Refuses(File(0x08, [int.MaxValue, int.MaxValue, int.MaxValue, 4], []), "together they may be");
        Refuses(File(0x08, [65536, 65536, 65536, 65536, 2], []), "together they may be"); // 2⁶⁵: 0 in 64 bits
    }

    [Fact]
    public void Files_cut_at_any_byte_are_refused()
    {
        byte[] file = File(0x08, [3, 2], [1, 2, 3, 4, 5, 6]);
        for (int length = 0; length < file.Length; length++)
        {
            Assert.Throws<InvalidDataException>(() => Idx.Read(new MemoryStream(file[..length])));
            Assert.Throws<InvalidDataException>(() => Idx.Read(new MemoryStream(Gzip(file[..length]))));
        }
    }

    [Fact]
    public void Gzipped_files_cut_at_any_byte_of_data_or_checksum_are_refused()
    {
        byte[] elements = new byte[2000];
        new Random(1).NextBytes(elements);
        byte[] zipped = Gzip(File(0x08, [2000], elements));
        for (int length = 0; length < zipped.Length; length++)
        {
            MemoryStream cut = new(zipped[..length]);
            Assert.Throws<InvalidDataException>(() => Idx.Read(cut));
            Assert.Throws<InvalidDataException>(() => Idx.Read(new Dripping(zipped[..length])));
        }
    }

    [Fact]
    public void Bytes_after_the_last_element_are_refused()
    {
        byte[] file = File(0x08, [2], [1, 2, 3]);

        Refuses(file, "its dimensions are [2] bytes = 2, but 3 follow the header");
        Refuses(Gzip(file), "its dimensions are [2] bytes = 2, but it goes on after them");
    }

    [Fact]
    public void Broken_gzip_is_refused()
    {
        byte[] zipped = Gzip(File(0x08, [1000], new byte[1000]));
        zipped[2] = 0; // no such compression method

        Refuses(zipped, "it starts like a gzip file but does not unpack");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Huge_dimensions_of_a_short_file_take_no_memory(bool gzip)
    {
        byte[] file = File(0x08, [2_000_000_000], [1, 2, 3]);
        MemoryStream stream = new(gzip ? Gzip(file) : file);

        long before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Throws<InvalidDataException>(() => Idx.Read(stream));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1_000_000);
    }

    private static void Refuses(byte[] file, string message)
    {
        var error = Assert.Throws<InvalidDataException>(() => Idx.Read(new MemoryStream(file)));
        Assert.StartsWith("the stream: ", error.Message, StringComparison.Ordinal);
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    private static byte[] File(byte type, int[] shape, IEnumerable<byte> elements)
    {
        byte[] header = new byte[4 + 4 * shape.Length];
        (header[2], header[3]) = (type, (byte)shape.Length);
        for (int i = 0; i < shape.Length; i++)
        {
            BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4 + 4 * i), shape[i]);
        }

        return [.. header, .. elements];
    }

    private static byte[] Gzip(byte[] bytes)
    {
        MemoryStream packed = new();
        using (GZipStream gzip = new(packed, CompressionLevel.Fastest))
        {
            gzip.Write(bytes);
        }

        return packed.ToArray();
    }
}
