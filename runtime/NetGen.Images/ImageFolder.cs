using System.Collections.Immutable;
using System.Globalization;

namespace NetGen;

/// <summary>
/// Pictures read from a folder of class folders, <c>pets/cat/1.png</c>, <c>pets/dog/7.jpg</c>, as a data set: a column of bytes, a quarter of
/// the memory of floats, and one of labels.
/// </summary>
/// <remarks>
/// PNG, JPEG, BMP, GIF (of one that moves the first image) and TGA are read. Every picture is brought to the height and width asked for,
/// whatever its proportions (<see cref="ImageOptions.Fit"/>): by the mean over areas where it shrinks, bilinear where it grows. Transparent pixels are laid on
/// <see cref="ImageOptions.Background"/>; gray is 0.299 R + 0.587 G + 0.114 B; 16 bits become 8. A JPEG is turned as the camera
/// noted (Exif). Rows are in ordinal order of class and path, and the bytes are the same on every machine and number of threads.
/// </remarks>
/// <example><code>
/// ImageFolder pets = ImageFolder.Load("pets", 32, 32, 3);
/// DataSplit data = pets.Data.Split(validation: 0.2, seed: 1, stratify: "Label");
/// </code></example>
public sealed class ImageFolder
{
    private const int ShownSkipped = 5;

    private readonly ImageShape _shape;

    private ImageFolder(ImageShape shape, ClassFolders folders, FolderReading reading, ImageOptions options)
    {
        _shape = shape;
        ClassNames = folders.ClassNames;
        int[] read = [.. Enumerable.Range(0, folders.Files.Length).Where(i => reading.Faults[i] is null)];
        Files = [.. read.Select(i => folders.Files[i].File)];
        IEnumerable<int> others = Enumerable.Range(0, folders.Files.Length).Except(read);
        Skipped = [.. others.Select(i => new SkippedImage(folders.Files[i].File, reading.Faults[i]!))];
        for (int row = 0; row < read.Length; row++)
        {
            reading.Bytes.AsSpan(read[row] * shape.Size, shape.Size).CopyTo(reading.Bytes.AsSpan(row * shape.Size)); // closes the gaps
        }

        ReadOnlyMemory<byte> bytes = reading.Bytes.AsMemory(0, read.Length * shape.Size);
        Data = new Dataset(
            new FeatureColumn(options.Image, [shape.Height, shape.Width, shape.Channels], bytes, options.Scale, options.Offset),
            new LabelColumn(options.Label, read.Select(i => folders.Files[i].Class).ToArray()));
    }

    /// <summary>A row for each picture that could be read: a column of bytes [height, width, channels] and one of labels.</summary>
    public Dataset Data { get; }

    /// <summary>The names of the classes 0, 1, …: those of the folders, in ordinal order, or those given.</summary>
    public ImmutableArray<string> ClassNames { get; }

    /// <summary>The file of each row, from the folder on, with slashes: <c>cat/1.png</c>.</summary>
    public ImmutableArray<string> Files { get; }

    /// <summary>The files that could not be read, and why.</summary>
    public ImmutableArray<SkippedImage> Skipped { get; }

    /// <summary>
    /// Reads all pictures of a folder. What stands in folders within a class folder belongs to the class too; names that begin with a point
    /// and the folder's own files are passed over.
    /// </summary>
    /// <param name="path">Holds a folder of pictures for each class.</param>
    /// <param name="height">Rows of pixels that pictures are brought to.</param>
    /// <param name="width">Pixels in a row.</param>
    /// <param name="channels">1 for gray, 3 for red, green and blue.</param>
    /// <param name="options">Names, scale, background, what to do with unreadable files.</param>
    /// <param name="progress">Told after each file (see <see cref="ImageProgress.ForEach"/>).</param>
    /// <param name="cancellationToken">Ends the reading after the pictures at hand.</param>
    /// <exception cref="ArgumentException">
    /// A number or an option is not of its range, or the pictures together are more than a column holds.
    /// </exception>
    /// <exception cref="IOException">The folder is not there or cannot be read.</exception>
    /// <exception cref="InvalidDataException">
    /// There are no class folders, or one only; a class folder is empty, not one of the known classes, or has no file that can be read; two
    /// differ in case only; or a file cannot be read and <see cref="ImageOptions.SkipUnreadable"/> is false. The message names it.
    /// </exception>
    /// <exception cref="OperationCanceledException">It was canceled.</exception>
    public static ImageFolder Load(
        string path, int height, int width, int channels,
        ImageOptions? options = null, IProgress<ImageProgress>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        ImageShape shape = ImageShape.Of(height, width, channels);
        options ??= new ImageOptions();
        options.Check(nameof(options));
        ClassFolders folders = ClassFolders.Find(path, options.ClassNames);
        long bytes = (long)shape.Size * folders.Files.Length;
        if (bytes > Array.MaxLength)
        {
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture,
                $"{QuotedText.Escaped(path)}: {folders.Files.Length:N0} files × {height} × {width} × {channels} = {bytes:N0} bytes; ")
                + string.Create(CultureInfo.InvariantCulture, $"a column holds {Array.MaxLength:N0}. Load the pictures smaller, or a part of them."),
                nameof(path));
        }

        var reading = new FolderReading(path, folders, shape, options, progress);
        reading.Run(cancellationToken);
        RequireEveryClass(path, folders, reading);
        return new ImageFolder(shape, folders, reading, options);
    }

    /// <summary>
    /// "12 pictures [28, 28, 3] of 2 classes: cat 5, dog 7; 1 file skipped", then a line for each of the first files skipped.
    /// </summary>
    public override string ToString()
    {
        int[] counts = new int[ClassNames.Length];
        foreach (int label in ((LabelColumn)Data.Columns[1]).ToArray())
        {
            counts[label]++;
        }

        string classes = QuotedText.List([.. ClassNames.Zip(counts, (name, count) => $"{name} {Number(count)}")]);
        string skipped = Skipped.IsEmpty ? "" : $"; {Counted(Skipped.Length, "file")} skipped";
        string more = Skipped.Length > ShownSkipped ? "\n  …" : "";
        return $"{Counted(Data.Count, "picture")} {_shape} of {Number(ClassNames.Length)} classes: {classes}{skipped}"
            + string.Concat(Skipped.Take(ShownSkipped).Select(file => $"\n  {file}")) + more;
    }

    private static string Counted(int count, string thing) => $"{Number(count)} {thing}{(count == 1 ? "" : "s")}";

    private static string Number(int count) => count.ToString("N0", CultureInfo.InvariantCulture);

    private static void RequireEveryClass(string path, ClassFolders folders, FolderReading reading)
    {
        foreach (IGrouping<int, int> files in Enumerable.Range(0, folders.Files.Length).GroupBy(i => folders.Files[i].Class))
        {
            if (files.All(i => reading.Faults[i] is not null))
            {
                int first = files.First();
                string folder = QuotedText.Escaped(Path.Combine(path, folders.ClassNames[files.Key]));
                var example = new SkippedImage(folders.Files[first].File, reading.Faults[first]!);
                throw new InvalidDataException($"{folder}: {(files.Count() == 1 ? "its only file cannot" : $"none of its {files.Count()} files can")} be read; {example}.");
            }
        }
    }
}
