using System.Drawing;

namespace NetGen;

/// <summary>How <see cref="ImageFolder"/> and <see cref="ImageFile"/> read pictures; what is left out has a usual value.</summary>
public sealed record ImageOptions
{
    /// <summary>The name of the column of images, that of the network's input; "Image" if not given.</summary>
    public string Image { get; init; } = "Image";

    /// <summary>The name of the column of classes, that of the network's head; "Label" if not given.</summary>
    public string Label { get; init; } = "Label";

    /// <summary>
    /// The names of class 0, class 1, …: give those that the training folder had, so that a test folder numbers its classes alike. A class
    /// without a folder then has no images. If not given, the folders' names in ordinal order (A to Z before a to z) are the classes.
    /// </summary>
    public IReadOnlyList<string>? ClassNames { get; init; }

    /// <summary>
    /// What a byte of a picture is multiplied by (see <see cref="FeatureColumn"/>); the default maps 0 to 255 onto 0 to 1.
    /// </summary>
    public float Scale { get; init; } = 1f / 255;

    /// <summary>What is then added.</summary>
    public float Offset { get; init; }

    /// <summary>
    /// What is done to a picture of other proportions than those asked for: it is stretched if not given; <see cref="ImageFit.CenterCrop"/> keeps
    /// its proportions and its middle.
    /// </summary>
    public ImageFit Fit { get; init; }

    /// <summary>What shines through where a picture is transparent; white if not given. Its own transparency is left out.</summary>
    public Color Background { get; init; } = Color.White;

    /// <summary>
    /// Whether a file that cannot be read is passed over and listed in <see cref="ImageFolder.Skipped"/>; true if not given. Otherwise the
    /// first one, in the order of the files, is an <see cref="InvalidDataException"/>.
    /// </summary>
    public bool SkipUnreadable { get; init; } = true;

    /// <summary>
    /// The most pixels, width × height, that a picture may have; 100 million if not given. A larger one is not decoded but counts as
    /// unreadable: decoding takes 4 bytes a pixel and more, on each thread.
    /// </summary>
    public int MaximumPixels { get; init; } = 100_000_000;

    /// <summary>
    /// How many pictures are decoded at the same time, 1 to 1024; as many as there are processors if not given. The result is the same.
    /// </summary>
    public int Threads { get; init; } = Math.Clamp(Environment.ProcessorCount, 1, MostThreads);

    private const int MostThreads = 1024;

    /// <exception cref="ArgumentException">A value is not of its range.</exception>
    internal void Check(string argument)
    {
        if (string.IsNullOrWhiteSpace(Image) || string.IsNullOrWhiteSpace(Label) || Image == Label)
        {
            throw new ArgumentException($"The columns are called \"{Image}\" and \"{Label}\"; each needs a name of its own.", argument);
        }

        _ = new FeatureColumn(Image, [1], new byte[1], Scale, Offset); // which says what is wrong with scale or offset
        if (!Enum.IsDefined(Fit))
        {
            throw new ArgumentOutOfRangeException(argument, Fit,
                $"{nameof(Fit)} must be {nameof(ImageFit)}.{ImageFit.Stretch} (the whole picture, distorted) or {nameof(ImageFit)}.{ImageFit.CenterCrop} (its middle).");
        }

        if (MaximumPixels < 1)
        {
            throw new ArgumentOutOfRangeException(argument, MaximumPixels, $"{nameof(MaximumPixels)} must be at least 1.");
        }

        if (Threads is < 1 or > MostThreads)
        {
            throw new ArgumentOutOfRangeException(argument, Threads, $"{nameof(Threads)} must be 1 to {MostThreads}.");
        }

        if (ClassNames is { } names
            && (names.Count == 0 || names.Any(string.IsNullOrWhiteSpace) || names.Distinct(StringComparer.Ordinal).Count() < names.Count))
        {
            throw new ArgumentException($"{nameof(ClassNames)} must be one or more different names, none of them blank.", argument);
        }
    }
}
