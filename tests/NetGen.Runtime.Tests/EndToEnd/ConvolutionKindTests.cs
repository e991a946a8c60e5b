using System.Buffers.Binary;
using System.Globalization;
using System.Numerics.Tensors;
using System.Text;

namespace NetGen.Tests.EndToEnd;

/// <summary>Depthwise, transposed and unshared convolutions and concatenations as their user has them: shapes, accessors, files, limits.</summary>
public class ConvolutionKindTests
{
    [Fact]
    public void Shapes_follow_from_windows()
    {
        using Kinds network = new(seed: 1);
        Assert.Equal([6, 5, 6], network.Deep.Shape.ToArray());
        Assert.Equal([6, 5, 9], network.Both.Shape.ToArray());
        Assert.Equal([3, 3, 4], network.Own.Shape.ToArray());
        Assert.Equal([7, 7, 5], network.Wide.Shape.ToArray());
    }

    [Fact]
    public void Weights_have_the_shape_of_their_kind_and_are_live()
    {
        using Kinds network = new(seed: 1);
        Assert.Equal([3, 2, 3, 2], network.Deep.Weights.Lengths.ToArray());
        Assert.Equal([9, 36, 4], network.Own.Weights.Lengths.ToArray());
        Assert.Equal([3, 3, 5, 4], network.Wide.Weights.Lengths.ToArray());
        Assert.Equal([9, 4], network.Own.Parameter("bias").Lengths.ToArray());
        Assert.Contains("Parameter(\"bias\")", Assert.Throws<InvalidOperationException>(() => network.Own.Bias.Length).Message, StringComparison.Ordinal);

        float[] image = [.. Enumerable.Range(0, 90).Select(i => i / 90f)], before = new float[3], after = new float[3];
        network.Predict(image, before);
        network.Deep.Weights[2, 1, 2, 1] += 3;
        network.Predict(image, after);
        Assert.NotEqual(before, after);
    }

    [Fact]
    public void A_file_restores_every_bit()
    {
        using Kinds network = new(seed: 1), other = new(seed: 2);
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
    public void PyTorchs_depthwise_and_transposed_kernels_have_their_places()
    {
        using Kinds network = new(seed: 1);
        NetworkSchema schema = ((INetwork)network).Memory.Schema;
        // Each number of the file says where it belongs. PyTorch: Conv2d(groups = c) [c·m, 1, kh, kw], ConvTranspose2d [c, filters, kh, kw].
        var shapes = new Dictionary<string, int[]>
        {
            ["Deep.weight"] = [6, 1, 3, 2],
            ["Wide.weight"] = [4, 5, 3, 3],
            ["Filters.weight"] = [5, 5, 1, 1],
            ["Label.weight"] = [3, 245],
        };
        var data = new List<float>();
        var header = new StringBuilder("{");
        foreach (ParameterInfo parameter in schema.Parameters)
        {
            int[] shape = shapes.GetValueOrDefault(parameter.Name, [.. parameter.Shape]);
            int begin = data.Count * sizeof(float);
            data.AddRange(Enumerable.Range(0, shape.Aggregate(1, (a, b) => a * b)).Select(i => (float)i));
            header.Append(CultureInfo.InvariantCulture, $"{(header.Length > 1 ? "," : "")}\"{parameter.Name}\":{{\"dtype\":\"F32\",\"shape\":[{string.Join(',', shape)}],\"data_offsets\":[{begin},{data.Count * sizeof(float)}]}}");
        }

        byte[] text = Encoding.UTF8.GetBytes(header.Append('}').ToString()), file = new byte[8 + text.Length + data.Count * sizeof(float)];
        BinaryPrimitives.WriteInt64LittleEndian(file, text.Length);
        text.CopyTo(file, 8);
        for (int i = 0; i < data.Count; i++)
        {
            BinaryPrimitives.WriteSingleLittleEndian(file.AsSpan(8 + text.Length + i * sizeof(float)), data[i]);
        }

        Checkpoint.Load(network, new MemoryStream(file), WeightLayout.PyTorch);
        TensorSpan<float> deep = network.Deep.Weights, wide = network.Wide.Weights, own = network.Own.Weights;
        Assert.Equal(((2 * 2 + 1) * 3 + 2) * 2 + 1, deep[2, 1, 2, 1]); // [6, 1, 3, 2] at [5, 0, 2, 1]: channel 2, filter 1
        Assert.Equal(((3 * 5 + 2) * 3 + 1) * 3 + 2, wide[1, 2, 2, 3]); // [4, 5, 3, 3] at [3, 2, 1, 2]
        Assert.Equal((7 * 36 + 30) * 4 + 3, own[7, 30, 3]);            // in its own order: PyTorch has no such layer
    }

    [Fact]
    public void MaxNorm_limits_all_weights_that_enter_a_filter()
    {
        using Kinds network = new(seed: 3);
        var random = new Random(4);
        float[] images = [.. Enumerable.Range(0, 64 * 90).Select(_ => random.NextSingle())];
        int[] labels = [.. Enumerable.Range(0, 64).Select(_ => random.Next(3))];
        Dataset data = Kinds.Data(images, labels);
        network.Fit(data, options: new FitOptions { Epochs = 5 });
        TensorSpan<float> shared = network.Filters.Weights, deep = network.Deep.Weights, own = network.Own.Weights, wide = network.Wide.Weights;
        var norms = new List<double>();
        for (int f = 0; f < 5; f++)
        {
            norms.Add(Norm(shared, (i, j, k, l) => l == f));
        }

        for (int c = 0; c < 3; c++)
        {
            norms.Add(Norm(deep, (i, j, k, l) => k == c && l == 0));
            norms.Add(Norm(deep, (i, j, k, l) => k == c && l == 1));
        }

        for (int f = 0; f < 5; f++)
        {
            norms.Add(Norm(wide, (i, j, k, l) => k == f));
        }

        for (int position = 0; position < 9; position++)
        {
            for (int f = 0; f < 4; f++)
            {
                double squares = 0;
                for (int k = 0; k < 36; k++)
                {
                    squares += own[position, k, f] * own[position, k, f];
                }

                norms.Add(Math.Sqrt(squares));
            }
        }

        Assert.All(norms, norm => Assert.InRange(norm, 0.02, 0.3001));
        Assert.Contains(norms, norm => norm > 0.2999);
    }

    [Fact]
    public void A_dropped_channel_is_dropped_everywhere()
    {
        using Dropped network = new(seed: 1);
        float[] image = [.. Enumerable.Repeat(1f, 4 * 3 * 5)], mean = new float[5], deviation = new float[5];
        network.PredictUncertain(image, samples: 400, mean, deviation);
        // The mean of a channel is 0 or 2, not something between, in every pass: its deviation is that of a coin.
        Assert.All(mean, m => Assert.InRange(m, 0.8, 1.2));
        Assert.All(deviation, d => Assert.InRange(d, 0.9, 1.1));
    }

    private static double Norm(TensorSpan<float> weights, Func<int, int, int, int, bool> isOf)
    {
        double squares = 0;
        for (int i = 0; i < weights.Lengths[0]; i++)
        {
            for (int j = 0; j < weights.Lengths[1]; j++)
            {
                for (int k = 0; k < weights.Lengths[2]; k++)
                {
                    for (int l = 0; l < weights.Lengths[3]; l++)
                    {
                        squares += isOf(i, j, k, l) ? weights[i, j, k, l] * (double)weights[i, j, k, l] : 0;
                    }
                }
            }
        }

        return Math.Sqrt(squares);
    }
}

[Network(BatchSize = 16), Sgd(0.05f), MaxNorm(0.3f)]
internal sealed partial class Kinds
{
    [Input(6, 5, 3)] public partial Layer Image { get; }
    [DepthwiseConv2D(height: 3, width: 2, Multiplier = 2, Padding = ConvPadding.Same), Tanh] public partial Layer Deep { get; }
    [Concat(nameof(Image), nameof(Deep))] public partial Layer Both { get; }
    [LocallyConnected2D(4, kernel: 2, Stride = 2, Padding = ConvPadding.Same), Tanh] public partial Layer Own { get; }
    [ConvTranspose2D(5, kernel: 3, Stride = 2), Tanh] public partial Layer Wide { get; }
    [Conv2D(5, kernel: 1), Tanh] public partial Layer Filters { get; }
    [Dense(3), SoftmaxCrossEntropy] public partial Head Label { get; }
}

[Network(BatchSize = 16), Sgd(0.05f)]
internal sealed partial class Dropped
{
    [Input(4, 3, 5), Dropout(0.5f, Channels = true)] public partial Layer Image { get; }
    [GlobalAveragePool] public partial Layer Means { get; }
    [Scale, MeanSquaredError] public partial Head Value { get; }
}
