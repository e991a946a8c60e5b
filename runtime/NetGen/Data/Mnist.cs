namespace NetGen;

/// <summary>
/// Reads MNIST (http://yann.lecun.com/exdb/mnist), handwritten digits, and what has its form, such as Fashion-MNIST: four IDX files of
/// 28 × 28 gray images and of labels 0 to 9, gzipped or not. Images stay bytes, 55 MB in all.
/// </summary>
/// <example><code>
/// (Dataset train, Dataset test) = Mnist.Read("mnist");
/// DataSplit data = train.Split(validation: 0.1, seed: 1, stratify: "Label");
/// </code></example>
public static class Mnist
{
    private const int Side = 28, Classes = 10;

    private static readonly string[] s_files =
        ["train-images-idx3-ubyte", "train-labels-idx1-ubyte", "t10k-images-idx3-ubyte", "t10k-labels-idx1-ubyte"];

    /// <summary>
    /// The images in the order of the files: columns of bytes [28, 28, 1], 0 to 255 as 0 to 1 (0 is paper), and of labels.
    /// </summary>
    /// <param name="folder">
    /// Holds <c>train-images-idx3-ubyte</c>, <c>train-labels-idx1-ubyte</c>, <c>t10k-images-idx3-ubyte</c> and
    /// <c>t10k-labels-idx1-ubyte</c>, each with or without <c>.gz</c>.
    /// </param>
    /// <param name="image">The name of the network's input.</param>
    /// <param name="label">The name of the network's head.</param>
    /// <exception cref="IOException">The folder or a file is not there, or cannot be read; all missing files are named.</exception>
    /// <exception cref="InvalidDataException">
    /// A file does not hold what its name says; the message names it and says what was expected.
    /// </exception>
    public static TrainTest Read(string folder, string image = "Image", string label = "Label")
    {
        string[] files = DataFiles.Find(folder, "MNIST or Fashion-MNIST", s_files, "", ".gz");
        return new TrainTest(Load(files[0], files[1], image, label), Load(files[2], files[3], image, label));
    }

    private static Dataset Load(string imageFile, string labelFile, string image, string label)
    {
        IdxArray images = Idx.Read(imageFile), labels = Idx.Read(labelFile);
        Require(images.Shape is [_, Side, Side], imageFile, $"it holds {images}; images of {Side} × {Side} are needed (Idx.Read reads any)");
        Require(labels.Shape is [int count] && count == images.Count, labelFile,
            $"it holds {labels}; one label for each of the {images.Count} images is needed");
        int row = labels.Bytes.Span.IndexOfAnyInRange((byte)Classes, byte.MaxValue);
        Require(row < 0, labelFile, row < 0 ? "" : $"label {row} is {labels.Bytes.Span[row]}; 0 to {Classes - 1} are allowed");
        return new Dataset(images.ToFeatures(image), new LabelColumn(label, labels.ToLabels()));
    }

    private static void Require(bool holds, string file, string finding)
    {
        if (!holds)
        {
            throw new InvalidDataException($"{QuotedText.Escaped(file)}: {finding}.");
        }
    }
}
