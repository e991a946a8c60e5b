using System.Drawing;

namespace NetGen.Tests.Images;

/// <summary>One picture becomes the numbers that its format, its transparency and the size asked for say.</summary>
public sealed class ImageFileTests : IDisposable
{
    private static readonly ImageOptions s_plain = new() { Scale = 1 };

    private readonly PictureFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_png_of_its_own_size_keeps_its_bytes()
    {
        byte[] gray = Pictures.Noise(7, 5, seed: 1), colors = Pictures.Noise(7, 5, seed: 2, channels: 3);
        Assert.Equal(gray.Select(b => (float)b), Read(Pictures.Png(7, 5, gray), 5, 7, 1));
        Assert.Equal(colors.Select(b => (float)b), Read(Pictures.Png(7, 5, colors), 5, 7, 3));
        Assert.Equal(gray.SelectMany(b => new[] { (float)b, b, b }), Read(Pictures.Png(7, 5, gray), 5, 7, 3));
    }

    [Fact]
    public void Every_format_is_read_by_its_content_and_not_by_its_name()
    {
        Assert.Equal([10, 20, 30, 1, 2, 3], Read(Pictures.Bmp(1, 2, (y, _) => y == 0 ? ((byte)10, (byte)20, (byte)30) : ((byte)1, (byte)2, (byte)3)), 2, 1, 3));
        Assert.Equal([3, 2, 1, 6, 5, 4], Read(Pictures.Tga(2, 1, 1, 2, 3, 4, 5, 6), 1, 2, 3));
        Assert.Equal([255, 255, 255], Read(Pictures.Gif(), 1, 1, 3));
        Assert.Equal(Enumerable.Repeat(128f, 64), Read(Pictures.Jpeg(), 8, 8, 1));
    }

    [Fact]
    public void Gray_is_the_luma_of_the_colors() =>
        Assert.Equal([77, 149, 29, 255, 0], Read(Pictures.Png(5, 1, 255, 0, 0, 0, 255, 0, 0, 0, 255, 255, 255, 255, 0, 0, 0), 1, 5, 1));

    [Fact]
    public void What_is_transparent_shows_the_background()
    {
        byte[] picture = Pictures.Png(3, 1, 100, 0, 0, 0, 100, 0, 0, 255, 100, 0, 200, 51);
        Assert.Equal([255, 255, 255, 100, 0, 0, 224, 204, 244], Read(picture, 1, 3, 3));
        Assert.Equal([0, 255, 0, 100, 0, 0, 20, 204, 40], Read(picture, 1, 3, 3, s_plain with { Background = Color.Lime }));
        Assert.Equal([255, 0], Read(Pictures.Png(2, 1, 9, 0, 0, 255), 1, 2, 1));
    }

    [Fact]
    public void A_smaller_picture_is_the_mean_over_areas()
    {
        Assert.Equal([2, 7], Read(Pictures.Png(4, 1, 1, 3, 4, 10), 1, 2, 1));
        Assert.Equal([2, 8], Read(Pictures.Png(3, 1, 1, 4, 10), 1, 2, 1)); // (1 + 4/2)/1.5 and (4/2 + 10)/1.5
        foreach ((int width, int height, int newWidth, int newHeight) in new[] { (28, 28, 16, 16), (13, 7, 5, 3), (100, 3, 7, 3), (9, 40, 1, 1) })
        {
            byte[] gray = Pictures.Noise(width, height, seed: width);
            float[] resized = Read(Pictures.Png(width, height, gray), newHeight, newWidth, 1);
            for (int y = 0; y < newHeight; y++)
            {
                for (int x = 0; x < newWidth; x++)
                {
                    Assert.InRange(resized[y * newWidth + x] - AreaMean(gray, width, height, x, y, newWidth, newHeight), -0.5 - 1e-9, 0.5 + 1e-9);
                }
            }
        }
    }

    [Fact]
    public void A_larger_picture_is_bilinear_between_centers_and_continued_at_the_edges()
    {
        Assert.Equal([0, 25, 75, 100], Read(Pictures.Png(2, 1, 0, 100), 1, 4, 1));
        Assert.Equal([0, 50, 100], Read(Pictures.Png(2, 1, 0, 100), 1, 3, 1));
        Assert.Equal([0, 25, 75, 100, 25, 44, 81, 100, 75, 81, 94, 100, 100, 100, 100, 100], Read(Pictures.Png(2, 2, 0, 100, 100, 100), 4, 4, 1));
        Assert.Equal(Enumerable.Repeat(77f, 60), Read(Pictures.Png(1, 1, 77), 10, 6, 1));
        Assert.Equal([50, 50, 50], Read(Pictures.Png(1, 2, 0, 100), 1, 3, 1)); // smaller down, larger across
    }

    [Theory]
    [InlineData(1, 128, 192, 96, 160)]
    [InlineData(2, 192, 128, 160, 96)]
    [InlineData(3, 160, 96, 192, 128)]
    [InlineData(4, 96, 160, 128, 192)]
    [InlineData(5, 128, 96, 192, 160)]
    [InlineData(6, 96, 128, 160, 192)]
    [InlineData(7, 160, 192, 96, 128)]
    [InlineData(8, 192, 160, 128, 96)]
    public void A_jpeg_is_turned_as_its_camera_noted(byte orientation, params int[] expected)
    {
        byte[] other = [0xFF, 0xE0, 0, 4, 1, 2];
        foreach (bool isLittle in new[] { true, false })
        {
            byte[] exif = Pictures.Exif(orientation, isLittle);
            Assert.Equal(expected.Select(gray => (float)gray), Read(Pictures.JpegOfFour(exif), 2, 2, 1));
            Assert.Equal(expected.Select(gray => (float)gray), Read(Pictures.JpegOfFour([.. other, .. exif]), 2, 2, 1));
        }
    }

    [Fact]
    public void A_note_that_is_not_well_formed_counts_as_none()
    {
        byte[] exif = Pictures.Exif(6, isLittle: true);
        byte[] far = [.. exif], many = [.. exif], strange = [.. exif];
        (far[14], many[18], strange[10]) = (0xFF, 0xFF, (byte)'X');
        byte[][] notes = [[], Pictures.Exif(0, isLittle: true), Pictures.Exif(9, isLittle: false), Pictures.Exif(6, isLittle: true, type: 4), far, strange];
        Assert.All(notes, note => Assert.Equal([128, 192, 96, 160], Read(Pictures.JpegOfFour(note), 2, 2, 1)));
        Assert.Equal([96, 128, 160, 192], Read(Pictures.JpegOfFour(many), 2, 2, 1)); // the orientation stands before the end
    }

    [Fact]
    public void A_picture_of_other_proportions_is_stretched_or_its_middle_is_taken()
    {
        ImageOptions middle = s_plain with { Fit = ImageFit.CenterCrop };
        byte[] wide = Pictures.Png(6, 2, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12);
        Assert.Equal([3, 4, 9, 10], Read(wide, 2, 2, 1, middle));
        Assert.Equal([2, 5, 8, 11], Read(wide, 2, 2, 1));
        Assert.Equal([2, 3], Read(Pictures.Png(1, 4, 1, 2, 3, 4), 2, 1, 1, middle));
        Assert.Equal([2], Read(Pictures.Png(1, 4, 1, 2, 3, 4), 1, 1, 1, middle)); // of an odd rest, one more below
        Assert.Equal([2, 2, 2], Read(Pictures.Png(1, 4, 1, 2, 3, 4), 1, 3, 1, middle)); // never less than a pixel
        Assert.Equal(Read(wide, 4, 12, 1), Read(wide, 4, 12, 1, middle)); // of the same proportions
    }

    [Fact]
    public void A_stream_is_read_as_a_file_is()
    {
        byte[] picture = Pictures.Png(7, 5, Pictures.Noise(7, 5, seed: 1));
        using MemoryStream stream = new(picture), cut = new(picture[..^3]);
        Assert.Equal(Read(picture, 3, 4, 1), ImageFile.Read(stream, 3, 4, 1, s_plain));
        Assert.StartsWith("The picture: it is cut off", Assert.Throws<InvalidDataException>(() => ImageFile.Read(cut, 3, 4, 1)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentNullException>("stream", () => ImageFile.Read((Stream)null!, 3, 4, 1));
    }

    [Fact]
    public void Scale_and_offset_are_those_of_a_column_of_bytes()
    {
        string path = _folder.With("a.png", Pictures.Png(2, 1, 0, 200)).At("a.png");
        Assert.Equal([0, 200 * (1f / 255)], ImageFile.Read(path, 1, 2, 1));
        Assert.Equal([-1, 200 * (2f / 255) - 1], ImageFile.Read(path, 1, 2, 1, new() { Scale = 2f / 255, Offset = -1 }));
    }

    [Fact]
    public void A_file_that_is_no_picture_is_named_with_the_reason()
    {
        byte[] png = Pictures.Png(20, 20, Pictures.Noise(20, 20, seed: 1)), bmp = Pictures.Bmp(9, 9, (y, x) => ((byte)y, (byte)x, 3));
        Refuses([], "it is empty");
        Refuses("Not a picture at all, but a long line of text."u8.ToArray(), "it does not begin like a PNG, JPEG, BMP, GIF or TGA image, whatever its name says");
        Refuses([0x89], "it does not begin like");
        Refuses(png[..^1], "it is cut off");
        Refuses(png[..100], "it is cut off");
        Refuses(png[..8], "it is cut off");
        Refuses(bmp[..^2], "it is cut off"); // the last byte only fills up a row
        Refuses(Pictures.Tga(2, 1, 1, 2, 3, 4, 5), "it is cut off");
        Refuses(Pictures.Jpeg()[..^2], "it is cut off");
        Refuses(Pictures.Gif()[..^4], "it is cut off");
        png[60] ^= 1;
        Refuses(png, "it is damaged: a checksum does not fit");
        Refuses([.. Pictures.PngHeader(2, 2, 0), .. Pictures.Chunk("IDAT", [1, 2, 3]), .. Pictures.Chunk("IEND", [])], "it is damaged, or a form of PNG");
        Refuses([.. Pictures.PngHeader(2, 2, 7), .. Pictures.Chunk("IEND", [])], "it is damaged, or a form of PNG");
    }

    [Fact]
    public void A_huge_picture_is_refused_by_its_header()
    {
        Refuses(Pictures.Png(4, 3, Pictures.Noise(4, 3, seed: 1)), "it has 4 × 3 pixels; MaximumPixels allows 11", new() { MaximumPixels = 11 });
        Refuses([.. Pictures.PngHeader(100_000, 100_000, 2), .. Pictures.Chunk("IEND", [])], "it has 100,000 × 100,000 pixels; MaximumPixels allows 100,000,000");
        Refuses(Pictures.BmpHeader(60_000, 30_000, 0), "it has 60,000 × 30,000 pixels");
        byte[] claims = [.. Pictures.PngHeader(2, 2, 0), 0x3F, 0xFF, 0xFF, 0xFF, .. "IDAT"u8, 1, 2, 3, 4, 5, 6, 7, 8];
        Assert.InRange(Allocated.ByThread(() => Refuses(claims, "it is cut off")), 1, 1_000_000); // and not the gigabyte it claims
    }

    [Fact]
    public void Damaged_files_of_every_format_are_refused_or_read_but_end_nothing()
    {
        byte[][] files = [Pictures.Png(6, 6, Pictures.Noise(6, 6, 1)), Pictures.Bmp(6, 6, (y, x) => ((byte)y, (byte)x, 0)), Pictures.Tga(2, 1, 1, 2, 3, 4, 5, 6), Pictures.Gif(), Pictures.Jpeg()];
        var random = new Random(1);
        ImageOptions small = new() { MaximumPixels = 1_000_000 };
        for (int trial = 0; trial < 1000; trial++)
        {
            byte[] file = [.. files[trial % files.Length]];
            for (int change = random.Next(1, 4); change > 0; change--)
            {
                file[random.Next(file.Length)] = (byte)random.Next(256);
            }

            string path = _folder.With("a.png", file[..random.Next(file.Length / 2, file.Length + 1)]).At("a.png");
            Assert.True(Record.Exception(() => ImageFile.Read(path, 3, 3, 1, small)) is null or InvalidDataException);
        }
    }

    [Fact]
    public void Arguments_and_options_are_checked()
    {
        string path = _folder.With("a.png", Pictures.Gif()).At("a.png");
        Assert.Throws<ArgumentException>("path", () => ImageFile.Read(" ", 1, 1, 1));
        Assert.Throws<ArgumentOutOfRangeException>("height", () => ImageFile.Read(path, 0, 1, 1));
        Assert.Throws<ArgumentOutOfRangeException>("width", () => ImageFile.Read(path, 1, -1, 1));
        Assert.Throws<ArgumentOutOfRangeException>("channels", () => ImageFile.Read(path, 1, 1, 4));
        Assert.Throws<ArgumentOutOfRangeException>("height", () => ImageFile.Read(path, int.MaxValue, int.MaxValue, 3));
        Assert.Throws<ArgumentOutOfRangeException>("scale", () => ImageFile.Read(path, 1, 1, 1, new() { Scale = float.NaN }));
        Assert.Throws<ArgumentOutOfRangeException>("options", () => ImageFile.Read(path, 1, 1, 1, new() { MaximumPixels = 0 }));
        Assert.Throws<ArgumentOutOfRangeException>("options", () => ImageFile.Read(path, 1, 1, 1, new() { Threads = 0 }));
        Assert.Contains("ImageFit.CenterCrop", Assert.Throws<ArgumentOutOfRangeException>("options", () => ImageFile.Read(path, 1, 1, 1, new() { Fit = (ImageFit)7 })).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>("options", () => ImageFile.Read(path, 1, 1, 1, new() { Label = "Image" }));
        Assert.Throws<ArgumentException>("options", () => ImageFile.Read(path, 1, 1, 1, new() { ClassNames = ["a", "a"] }));
        Assert.Throws<FileNotFoundException>(() => ImageFile.Read(_folder.At("none.png"), 1, 1, 1));
    }

    private void Refuses(byte[] file, string reason, ImageOptions? options = null)
    {
        string path = _folder.With("a.png", file).At("a.png");
        Assert.StartsWith($"{path}: {reason}", Assert.Throws<InvalidDataException>(() => ImageFile.Read(path, 2, 2, 1, options)).Message, StringComparison.Ordinal);
    }

    private float[] Read(byte[] file, int height, int width, int channels, ImageOptions? options = null) =>
        ImageFile.Read(_folder.With("a.png", file).At("a.png"), height, width, channels, options ?? s_plain);

    private static double AreaMean(byte[] gray, int width, int height, int x, int y, int newWidth, int newHeight)
    {
        double across = (double)width / newWidth, down = (double)height / newHeight, sum = 0;
        for (int v = 0; v < height; v++)
        {
            for (int u = 0; u < width; u++)
            {
                sum += gray[v * width + u] * Common(u, x * across, across) * Common(v, y * down, down);
            }
        }

        return sum / across / down;

        static double Common(int pixel, double start, double length) => Math.Max(0, Math.Min(pixel + 1, start + length) - Math.Max(pixel, start));
    }
}
