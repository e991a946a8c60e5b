using System.IO.Compression;

namespace NetGen.Tests.Data;

/// <summary>MNIST, Fashion-MNIST and CIFAR-10 become columns of bytes; files that are not what their names say are named.</summary>
public sealed class DataFolderTests : IDisposable
{
    private const int CifarRow = 3073;

    private static readonly string[] s_mnist = ["train-images-idx3-ubyte", "train-labels-idx1-ubyte", "t10k-images-idx3-ubyte", "t10k-labels-idx1-ubyte"];
    private static readonly string[] s_cifar = [.. Enumerable.Range(1, 5).Select(i => $"data_batch_{i}.bin"), "test_batch.bin"];

    private readonly string _folder = Directory.CreateTempSubdirectory("netgen-data-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory, InlineData(false), InlineData(true)]
    public void Mnist_is_read_as_bytes_gzipped_or_not(bool gzipped)
    {
        WriteMnist(gzipped);
        (Dataset train, Dataset test) = Mnist.Read(_folder, label: "Digit");
        Assert.Equal("30 rows: Image (bytes [28, 28, 1]), Digit (labels)", train.ToString());
        Assert.Equal(10, test.Count);
        Assert.Equal(Images(30)[^784..], train.Features("Image").ByteRow(29).ToArray());
        Assert.Equal(200 * (1f / 255), train.Features("Image").Row(0)[200]);
        Assert.Equal(9, train.Labels("Digit")[29]);
    }

    [Fact]
    public void Missing_files_and_folders_are_named()
    {
        Assert.Contains("there is no such folder", Assert.Throws<DirectoryNotFoundException>(() => Mnist.Read(Path.Combine(_folder, "none"))).Message, StringComparison.Ordinal);
        string message = Assert.Throws<FileNotFoundException>(() => Mnist.Read(_folder)).Message;
        Assert.All(s_mnist, file => Assert.Contains($"\n  {file} or {file}.gz", message, StringComparison.Ordinal));
        message = Assert.Throws<FileNotFoundException>(() => Cifar10.Read(_folder)).Message;
        Assert.All(s_cifar, file => Assert.Contains($"\n  {file}", message, StringComparison.Ordinal));
        Assert.Throws<ArgumentException>("folder", () => Cifar10.Read(" "));
    }

    [Fact]
    public void Mnist_files_of_another_content_are_named_with_what_was_expected()
    {
        WriteMnist(gzipped: false);
        Refuses(s_mnist[1], Labels(29), "it holds bytes [29]; one label for each of the 30 images is needed.");
        Refuses(s_mnist[1], [.. Labels(30)[..^1], 10], "label 29 is 10; 0 to 9 are allowed.");
        Refuses(s_mnist[1], Images(30), "it holds bytes [30, 28, 28]; one label");
        Refuses(s_mnist[0], Labels(30), "it holds bytes [30]; images of 28 × 28 are needed");
        Refuses(s_mnist[0], Images(30)[..^1], "its dimensions are [30, 28, 28] bytes = 23520, but 23519 follow the header.");
        Refuses(s_mnist[0], Images(30)[..10], "it ends where dimension 1 of 3 should be.");
        Refuses(s_mnist[0], [], "it ends where the header");

        void Refuses(string name, byte[] content, string finding)
        {
            string path = Path.Combine(_folder, name);
            byte[] good = File.ReadAllBytes(path);
            File.WriteAllBytes(path, content);
            Assert.Contains($"{path}: {finding}", Assert.Throws<InvalidDataException>(() => Mnist.Read(_folder)).Message, StringComparison.Ordinal);
            File.WriteAllBytes(path, good);
        }
    }

    [Theory, InlineData(""), InlineData("cifar-10-batches-bin")]
    public void Cifar_is_read_with_the_colors_of_a_pixel_side_by_side(string inner)
    {
        WriteCifar(inner);
        (Dataset train, Dataset test) = Cifar10.Read(_folder);
        Assert.Equal("15 rows: Image (bytes [32, 32, 3]), Label (labels)", train.ToString());
        Assert.Equal(3, test.Count);
        FeatureColumn images = train.Features("Image");
        byte[] stored = Cifar(3)[CifarRow..(2 * CifarRow)];
        foreach ((int y, int x, int c) in new[] { (0, 0, 0), (0, 1, 2), (31, 31, 1), (17, 5, 2) })
        {
            Assert.Equal(stored[1 + 1024 * c + 32 * y + x], images.ByteRow(4)[(32 * y + x) * 3 + c]);
        }

        Assert.Equal([0, 1, 2, 0, 1], train.Labels("Label").ToArray()[..5]);
        Assert.Equal("bird", Cifar10.ClassNames[train.Labels("Label")[2]]);
    }

    [Fact]
    public void Cifar_files_that_are_cut_off_or_have_other_labels_are_named()
    {
        WriteCifar("");
        Refuses(s_cifar[2], Cifar(3)[..^1], "it has 9,218 bytes; whole rows of 3,073 are needed, a label and 3,072 colors, and 3,072 bytes are left over.");
        Refuses(s_cifar[2], [], "it has 0 bytes; whole rows");
        Refuses(s_cifar[5], [.. Cifar(3)[..CifarRow], 10, .. Cifar(3)[..(CifarRow - 1)]], "row 1 starts with the label 10; 0 to 9 are allowed.");

        void Refuses(string name, byte[] content, string finding)
        {
            string path = Path.Combine(_folder, name);
            File.WriteAllBytes(path, content);
            Assert.Contains($"{path}: {finding}", Assert.Throws<InvalidDataException>(() => Cifar10.Read(_folder)).Message, StringComparison.Ordinal);
            File.WriteAllBytes(path, Cifar(3));
        }
    }

    [Fact]
    public void Labels_are_no_features() => Assert.Contains(
        "labels are read with ToLabels",
        Assert.Throws<InvalidOperationException>(() => Idx.Read(new MemoryStream(Labels(3))).ToFeatures("X")).Message,
        StringComparison.Ordinal);

    private static byte[] Images(byte count) => [0, 0, 8, 3, 0, 0, 0, count, 0, 0, 0, 28, 0, 0, 0, 28, .. Enumerable.Range(0, count * 784).Select(i => (byte)i)];

    private static byte[] Labels(byte count) => [0, 0, 8, 1, 0, 0, 0, count, .. Enumerable.Range(0, count).Select(i => (byte)(i % 10))];

    private static byte[] Cifar(int rows) => [.. Enumerable.Range(0, rows * CifarRow).Select(i => (byte)(i % CifarRow == 0 ? i / CifarRow : 31 * i + i / 1024))];

    private void WriteMnist(bool gzipped)
    {
        byte[][] contents = [Images(30), Labels(30), Images(10), Labels(10)];
        foreach ((string name, byte[] content) in s_mnist.Zip(contents))
        {
            using Stream file = File.Create(Path.Combine(_folder, gzipped ? name + ".gz" : name));
            using Stream stream = gzipped ? new GZipStream(file, CompressionLevel.Fastest) : file;
            stream.Write(content);
        }
    }

    private void WriteCifar(string inner)
    {
        Directory.CreateDirectory(Path.Combine(_folder, inner));
        Array.ForEach(s_cifar, name => File.WriteAllBytes(Path.Combine(_folder, inner, name), Cifar(3)));
    }
}
