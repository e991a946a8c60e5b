using Digits;
using RegularizationLab;
using RegularizationLab.Figures;

namespace NetGen.Tests.Samples;

/// <summary>What the lab's figures learn from besides its hundred images, and the pictures it writes.</summary>
public sealed class BenchTests
{
    private static readonly Workbench Bench = Workbench.Embedded(Plan.Digits);

    [Fact]
    public void A_share_of_the_labels_is_wrong_and_nothing_else_changes()
    {
        Dataset right = Bench.Of(Bench.Plan.NoisyRows, seed: 1).Train, wrong = Bench.WithWrongLabels().Train;
        int changed = right.Labels(ImageSet.Labels).ToArray().Zip(wrong.Labels(ImageSet.Labels).ToArray()).Count(pair => pair.First != pair.Second);
        Assert.Equal((int)Math.Round(.2 * right.Count), changed);
        Assert.All(wrong.Labels(ImageSet.Labels).ToArray(), label => Assert.InRange(label, 0, 9));
        Assert.Equal(right.Features(ImageSet.Images).ToArray(), wrong.Features(ImageSet.Images).ToArray());
        Assert.Same(Bench.Validation, Bench.WithWrongLabels().Validation);
        Assert.Same(Bench.PoolTest, Bench.WithWrongLabels().Test);
    }

    [Theory]
    [InlineData(40)]
    [InlineData(640)]
    public void So_many_images_make_the_same_number_of_updates(int rows)
    {
        Workbench bench = Bench.Of(rows, seed: 3);
        Assert.InRange(bench.Train.Count, rows - 5, rows + 5);
        int batches = (bench.Train.Count + 31) / 32;
        Assert.InRange(bench.Plan.Epochs * batches, .95 * Bench.Plan.Updates, Bench.Plan.Updates);
        Assert.False(bench.Train.Features(ImageSet.Images).ToArray().SequenceEqual(Bench.Of(rows, seed: 4).Train.Features(ImageSet.Images).ToArray()));
    }

    [Fact]
    public void No_image_both_teaches_and_judges()
    {
        string[] parts = [.. new[] { Bench.Pool, Bench.PoolTest, Bench.Validation, Bench.Train }.Select(Images).SelectMany(images => images.Distinct())];
        Assert.Equal(parts.Length, parts.Distinct().Count());

        static IEnumerable<string> Images(Dataset data) => Enumerable.Range(0, data.Count).Select(row => string.Join(' ', data.Features(ImageSet.Images).Row(row).ToArray()));
    }

    [Fact]
    public void Scaled_images_keep_a_plane_and_a_ramp()
    {
        float[] images = [.. Enumerable.Repeat(.5f, 64), .. Enumerable.Range(0, 64).Select(i => i % 8 / 8f)];
        FeatureColumn scaled = Scaled.To16(new Dataset(new FeatureColumn(ImageSet.Images, [8, 8, 1], images), new LabelColumn(ImageSet.Labels, new[] { 3, 7 }))).Features(ImageSet.Images);
        Assert.Equal([16, 16, 1], scaled.Shape.ToArray());
        Assert.All(scaled.Row(0).ToArray(), value => Assert.Equal(.5f, value, 6));
        Assert.Equal([0, .25f / 8, .75f / 8, 1.25f / 8], scaled.Row(1)[..4].ToArray());
        Assert.Equal(7 / 8f, scaled.Row(1)[15]);
    }

    [Fact]
    public void The_five_networks_have_the_weights_that_their_pictures_say()
    {
        int[] weights = [.. Nets.All.Select(net =>
        {
            using INetwork network = net.Create(1);
            return network.Schema.Parameters.Sum(parameter => parameter.Rows * parameter.Columns);
        })];
        Assert.Equal([2570, 3214, 1226, 1006, 874], weights);
    }

    [Fact]
    public void A_picture_comes_back_from_its_file()
    {
        byte[] colors = [.. Enumerable.Range(0, 3 * 5 * 4).Select(i => (byte)(i * 41))];
        using var file = new MemoryStream(Png.Encode(colors, width: 5));
        Assert.Equal(colors, ImageFile.Read(file, 4, 5, 3).Select(value => (byte)MathF.Round(255 * value)));
    }
}
