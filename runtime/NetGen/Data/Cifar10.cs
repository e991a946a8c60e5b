using System.Collections.Immutable;
using System.Globalization;

namespace NetGen;

/// <summary>
/// Reads the binary version of CIFAR-10 (https://www.cs.toronto.edu/~kriz/cifar.html): files of rows of 3,073 bytes, a label 0 to 9, then the
/// 1,024 reds, greens and blues of a 32 × 32 image. Images stay bytes, 184 MB in all, with the three colors of a pixel side by side.
/// </summary>
/// <example><code>
/// (Dataset train, Dataset test) = Cifar10.Read("cifar-10-batches-bin");
/// </code></example>
public static class Cifar10
{
    private const int Side = 32, Channels = 3, Pixels = Side * Side, ImageBytes = Pixels * Channels, RowBytes = 1 + ImageBytes;
    private const string Folder = "cifar-10-batches-bin";

    private static readonly string[] s_files =
        ["data_batch_1.bin", "data_batch_2.bin", "data_batch_3.bin", "data_batch_4.bin", "data_batch_5.bin", "test_batch.bin"];

    /// <summary>What the classes 0 to 9 show.</summary>
    public static ImmutableArray<string> ClassNames { get; } =
        ["airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck"];

    /// <summary>The images in the order of the files: columns of bytes [32, 32, 3], 0 to 255 as 0 to 1, and of labels.</summary>
    /// <param name="folder">
    /// Holds <c>data_batch_1.bin</c> to <c>data_batch_5.bin</c> and <c>test_batch.bin</c>, or the folder <c>cifar-10-batches-bin</c> that
    /// does.
    /// </param>
    /// <param name="image">The name of the network's input.</param>
    /// <param name="label">The name of the network's head.</param>
    /// <exception cref="IOException">The folder or a file is not there, or cannot be read; all missing files are named.</exception>
    /// <exception cref="InvalidDataException">
    /// A file is not of whole rows, or a label is above 9; the message names the file and says what was expected.
    /// </exception>
    public static TrainTest Read(string folder, string image = "Image", string label = "Label")
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        string inner = Path.Combine(folder, Folder);
        string[] files = DataFiles.Find(Directory.Exists(inner) ? inner : folder, "CIFAR-10's binary version", s_files, "");
        return new TrainTest(Load(files[..^1], image, label), Load(files[^1..], image, label));
    }

    private static Dataset Load(string[] files, string image, string label)
    {
        long[] rows = [.. files.Select(Rows)];
        if (rows.Sum() * ImageBytes > Array.MaxLength)
        {
            throw new InvalidDataException(
                $"{QuotedText.Escaped(files[0])} and its kin have {rows.Sum()} images; {Array.MaxLength / ImageBytes} fit into one column.");
        }

        byte[] images = new byte[(int)rows.Sum() * ImageBytes];
        int[] labels = new int[rows.Sum()];
        byte[] row = new byte[RowBytes];
        int next = 0;
        for (int f = 0; f < files.Length; f++)
        {
            using FileStream file = File.OpenRead(files[f]);
            for (int i = 0; i < rows[f]; i++, next++)
            {
                if (file.ReadAtLeast(row, RowBytes, throwOnEndOfStream: false) < RowBytes)
                {
                    throw Fault(files[f], $"it ended within row {i} of {rows[f]}, though it was long enough when it was opened");
                }

                labels[next] = row[0] < ClassNames.Length
                    ? row[0]
                    : throw Fault(files[f], $"row {i} starts with the label {row[0]}; 0 to {ClassNames.Length - 1} are allowed");
                Interleave(row.AsSpan(1), images.AsSpan(next * ImageBytes, ImageBytes));
            }
        }

        return new Dataset(new FeatureColumn(image, [Side, Side, Channels], images), new LabelColumn(label, labels));
    }

    private static long Rows(string file)
    {
        long length = new FileInfo(file).Length;
        return length > 0 && length % RowBytes == 0
            ? length / RowBytes
            : throw Fault(file, string.Create(CultureInfo.InvariantCulture,
                $"it has {length:N0} bytes; whole rows of {RowBytes:N0} are needed, a label and {ImageBytes:N0} colors, ")
                + string.Create(CultureInfo.InvariantCulture, $"and {length % RowBytes:N0} bytes are left over"));
    }

    /// <summary>All reds, all greens, all blues become the colors of one pixel after the other.</summary>
    private static void Interleave(ReadOnlySpan<byte> planes, Span<byte> pixels)
    {
        for (int p = 0; p < Pixels; p++)
        {
            for (int c = 0; c < Channels; c++)
            {
                pixels[p * Channels + c] = planes[c * Pixels + p];
            }
        }
    }

    private static InvalidDataException Fault(string file, string finding) => new($"{QuotedText.Escaped(file)}: {finding}.");
}
