using System.IO.Compression;
using System.Xml.Linq;
using Digits;
using RegularizationLab;

namespace NetGen.Tests.Samples;

/// <summary>The lab on the files of a folder, as <c>--data DIR</c> reads them: here a few images of a bright bar, whose height is the class.</summary>
public sealed class FolderTests : IDisposable
{
    private const byte Training = 200, Testing = 60;

    private readonly string _folder = Directory.CreateTempSubdirectory("netgen-bars-").FullName;

    public FolderTests()
    {
        Write("train-images-idx3-ubyte", Images(Training));
        Write("train-labels-idx1-ubyte", Labels(Training));
        Write("t10k-images-idx3-ubyte", Images(Testing));
        Write("t10k-labels-idx1-ubyte", Labels(Testing));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Some_of_the_training_images_learn_others_choose_and_all_test_images_judge()
    {
        var bench = Workbench.Folder(_folder + Path.DirectorySeparatorChar, Plan.Folder with { TrainingRows = 100, ValidationRows = 10 });
        Assert.Equal((Path.GetFileName(_folder), false), (bench.Name, bench.HasDigits));
        Assert.Equal((100, 10, Testing), (bench.Train.Count, bench.Validation.Count, bench.Test.Count));
        Assert.Equal([28, 28], bench.Train.Features(ImageSet.Images).Shape[..2].ToArray());
        Assert.All(bench.Train.Labels(ImageSet.Labels).ToArray().CountBy(label => label), label => Assert.Equal(10, label.Value));
    }

    [Fact]
    public void A_folder_without_the_files_is_refused_by_name()
    {
        File.Delete(Path.Combine(_folder, "t10k-labels-idx1-ubyte.gz"));
        string message = Assert.Throws<UsageException>(() => Workbench.Folder(_folder, Plan.Folder)).Message;
        Assert.StartsWith($"--data {_folder}", message, StringComparison.Ordinal);
        Assert.Contains("t10k-labels-idx1-ubyte", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_with_too_few_images_is_refused() =>
        Assert.StartsWith($"--data {_folder}: Of 20 rows", Assert.Throws<UsageException>(() => Workbench.Folder(_folder, Plan.Folder)).Message, StringComparison.Ordinal);

    [Fact]
    public void Every_figure_is_drawn_from_images_of_a_folder()
    {
        var bench = Workbench.Folder(_folder, Plan.Folder.Quick() with { TrainingRows = 50, ValidationRows = 10, AttackedRows = 20 });
        var page = XElement.Parse(RegularizationLab.Lab.Report(bench, RegularizationLab.Lab.Draw(bench, (_, _) => { })).Replace("<!DOCTYPE html>", "", StringComparison.Ordinal));
        Assert.Equal($"Regularization lab: {bench.Name}", page.Descendants("h1").Single().Value);
        Assert.Equal(RegularizationLab.Lab.Names.Count, page.Descendants("section").Count());
        Assert.All(page.Descendants("img"), image => Assert.Equal(image.Attribute("class") is null ? "28" : "96", image.Attribute("width")!.Value));
        Assert.Contains(page.Descendants("img").Attributes("alt"), alt => alt.Value == "Image of class 9");
    }

    private static byte[] Images(byte count) =>
        [0, 0, 8, 3, 0, 0, 0, count, 0, 0, 0, 28, 0, 0, 0, 28, .. Enumerable.Range(0, count).SelectMany(image => Enumerable.Range(0, 784).Select(pixel => Pixel(image, pixel / 28)))];

    /// <summary>Bright in the rows of the class, and somewhat speckled.</summary>
    private static byte Pixel(int image, int row) => (byte)((row / 2 == image % 10 ? 200 : 0) + 31 * image * (row + 1) % 50);

    private static byte[] Labels(byte count) => [0, 0, 8, 1, 0, 0, 0, count, .. Enumerable.Range(0, count).Select(i => (byte)(i % 10))];

    private void Write(string name, byte[] bytes)
    {
        using var stream = new GZipStream(File.Create(Path.Combine(_folder, name + ".gz")), CompressionLevel.Fastest);
        stream.Write(bytes);
    }
}
