namespace NetGen.Tests.Images;

/// <summary>A folder of class folders becomes a data set, in the same order everywhere, and nothing is lost without a word.</summary>
public sealed class ImageFolderTests : IDisposable
{
    private readonly PictureFolder _folder = new();
    private readonly CancellationTokenSource _source = new();

    public void Dispose()
    {
        _folder.Dispose();
        _source.Dispose();
    }

    [Fact]
    public void Classes_and_files_are_in_ordinal_order()
    {
        _folder.With("dog/b.png", Gray(1)).With("dog/B.PNG", Gray(2)).With("dog/a/z.jpeg", Gray(3)).With("Zebra/1.bmp", Gray(4)).With("cat/10.png", Gray(5)).With("cat/9.png", Gray(6));
        _folder.With("dog/.hidden.png", Gray(7)).With("dog/Thumbs.db", [1]).With(".git/x.png", Gray(8)).With("labels.csv", [1]);
        ImageFolder pictures = Load();
        Assert.Equal(["Zebra", "cat", "dog"], pictures.ClassNames.AsSpan());
        Assert.Equal(["Zebra/1.bmp", "cat/10.png", "cat/9.png", "dog/B.PNG", "dog/a/z.jpeg", "dog/b.png"], pictures.Files.AsSpan());
        Assert.Equal([4, 5, 6, 2, 3, 1], Grays(pictures));
        Assert.Equal([0, 1, 1, 2, 2, 2], pictures.Data.Labels("Label").ToArray());
        Assert.Equal("6 rows: Image (bytes [1, 1, 1]), Label (labels)", pictures.Data.ToString());
        Assert.Equal("6 pictures [1, 1, 1] of 3 classes: Zebra 1, cat 2, dog 3", pictures.ToString());
        Assert.Empty(pictures.Skipped);
    }

    [Fact]
    public void Unreadable_files_are_listed_and_leave_no_gap()
    {
        _folder.With("cat/0.png", []).With("cat/1.png", Gray(1)).With("cat/2.png", "text, and no picture of a cat"u8.ToArray()).With("cat/3.png", Gray(3));
        _folder.With("dog/1.png", Gray(5)).With("dog/2.png", Gray(6)[..40]).With("dog/notes.txt", [1]).With("dog/3.webp", Gray(7));
        ImageFolder pictures = Load();
        Assert.Equal([1, 3, 5], Grays(pictures));
        Assert.Equal(["cat/1.png", "cat/3.png", "dog/1.png"], pictures.Files.AsSpan());
        Assert.Equal(
            [
                "cat/0.png: it is empty",
                "cat/2.png: it does not begin like a PNG, JPEG, BMP, GIF or TGA image, whatever its name says",
                "dog/2.png: it is cut off",
                "dog/3.webp: its name does not end in .png, .jpg, .jpeg, .bmp, .gif or .tga",
                "dog/notes.txt: its name does not end in .png, .jpg, .jpeg, .bmp, .gif or .tga",
            ],
            pictures.Skipped.Select(file => file.ToString()));
        Assert.StartsWith("3 pictures [1, 1, 1] of 2 classes: cat 2, dog 1; 5 files skipped\n  cat/0.png: it is empty\n", pictures.ToString(), StringComparison.Ordinal);
    }

    [Theory, InlineData(1), InlineData(4)]
    public void The_first_unreadable_file_is_an_exception_where_none_may_be_skipped(int threads)
    {
        _folder.With("cat/1.png", Gray(1)).With("cat/2.png", []).With("dog/1.png", Gray(5)[..30]).With("dog/2.png", Gray(6));
        Refuses($"{_folder.At("cat/2.png")}: it is empty.", new() { SkipUnreadable = false, Threads = threads });
    }

    [Fact]
    public void A_class_of_which_nothing_can_be_read_is_an_exception()
    {
        _folder.With("cat/1.png", Gray(1)).With("dog/1.png", []).With("dog/2.png", [1, 2]);
        Refuses($"{_folder.At("dog")}: none of its 2 files can be read; dog/1.png: it is empty.");
    }

    [Fact]
    public void Folders_that_hold_no_classes_are_refused_with_the_fix()
    {
        Assert.Contains($"{_folder.At("none")}: there is no such folder; give one that holds a folder of pictures for each class.",
            Assert.Throws<DirectoryNotFoundException>(() => ImageFolder.Load(_folder.At("none"), 1, 1, 1)).Message, StringComparison.Ordinal);
        Refuses($"{_folder.Path}: it has no folders; put the pictures of each class into a folder of its own, such as {_folder.At("cat/1.png")}.");
        _folder.With("1.png", Gray(1));
        Refuses($"{_folder.Path}: it has no folders, but a picture that belongs to no class; put");
        _folder.With("cat/1.png", Gray(1));
        Refuses($"{_folder.Path}: it has one class folder, cat; a classifier needs two or more.");
        _folder.WithFolder("dog");
        Refuses($"{_folder.At("dog")}: the class folder is empty; put pictures into it, or remove it.");
        Assert.Contains("there is no such folder, but a file", Assert.Throws<DirectoryNotFoundException>(() => ImageFolder.Load(_folder.At("1.png"), 1, 1, 1)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>("path", () => ImageFolder.Load("", 1, 1, 1));
        Assert.Throws<ArgumentOutOfRangeException>("channels", () => ImageFolder.Load(_folder.Path, 1, 1, 2));
    }

    [Fact]
    public void Class_folders_that_differ_in_case_only_are_refused()
    {
        _folder.With("cat/1.png", Gray(1)).With("Cat/1.png", Gray(1));
        if (Directory.GetDirectories(_folder.Path).Length == 2) // where a disk tells them apart
        {
            Refuses($"{_folder.Path}: the class folders Cat and cat differ in case only; rename one, or put their pictures into one.");
        }
    }

    [Fact]
    public void Known_class_names_number_the_classes_of_another_folder_alike()
    {
        _folder.With("dog/1.png", Gray(1));
        ImageFolder pictures = Load(new() { ClassNames = ["bird", "cat", "dog"] });
        Assert.Equal([2], pictures.Data.Labels("Label").ToArray());
        Assert.Equal("1 picture [1, 1, 1] of 3 classes: bird 0, cat 0, dog 1", pictures.ToString());
        Refuses($"{_folder.Path}: the folder dog is none of the classes bird, cat.", new() { ClassNames = ["bird", "cat"] });
    }

    [Fact]
    public void The_bytes_are_the_same_on_any_number_of_threads_and_of_the_file_alone()
    {
        for (int i = 0; i < 40; i++)
        {
            _folder.With($"{(i % 2 == 0 ? "even" : "odd")}/{i}.png", Pictures.Png(i + 3, 20, Pictures.Noise(i + 3, 20, i, channels: 3)));
        }

        ImageFolder one = ImageFolder.Load(_folder.Path, 9, 12, 3, new() { Threads = 1 }), four = ImageFolder.Load(_folder.Path, 9, 12, 3, new() { Threads = 4 });
        Assert.Equal(one.Files.AsSpan(), four.Files.AsSpan());
        Assert.Equal(one.Data.Features("Image").ToArray(), four.Data.Features("Image").ToArray());
        Assert.Equal(ImageFile.Read(_folder.At(one.Files[7]), 9, 12, 3), one.Data.Features("Image").Row(7));
    }

    [Fact]
    public void Progress_counts_every_file_and_stops_with_a_cancellation()
    {
        for (int i = 0; i < 30; i++)
        {
            _folder.With($"{i % 2}/{i}.png", i == 7 ? [] : Gray((byte)i));
        }

        List<ImageProgress> reports = [];
        ImageFolder.Load(_folder.Path, 1, 1, 1, progress: ImageProgress.ForEach(reports.Add));
        Assert.Equal(Enumerable.Range(1, 30), reports.Select(report => report.Done));
        Assert.Equal((30, 1, "30 of 30 files, 1 skipped"), (reports[^1].Total, reports[^1].Skipped, reports[^1].ToString()));
        Assert.Equal("1,200 of 25,000 files", new ImageProgress(1200, 25_000, 0, "cat/1.png").ToString());

        int done = 0;
        IProgress<ImageProgress> cancels = ImageProgress.ForEach(report =>
        {
            done = report.Done;
            if (done == 5)
            {
                _source.Cancel();
            }
        });
        Assert.ThrowsAny<OperationCanceledException>(() => ImageFolder.Load(_folder.Path, 1, 1, 1, new() { Threads = 2 }, cancels, _source.Token));
        Assert.InRange(done, 5, 7); // what was at hand
        Assert.Throws<FormatException>(() => ImageFolder.Load(_folder.Path, 1, 1, 1, progress: ImageProgress.ForEach(_ => throw new FormatException())));
    }

    [Fact]
    public void More_pictures_than_a_column_holds_are_refused_before_one_is_read()
    {
        _folder.With("cat/1.png", Gray(1)).With("dog/1.png", Gray(1));
        string message = Assert.Throws<ArgumentException>("path", () => ImageFolder.Load(_folder.Path, 20_000, 30_000, 3)).Message;
        Assert.Contains("2 files × 20000 × 30000 × 3 = 3,600,000,000 bytes; a column holds", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_network_learns_from_a_folder_of_pictures()
    {
        for (int i = 0; i < 60; i++)
        {
            byte[] noise = Pictures.Noise(16, 16, seed: i);
            Array.Clear(noise, i % 2 == 0 ? 0 : 128, 128); // dark above or below
            _folder.With($"{(i % 2 == 0 ? "above" : "below")}/{i:D2}.png", Pictures.Png(16, 16, noise));
        }

        ImageFolder pictures = ImageFolder.Load(_folder.Path, 8, 8, 1);
        DataSplit data = pictures.Data.Split(0.25, seed: 1, stratify: "Label");
        using var net = new Halves(seed: 1);
        net.Fit(data.Train, data.Validation, new() { Epochs = 20 });
        Assert.Equal(1, net.Evaluate(data.Validation).Label.Accuracy);
        float[] p = new float[2];
        net.Predict(ImageFile.Read(_folder.At("below/07.png"), 8, 8, 1), p);
        Assert.Equal("below", pictures.ClassNames[p[0] > p[1] ? 0 : 1]);
    }

    private ImageFolder Load(ImageOptions? options = null) => ImageFolder.Load(_folder.Path, 1, 1, 1, options);

    private void Refuses(string message, ImageOptions? options = null) =>
        Assert.StartsWith(message, Assert.Throws<InvalidDataException>(() => Load(options)).Message, StringComparison.Ordinal);

    private static byte[] Gray(byte gray) => Pictures.Png(1, 1, gray);

    private static int[] Grays(ImageFolder pictures) => [.. Enumerable.Range(0, pictures.Data.Count).Select(row => (int)pictures.Data.Features("Image").ByteRow(row)[0])];
}

/// <summary>Tells pictures apart that are dark above or below.</summary>
[Network(BatchSize = 8), Adam(0.01f)]
internal sealed partial class Halves
{
    [Input(8, 8, 1)] public partial Layer Image { get; }
    [Dense(8), Relu] public partial Layer Hidden { get; }
    [Dense(2), SoftmaxCrossEntropy] public partial Head Label { get; }
}
