namespace NetGen.Benchmarks.Learning;

/// <summary>MNIST or Fashion-MNIST from its four IDX files, plain or gzipped; pixels in [0, 1].</summary>
/// <param name="Train">The first 50,000 training images, or all 60,000.</param>
/// <param name="Test">The 10,000 test images.</param>
internal sealed record Images(Dataset Train, Dataset Test)
{
    /// <summary>The columns' names, the same in every network of the tables.</summary>
    public const string Image = nameof(Plain.Image), Label = nameof(Plain.Label);

    /// <summary>Reads a folder.</summary>
    /// <param name="folder">Holds <c>train-images-idx3-ubyte</c> and its three companions.</param>
    /// <param name="rows">How many of the training images to use, from the first.</param>
    /// <exception cref="UsageException">A file is missing or malformed.</exception>
    public static Images Read(string folder, int rows)
    {
        try
        {
            Dataset all = Load(folder, "train");
            return new Images(all.Select([.. Enumerable.Range(0, Math.Min(rows, all.Count))]), Load(folder, "t10k"));
        }
        catch (Exception fault) when (fault is IOException or InvalidDataException or ArgumentException)
        {
            throw new UsageException($"--data: {fault.Message}");
        }
    }

    private static Dataset Load(string folder, string part) => Plain.Data(
        Idx.Read(Find(folder, $"{part}-images-idx3-ubyte")).ToFloats(),
        Idx.Read(Find(folder, $"{part}-labels-idx1-ubyte")).ToLabels());

    private static string Find(string folder, string name) =>
        new[] { name, name + ".gz" }.Select(file => Path.Combine(folder, file)).FirstOrDefault(File.Exists)
        ?? throw new UsageException($"--data: {Path.Combine(folder, name)} (or {name}.gz) is missing.");
}
