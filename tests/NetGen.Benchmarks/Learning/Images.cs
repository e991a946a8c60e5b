using Digits;

namespace NetGen.Benchmarks.Learning;

/// <summary>MNIST or Fashion-MNIST, read as the sample Digits reads them; pixels in [0, 1].</summary>
/// <param name="Train">The first of the training images.</param>
/// <param name="Test">The 10,000 test images.</param>
internal sealed record Images(Dataset Train, Dataset Test)
{
    private const int Held = 10_000;

    /// <summary>Reads the four IDX files of a folder, gzipped or not.</summary>
    /// <param name="folder">Holds <c>train-images-idx3-ubyte</c> and its three companions.</param>
    /// <param name="rows">How many of the training images to use, from the first.</param>
    /// <param name="validation">
    /// Whether settings are being chosen: then the last 10,000 training images are in the place of the test images, and only what is before
    /// them is learned from.
    /// </param>
    /// <exception cref="UsageException">A file is missing, cannot be read, or does not hold what its name says.</exception>
    public static Images Read(string folder, int rows, bool validation)
    {
        (Dataset training, Dataset test) = MnistFolder.ReadFiles(folder);
        int learned = Math.Min(rows, validation ? training.Count - Held : training.Count);
        return new Images(Rows(0, learned), validation ? Rows(training.Count - Held, Held) : test);

        Dataset Rows(int first, int count) => training.Select([.. Enumerable.Range(first, count)]);
    }
}
