namespace NetGen;

/// <summary>Reads a single picture as a network takes it: PNG, JPEG, BMP, GIF (its first image) or TGA.</summary>
/// <example><code>
/// net.Predict(ImageFile.Read("cat.png", 32, 32, 3), probabilities);
/// </code></example>
public static class ImageFile
{
    /// <summary>
    /// The numbers of a picture, row by row, the channels of a pixel side by side: the same as <see cref="ImageFolder"/> makes of the file
    /// with the same options.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="height">Rows of pixels it is brought to.</param>
    /// <param name="width">Pixels in a row.</param>
    /// <param name="channels">1 for gray, 3 for red, green and blue.</param>
    /// <param name="options">Those the training pictures were read with.</param>
    /// <returns>height × width × channels floats.</returns>
    /// <exception cref="ArgumentException">A number or an option is not of its range.</exception>
    /// <exception cref="IOException">The file is not there or cannot be read.</exception>
    /// <exception cref="InvalidDataException">
    /// It is no picture, damaged, or larger than <see cref="ImageOptions.MaximumPixels"/>; the message names it.
    /// </exception>
    public static float[] Read(string path, int height, int width, int channels, ImageOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        return Numbers(() => File.ReadAllBytes(path), QuotedText.Escaped(path), height, width, channels, options);
    }

    /// <summary>
    /// The same of a picture that is no file: an upload, or a resource of a program. The stream is read to its end, and not closed.
    /// </summary>
    /// <param name="stream">The content of a file.</param>
    /// <param name="height">Rows of pixels it is brought to.</param>
    /// <param name="width">Pixels in a row.</param>
    /// <param name="channels">1 for gray, 3 for red, green and blue.</param>
    /// <param name="options">Those the training pictures were read with.</param>
    /// <returns>height × width × channels floats.</returns>
    /// <exception cref="ArgumentException">A number or an option is not of its range.</exception>
    /// <exception cref="IOException">The stream cannot be read.</exception>
    /// <exception cref="InvalidDataException">
    /// It is no picture, damaged, or larger than <see cref="ImageOptions.MaximumPixels"/>.
    /// </exception>
    public static float[] Read(Stream stream, int height, int width, int channels, ImageOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using var file = new MemoryStream();
        stream.CopyTo(file);
        return Numbers(file.ToArray, "The picture", height, width, channels, options);
    }

    private static float[] Numbers(Func<byte[]> file, string name, int height, int width, int channels, ImageOptions? options)
    {
        ImageShape shape = ImageShape.Of(height, width, channels);
        options ??= new ImageOptions();
        options.Check(nameof(options));
        byte[] bytes = new byte[shape.Size];
        try
        {
            Decode(file(), shape, options, bytes);
        }
        catch (InvalidDataException fault)
        {
            throw new InvalidDataException($"{name}: {fault.Message}.", fault);
        }

        return new FeatureColumn(options.Image, [height, width, channels], bytes, options.Scale, options.Offset).ToArray();
    }

    /// <summary>Reads a file whole, so that memory follows its length and not what its header claims, and decodes it.</summary>
    /// <exception cref="InvalidDataException">As <see cref="ImageDecoder.Decode"/>.</exception>
    internal static void Decode(string path, ImageShape shape, ImageOptions options, Span<byte> to) =>
        Decode(File.ReadAllBytes(path), shape, options, to);

    private static void Decode(byte[] file, ImageShape shape, ImageOptions options, Span<byte> to) =>
        ImageResizer.Resize(Fitted(ImageDecoder.Decode(file, options.MaximumPixels), shape, options.Fit), shape, options.Background, to);

    private static Pixels Fitted(Pixels pixels, ImageShape shape, ImageFit fit) =>
        fit == ImageFit.CenterCrop ? pixels.Center(shape.Height, shape.Width) : pixels;
}
