using Digits;

namespace NetGen.Benchmarks.Learning;

/// <summary>MNIST or Fashion-MNIST, read as the sample Digits reads them; pixels in [0, 1].</summary>
/// <param name="Train">The first of the training images.</param>
/// <param name="Test">The 10,000 test images.</param>
internal sealed record Images(Dataset Train, Dataset Test)
{
    /// <summary>Reads the four IDX files of a folder, gzipped or not.</summary>
    /// <param name="folder">Holds <c>train-images-idx3-ubyte</c> and its three companions.</param>
    /// <param name="rows">How many of the training images to use, from the first.</param>
    /// <exception cref="UsageException">A file is missing, cannot be read, or does not hold what its name says.</exception>
    public static Images Read(string folder, int rows)
    {
        (Dataset training, Dataset test) = MnistFolder.ReadFiles(folder);
        return new Images(training.Select([.. Enumerable.Range(0, Math.Min(rows, training.Count))]), test);
    }
}
