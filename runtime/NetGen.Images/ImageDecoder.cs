using System.Globalization;
using StbImageSharp;

namespace NetGen;

/// <summary>Files of pictures as pixels.</summary>
internal static class ImageDecoder
{
    public const string CutOff = "it is cut off";

    private const string Kinds = "PNG, JPEG, BMP, GIF or TGA";

    /// <summary>Decodes a picture; of one that moves, its first. A JPEG is turned as its camera noted.</summary>
    /// <param name="file">The content of the file.</param>
    /// <param name="maximumPixels">The most it may have; whether it does its header tells, before anything is decoded.</param>
    /// <exception cref="InvalidDataException">
    /// It is no picture, damaged or too large; the message is a sentence about "it", without an end.
    /// </exception>
    public static Pixels Decode(byte[] file, int maximumPixels)
    {
        if (file.Length == 0)
        {
            throw new InvalidDataException("it is empty");
        }

        if (PngChunks.IsPng(file))
        {
            string? fault = PngChunks.Fault(file, out uint width, out uint height);
            RequireSize(width, height, maximumPixels);
            if (fault is not null)
            {
                throw new InvalidDataException(fault);
            }
        }

        if (Info(file) is not { } info)
        {
            throw new InvalidDataException(PngChunks.IsPng(file)
                ? Damaged
                : $"it does not begin like a {Kinds} image, whatever its name says");
        }

        RequireSize((uint)info.Width, (uint)info.Height, maximumPixels);
        ImageResult image = Pixels(file);
        return new Pixels(image.Height, image.Width, image.Data).Upright(ExifOrientation.Of(file));
    }

    private static string Damaged => $"it is damaged, or a form of {Kinds} that the decoder does not read";

    private static ImageInfo? Info(byte[] file)
    {
        using var stream = new MemoryStream(file, writable: false);
        try
        {
            return ImageInfo.FromStream(stream);
        }
        catch (Exception fault) // of any type: the decoder trusts numbers in the file
        {
            throw new InvalidDataException(Damaged, fault);
        }
    }

    private static ImageResult Pixels(byte[] file)
    {
        using var stream = new WatchedMemory(file);
        ImageResult image;
        try
        {
            image = ImageResult.FromStream(stream, ColorComponents.RedGreenBlueAlpha);
        }
        catch (Exception fault) // its words are shared by all threads, and may be about another file
        {
            throw new InvalidDataException(stream.HasPassedEnd ? CutOff : Damaged, fault);
        }

        return stream.HasPassedEnd ? throw new InvalidDataException(CutOff) : image;
    }

    private static void RequireSize(uint width, uint height, int maximumPixels)
    {
        if ((ulong)width * height > (ulong)maximumPixels)
        {
            throw new InvalidDataException(string.Create(CultureInfo.InvariantCulture,
                $"it has {width:N0} × {height:N0} pixels; {nameof(ImageOptions.MaximumPixels)} allows {maximumPixels:N0}"));
        }
    }
}
