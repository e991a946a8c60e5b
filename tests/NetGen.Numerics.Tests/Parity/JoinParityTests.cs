using System.Globalization;

namespace NetGen.Numerics.Tests;

/// <summary>
/// Concatenations, factors for each channel and dropped channels beside their twins, over images from one position on and channels below, at and
/// above whole vectors. The shapes are the same in every run.
/// </summary>
public sealed class JoinParityTests
{
    private const int Count = 14;

    private static readonly (int Height, int Width)[] Sizes = [(1, 1), (2, 3), (5, 5), (4, 17), (33, 3)];
    private static readonly int[] Channels = [1, 3, 4, 7, 16, 17, 32], Filters = [1, 8, 10, 16, 33];

    private static readonly NetworkText[] Networks = [.. Enumerable.Range(0, Count).Select(Network)];

    private static readonly Lazy<Compiled> Emitted = new(() => new Compiled(Networks));

    public static TheoryData<string> Names => [.. Networks.Select(network => network.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Joined_channels_of_every_number_agree(string name)
    {
        NetworkText network = Networks.Single(n => n.Name == name);
        using var comparison = new Comparison(Emitted.Value.PairInEverySetting(network, seed: 5), seed: 5, missing: 0.1);
        comparison.Step(network.BatchSize);
        comparison.Step(1);
        comparison.Evaluate(network.BatchSize);
    }

    private static NetworkText Network(int index)
    {
        (int height, int width) = Sizes[index % Sizes.Length];
        int channels = Channels[index % Channels.Length], others = Channels[(3 * index + 2) % Channels.Length], filters = Filters[(2 * index + 1) % Filters.Length];
        string dropped = index % 3 == 0 ? "Dropout(0.8f, Channels = true)" : "";
        return new NetworkText(Text($"Join{index}"), 1 + index % 5, index % 2 == 0 ? "Sgd(0.05f, Momentum = 0.8f)" : "Adam(0.01f, Epsilon = 0.01f)")
            .Layer("X", Text($"Input({height}, {width}, {channels})"), index % 4 == 1 ? "Dropout(0.8f, Channels = true)" : "")
            .Layer("Y", Text($"Input({height}, {width}, {others})"))
            .Layer("A", Text($"Conv2D({filters}, kernel: 2, Padding = ConvPadding.Same, From = nameof(X))"), "Tanh", dropped)
            .Layer("J", index % 2 == 0 ? "Concat(nameof(A), nameof(Y), nameof(X))" : "Concat(nameof(Y), nameof(A))", index % 3 == 1 ? "Gelu" : "", dropped)
            .Layer("S", "Scale", index % 3 == 2 ? "Swish" : "")
            .Layer("B", Text($"Conv2D({Filters[index % Filters.Length]}, kernel: 3, Padding = ConvPadding.Same)"), "Gelu")
            .Head("Out", "Dense(3)", "MeanSquaredError")
            .Head("Image", "Concat(nameof(B), nameof(S))", "MeanSquaredError");
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
