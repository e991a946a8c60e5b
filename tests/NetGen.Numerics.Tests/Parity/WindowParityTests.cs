using System.Globalization;

namespace NetGen.Numerics.Tests;

/// <summary>
/// Convolutions and pools beside their twins over sizes that fit no tile: images from one position on, kernels of 1 to 7, odd, even and
/// rectangular, strides of 1 to 3, padding of every kind, channels and filters below, at and above whole vectors, batches of one row to the capacity.
/// Each value of one list meets each of the others as the seeded draws go on; the shapes are the same in every run.
/// </summary>
public sealed class WindowParityTests
{
    private const int Count = 24;

    private static readonly (int Height, int Width)[] Sizes = [(1, 1), (2, 3), (5, 5), (9, 4), (4, 17), (12, 7), (33, 3), (8, 8)];
    private static readonly (int Height, int Width)[] Kernels = [(1, 1), (2, 2), (3, 3), (5, 5), (1, 4), (3, 2), (7, 1), (4, 6)];
    private static readonly int[] Channels = [1, 3, 4, 7, 16, 17, 32], Filters = [1, 8, 10, 16, 33];

    // Gradients that a max pool lets through at one position of its window: their zeros are left out, of one word of filters and of two.
    private static readonly NetworkText Pooled = new NetworkText("PooledZeros", 6, "Adam(0.02f, Beta1 = 0.8f, Beta2 = 0.95f, Epsilon = 0.01f)", "AdversarialTraining(Epsilon = 0.2f, Weight = 0.4f)")
        .Layer("X", "Input(7, 6, 2, Min = -3, Max = 3)")
        .Layer("A", "Conv2D(16, kernel: 3, Padding = ConvPadding.Same)", "Tanh", "L2(0.02f)")
        .Layer("B", "Conv2D(32, kernel: 3, Padding = ConvPadding.Same)", "Gelu")
        .Layer("P", "MaxPool(2)", "Dropout(0.8f)")
        .Layer("C", "Conv2D(72, height: 2, width: 3, Pads = new[] { 1, 0, 2, 1 })", "Tanh", "MaxNorm(0.8f)")
        .Layer("Q", "MaxPool(2, Padding = ConvPadding.Same)")
        .Layer("D", "Conv2D(5, kernel: 2, StrideX = 2, Padding = ConvPadding.Same, From = nameof(P))", "Swish")
        .Layer("R", "MaxPool(2, Padding = ConvPadding.Same)")
        .Head("Out", "Dense(3, From = nameof(Q))", "SoftmaxCrossEntropy")
        .Head("Image", "Dense(2, From = nameof(R))", "MeanSquaredError");

    private static readonly NetworkText[] Networks = [.. Enumerable.Range(0, Count).Select(Network), Pooled];

    private static readonly Lazy<Compiled> Emitted = new(() => new Compiled(Networks));

    public static TheoryData<string> Names => [.. Networks.Select(network => network.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Windows_of_every_shape_agree(string name)
    {
        NetworkText network = Networks.Single(n => n.Name == name);
        using var comparison = new Comparison(Emitted.Value.PairInEverySetting(network, seed: 3), seed: 3, missing: 0.1);
        comparison.Step(network.BatchSize);
        comparison.Step(1);
        comparison.Evaluate(network.BatchSize);
    }

    private static NetworkText Network(int index)
    {
        var random = new Random(900 + index);
        (int Height, int Width) size = Sizes[index % Sizes.Length];
        int channels = Channels[index % Channels.Length], filters = Filters[index % Filters.Length];
        return new NetworkText(string.Create(CultureInfo.InvariantCulture, $"Window{index}"), 1 + index % 5, index % 2 == 0 ? "Sgd(0.05f, Momentum = 0.8f)" : "Adam(0.01f, Epsilon = 0.01f)")
            .Layer("X", string.Create(CultureInfo.InvariantCulture, $"Input({size.Height}, {size.Width}, {channels})"), index % 3 == 0 ? "Dropout(0.9f)" : "")
            .Layer("A", $"Conv2D({Filter(filters)}, {Window(random, size)})", index % 4 == 0 ? "" : "Tanh", index % 3 == 1 ? "Dropout(0.8f)" : "")
            .Layer("P", $"{(index % 2 == 0 ? "AveragePool" : "MaxPool")}(height: 2, width: 2, Padding = ConvPadding.Same{(index % 3 == 0 ? ", Stride = 1" : "")})")
            .Layer("B", $"Conv2D({Filter(Filters[random.Next(Filters.Length)])}, height: {1 + random.Next(3)}, width: {1 + random.Next(3)}, Padding = ConvPadding.Same)", "Gelu")
            .Head("Out", "Dense(3)", "MeanSquaredError");
    }

    /// <summary>A kernel that fits, with a stride and padding of some kind.</summary>
    private static string Window(Random random, (int Height, int Width) size)
    {
        (int height, int width) = Kernels[random.Next(Kernels.Length)];
        int padding = random.Next(3);
        (height, width) = padding == 1 ? (height, width) : (Math.Min(height, size.Height), Math.Min(width, size.Width));
        string pads = padding switch
        {
            0 => "",
            1 => ", Padding = ConvPadding.Same",
            _ => $", Pads = new[] {{ {random.Next(height)}, {random.Next(height)}, {random.Next(width)}, {random.Next(width)} }}",
        };
        return string.Create(CultureInfo.InvariantCulture, $"height: {height}, width: {width}, StrideY = {1 + random.Next(3)}, StrideX = {1 + random.Next(3)}{pads}");
    }

    private static string Filter(int filters) => filters.ToString(CultureInfo.InvariantCulture);
}
