using System.Globalization;

namespace NetGen.Numerics.Tests;

/// <summary>
/// Depthwise and transposed convolutions and locally connected layers beside their twins over sizes that fit no tile, as in
/// <see cref="WindowParityTests"/>: strides of 1 to 3, padding of every kind, channels and filters below, at and above whole vectors. The shapes are
/// the same in every run.
/// </summary>
public sealed class ConvolutionKindParityTests
{
    private const int Each = 12;

    private static readonly (int Height, int Width)[] Sizes = [(1, 1), (2, 3), (5, 5), (9, 4), (4, 11), (8, 8), (13, 3)];
    private static readonly (int Height, int Width)[] Kernels = [(1, 1), (2, 2), (3, 3), (1, 4), (3, 2), (5, 1), (4, 6)];
    private static readonly int[] Channels = [1, 3, 4, 7, 16, 17, 32], Filters = [1, 8, 10, 16, 33];

    private static readonly NetworkText[] Networks = [.. new[] { "DepthwiseConv2D", "LocallyConnected2D", "ConvTranspose2D" }.SelectMany(kind => Enumerable.Range(0, Each).Select(index => Network(kind, index)))];

    private static readonly Lazy<Compiled> Emitted = new(() => new Compiled(Networks));

    public static TheoryData<string> Names => [.. Networks.Select(network => network.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Convolutions_of_every_kind_and_shape_agree(string name)
    {
        NetworkText network = Networks.Single(n => n.Name == name);
        using var comparison = new Comparison(Emitted.Value.PairInEverySetting(network, seed: 3), seed: 3, missing: 0.1);
        comparison.Step(network.BatchSize);
        comparison.Step(1);
        comparison.Evaluate(network.BatchSize);
    }

    private static NetworkText Network(string kind, int index)
    {
        var random = new Random(300 + index);
        (int height, int width) = Sizes[index % Sizes.Length];
        int channels = Channels[index % Channels.Length], filters = Filters[index % Filters.Length], others = Filters[(index + 2) % Filters.Length];
        string first = kind == "DepthwiseConv2D" ? "" : Text($"{filters}, "), second = kind == "DepthwiseConv2D" ? "" : Text($"{others}, ");
        string multiplier = kind == "DepthwiseConv2D" && index % 3 == 1 ? Text($", Multiplier = {2 + index % 2}") : "";
        return new NetworkText(Text($"{kind}{index}"), index % 4 == 3 ? 26 : 1 + index % 5, index % 2 == 0 ? "Sgd(0.05f, Momentum = 0.8f)" : "Adam(0.01f, Epsilon = 0.01f)")
            .Layer("X", Text($"Input({height}, {width}, {channels})"), index % 3 == 0 ? "Dropout(0.9f)" : "")
            .Layer("A", $"{kind}({first}{Window(random, (height, width))}{multiplier})", index % 4 == 0 ? "" : "Tanh", index % 3 == 1 ? "Dropout(0.8f)" : "")
            .Layer("B", $"{kind}({second}height: {1 + random.Next(3)}, width: {1 + random.Next(3)}, Padding = ConvPadding.Same)", "Gelu")
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
            _ => Text($", Pads = new[] {{ {random.Next(height)}, {random.Next((height + 1) / 2)}, {random.Next((width + 1) / 2)}, {random.Next(width)} }}"),
        };
        string window = Text($"height: {height}, width: {width}, StrideY = {1 + random.Next(3)}, StrideX = {1 + random.Next(3)}");
        return window + (size is ( > 2, > 2) ? pads : padding == 2 ? "" : pads);
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
