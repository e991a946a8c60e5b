using System.IO.Compression;
using Digits;

namespace NetGen.Tests.Samples;

/// <summary>What the Digits sample promises.</summary>
public sealed class DigitsSampleTests : IDisposable
{
    private static readonly string[] Files =
        ["train-images-idx3-ubyte", "train-labels-idx1-ubyte", "t10k-images-idx3-ubyte", "t10k-labels-idx1-ubyte"];

    private readonly string _folder = Directory.CreateTempSubdirectory("netgen-digits-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Three_seeds_read_at_least_97_and_a_half_per_cent_of_the_held_out_tenth()
    {
        ImageSet data = EmbeddedDigits.Read();
        Assert.Equal(1797, data.Train.Count + data.Validation.Count + data.Test.Count);
        double mean = new[] { 1, 2, 3 }.Average(seed =>
        {
            using DigitNet network = new(seed: seed);
            network.Fit(data.Train, data.Validation, new FitOptions { Epochs = 100, EarlyStopping = new(patience: 20) });
            return network.Evaluate(data.Test).Label.Accuracy;
        });
        Assert.True(mean >= 0.975, $"mean accuracy {mean:P2}");
    }

    [Fact]
    public void Convolutions_read_at_least_99_per_cent_of_the_held_out_tenth()
    {
        ImageSet data = EmbeddedDigits.Read();
        double mean = new[] { 1, 2, 3 }.Average(seed =>
        {
            using DigitCnn network = new(seed: seed);
            network.Fit(data.Train, data.Validation, new FitOptions { Epochs = 60, EarlyStopping = new(patience: 20) });
            return network.Evaluate(data.Test).Label.Accuracy;
        });
        Assert.True(mean >= 0.99, $"mean accuracy {mean:P2}");
    }

    [Fact]
    public void Missing_files_are_all_named()
    {
        File.WriteAllBytes(Path.Combine(_folder, Files[1]), Labels(20));
        string message = Assert.Throws<UsageException>(() => MnistFolder.Read(_folder)).Message;
        Assert.All(new[] { Files[0], Files[2], Files[3] }, file => Assert.Contains(file, message, StringComparison.Ordinal));
        Assert.DoesNotContain(Files[1], message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Idx_files_are_read_gzipped_or_not(bool gzipped)
    {
        Write(Files[0], Images(100), gzipped);
        Write(Files[1], Labels(100), gzipped);
        Write(Files[2], Images(10), gzipped);
        Write(Files[3], Labels(10), gzipped);
        ImageSet data = MnistFolder.Read(_folder);
        Assert.Equal((100, 10), (data.Train.Count + data.Validation.Count, data.Test.Count));
        Assert.Equal(3, data.Test.Labels(ImageSet.Labels)[3]);
    }

    [Fact]
    public void Files_of_another_shape_are_refused_by_name()
    {
        Write(Files[0], Images(20), gzipped: false);
        Write(Files[1], Labels(19), gzipped: false);
        Write(Files[2], Images(10), gzipped: false);
        Write(Files[3], Labels(10), gzipped: false);
        Assert.Contains(Files[1], Assert.Throws<UsageException>(() => MnistFolder.Read(_folder)).Message, StringComparison.Ordinal);
    }

    private static byte[] Images(byte count) => [0, 0, 8, 3, 0, 0, 0, count, 0, 0, 0, 28, 0, 0, 0, 28, .. Enumerable.Range(0, count * 784).Select(i => (byte)i)];

    private static byte[] Labels(byte count) => [0, 0, 8, 1, 0, 0, 0, count, .. Enumerable.Range(0, count).Select(i => (byte)(i % 10))];

    private void Write(string name, byte[] bytes, bool gzipped)
    {
        using Stream file = File.Create(Path.Combine(_folder, gzipped ? name + ".gz" : name));
        using Stream stream = gzipped ? new GZipStream(file, CompressionLevel.Fastest) : file;
        stream.Write(bytes);
    }
}
