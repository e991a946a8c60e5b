using NetGen;

namespace Digits;

/// <summary>The four IDX files of MNIST, or of Fashion-MNIST, which has the same form.</summary>
internal static class MnistFolder
{
    private const double ValidationShare = 0.1;
    private const int Side = 28;

    private static readonly string[] Files =
        ["train-images-idx3-ubyte", "train-labels-idx1-ubyte", "t10k-images-idx3-ubyte", "t10k-labels-idx1-ubyte"];

    /// <summary>The images in three parts: a tenth of the training files' validates.</summary>
    /// <exception cref="UsageException">A file is missing, cannot be read, or does not hold what its name says.</exception>
    public static ImageSet Read(string folder)
    {
        (Dataset training, Dataset test) = ReadFiles(folder);
        DataSplit parts = training.Split(ValidationShare, seed: 1, stratify: ImageSet.Labels);
        return new ImageSet(folder, parts.Train, parts.Validation, test);
    }

    /// <summary>The images as the files hold them, in their order.</summary>
    /// <inheritdoc cref="Read"/>
    public static (Dataset Training, Dataset Test) ReadFiles(string folder)
    {
        string?[] found = [.. Files.Select(name => Find(folder, name))];
        if (found.Contains(null))
        {
            IEnumerable<string> missing = Files.Where((_, i) => found[i] is null).Select(name => $"\n  {name} (or {name}.gz)");
            throw new UsageException($"--data {folder}: these files of MNIST or Fashion-MNIST are missing:{string.Concat(missing)}");
        }

        try
        {
            return (Load(found[0]!, found[1]!), Load(found[2]!, found[3]!));
        }
        catch (Exception fault) when (fault is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            throw new UsageException($"--data {folder}: {fault.Message}");
        }
    }

    private static string? Find(string folder, string name) =>
        new[] { name, name + ".gz" }.Select(file => Path.Combine(folder, file)).FirstOrDefault(File.Exists);

    private static Dataset Load(string imageFile, string labelFile)
    {
        IdxArray images = Idx.Read(imageFile), labels = Idx.Read(labelFile);
        Require(images.Shape is [_, Side, Side], imageFile, $"it holds {images}; images of {Side} × {Side} are needed");
        Require(labels.Shape is [int count] && count == images.Count, labelFile, $"it holds {labels}; one label for each of the {images.Count} images is needed");
        Require(!labels.Bytes.Span.ContainsAnyInRange((byte)ImageSet.Classes, byte.MaxValue), labelFile, $"it holds labels above {ImageSet.Classes - 1}; 0 to {ImageSet.Classes - 1} are allowed");
        return MnistNet.Data(images.ToFloats(), labels.ToLabels());
    }

    private static void Require(bool holds, string file, string finding)
    {
        if (!holds)
        {
            throw new InvalidDataException($"{file}: {finding}.");
        }
    }
}
