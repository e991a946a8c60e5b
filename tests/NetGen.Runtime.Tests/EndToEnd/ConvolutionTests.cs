using System.Buffers.Binary;
using System.Globalization;
using System.Numerics.Tensors;
using System.Text;

namespace NetGen.Tests.EndToEnd;

/// <summary>A network of images as its user has it: shapes, accessors, files, and what PyTorch's files hold.</summary>
public class ConvolutionTests
{
    [Fact]
    public void Shapes_follow_from_windows()
    {
        using Windowed network = new(seed: 1);
        Assert.Equal([8, 8, 12], network.Edges.Shape.ToArray());
        Assert.Equal([4, 2, 12], network.Pooled.Shape.ToArray());
        Assert.Equal([3, 1, 3], network.Parts.Shape.ToArray());
    }

    [Fact]
    public void Weights_have_four_dimensions_and_are_live()
    {
        using Windowed network = new(seed: 1);
        TensorSpan<float> weights = network.Edges.Weights;
        Assert.Equal([3, 2, 1, 12], weights.Lengths.ToArray());
        Assert.Equal([2, 2, 12, 3], network.Parts.Parameter("weight").Lengths.ToArray());

        float[] image = new float[64], probabilities = new float[10], before = new float[10], ink = new float[1];
        image[9] = 1;
        network.Predict(image, before, ink);
        weights[1, 0, 0, 4] += 10;
        network.Predict(image, probabilities, ink);
        Assert.NotEqual(before, probabilities);
    }

    [Fact]
    public void A_file_restores_every_bit()
    {
        using Windowed network = new(seed: 1), other = new(seed: 2);
        string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            network.Save(path);
            other.Load(path);
            Assert.Equal(((INetwork)network).Memory.Parameters.ToArray(), ((INetwork)other).Memory.Parameters.ToArray());
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void PyTorchs_channels_come_before_height_and_width()
    {
        using Windowed network = new(seed: 1);
        NetworkSchema schema = ((INetwork)network).Memory.Schema;
        // Each number of the file says where it belongs: filter, channel, row and column, as PyTorch orders them.
        var data = new List<float>();
        var header = new StringBuilder("{");
        foreach (ParameterInfo parameter in schema.Parameters)
        {
            int[] shape = parameter.Shape.Length switch
            {
                4 => [parameter.Shape[3], parameter.Shape[2], parameter.Shape[0], parameter.Shape[1]],
                2 => [parameter.Shape[1], parameter.Shape[0]],
                _ => [parameter.Shape[0]],
            };
            int begin = data.Count * sizeof(float);
            data.AddRange(Enumerable.Range(0, shape.Aggregate(1, (a, b) => a * b)).Select(i => (float)i));
            header.Append(CultureInfo.InvariantCulture, $"{(header.Length > 1 ? "," : "")}\"{parameter.Name}\":{{\"dtype\":\"F32\",\"shape\":[{string.Join(',', shape)}],\"data_offsets\":[{begin},{data.Count * sizeof(float)}]}}");
        }

        Checkpoint.Load(network, new MemoryStream(FileOf(header.Append('}').ToString(), data)), WeightLayout.PyTorch);

        TensorSpan<float> edges = network.Edges.Weights, parts = network.Parts.Weights, label = network.Label.Weights;
        Assert.Equal(((7 * 1 + 0) * 3 + 2) * 2 + 1, edges[2, 1, 0, 7]); // [12, 1, 3, 2] at [7, 0, 2, 1]
        Assert.Equal(((2 * 12 + 5) * 2 + 1) * 2 + 0, parts[1, 0, 5, 2]); // [3, 12, 2, 2] at [2, 5, 1, 0]
        // Row (y, x, channel) of a dense layer over [4, 2, 12] is number (channel, y, x) of a line of the file.
        Assert.Equal(9 * 96 + (11 * 4 + 3) * 2 + 1, label[(3 * 2 + 1) * 12 + 11, 9]);
    }

    [Fact]
    public void A_network_of_images_learns_and_predicts_row_by_row_what_it_predicts_at_once()
    {
        var random = new Random(5);
        // A bright pixel in one of the rows says which of eight classes an image is of.
        float[] images = [.. Enumerable.Range(0, 640 * 64).Select(_ => 0.5f * (float)random.NextDouble())];
        int[] labels = [.. Enumerable.Range(0, 640).Select(_ => random.Next(8))];
        for (int row = 0; row < 640; row++)
        {
            images[row * 64 + labels[row] * 8 + random.Next(8)] = 1;
        }

        float[] ink = [.. Enumerable.Range(0, 640).Select(row => TensorPrimitives.Sum<float>(images.AsSpan(row * 64, 64)) / 64)];
        using Windowed network = new(seed: 3);
        Dataset data = Windowed.Data(images, labels, ink);
        FitResult result = network.Fit(data, data, new FitOptions { Epochs = 60 });
        Assert.True(network.Evaluate(data).Label.Accuracy > 0.95, $"accuracy {network.Evaluate(data).Label.Accuracy}, {result}");

        float[] together = new float[3 * 10], amounts = new float[3], alone = new float[10], amount = new float[1];
        network.Predict(images.AsSpan(0, 3 * 64), together, amounts);
        for (int row = 0; row < 3; row++)
        {
            network.Predict(images.AsSpan(row * 64, 64), alone, amount);
            Assert.Equal(together[(row * 10)..(row * 10 + 10)], alone);
        }
    }

    private static byte[] FileOf(string header, List<float> data)
    {
        byte[] text = Encoding.UTF8.GetBytes(header), file = new byte[8 + text.Length + data.Count * sizeof(float)];
        BinaryPrimitives.WriteInt64LittleEndian(file, text.Length);
        text.CopyTo(file, 8);
        for (int i = 0; i < data.Count; i++)
        {
            BinaryPrimitives.WriteSingleLittleEndian(file.AsSpan(8 + text.Length + i * sizeof(float)), data[i]);
        }

        return file;
    }
}
