using System.Globalization;
using System.Text.RegularExpressions;
using NetGen.Generator;

namespace NetGen.Numerics.Tests.Planning;

/// <summary>Emitted code has nothing in it that does nothing.</summary>
public sealed partial class EmittedTextTests
{
    /// <summary>Images of one channel, one line or one position, and windows that are as large as what they read.</summary>
    private static readonly NetworkText[] Small =
    [
        OfImage("WholeWindows", "6, 5, 3", "DepthwiseConv2D(6, Multiplier = 2, Padding = ConvPadding.Same)", "LocallyConnected2D(4, 3)", "AveragePool(2)", "Conv2D(3, 1)"),
        OfImage("OneLine", "1, 9, 2", "DepthwiseConv2D(1)", "Conv2D(5, 1, Stride = 2)", "LocallyConnected2D(3, 1)", "MaxPool(1)"),
        OfImage("Gray", "8, 8, 1", "DepthwiseConv2D(3, Multiplier = 3)", "Conv2D(1, 3, Padding = ConvPadding.Same)", "MaxPool(3, Stride = 2)", "Scale"),
        OfImage("OnePosition", "3, 3, 2", "Conv2D(4, 3)", "Conv2D(20, 1)", "DepthwiseConv2D(1)", "ConvTranspose2D(3, 2)"),
    ];

    private static readonly Lazy<Compiled> Emitted = new(() => new Compiled(Small));

    public static TheoryData<NetworkCase> All => NetworkCase.Of(Small);

    [Theory]
    [MemberData(nameof(All))]
    public void Networks_of_few_positions_agree_with_the_interpreter(NetworkCase @case)
    {
        NetworkText network = @case.In(Small);
        using var comparison = new Comparison(Emitted.Value.PairInEverySetting(network, seed: 3), seed: 3, missing: 0.1);
        comparison.Step(network.BatchSize);
        comparison.Step(1);
        comparison.Evaluate(network.BatchSize);
    }

    [Fact]
    public void No_place_has_an_idle_term_or_factor() => None(Found(IdleArithmetic()));

    [Fact]
    public void No_lanes_are_cleared_twice() => None(Found(ClearedTwice()));

    [Fact]
    public void No_loop_runs_exactly_once() => None(Found(Counted(), loop =>
        Number(loop, "to") - Number(loop, "from") <= (loop.Groups["step"].Success ? Number(loop, "step") : 1)));

    private static NetworkText OfImage(string name, string shape, params string[] layers)
    {
        NetworkText network = new NetworkText(name, 5, "Sgd(0.1f)").Layer("X", $"Input({shape})");
        foreach ((int i, string layer) in layers.Index())
        {
            network.Layer(string.Create(CultureInfo.InvariantCulture, $"H{i}"), layer);
        }

        return network.Layer("Few", "GlobalAveragePool").Head("Y", "Dense(2)", "SoftmaxCrossEntropy");
    }

    private static void None(string[] found) => Assert.True(found.Length == 0, string.Join('\n', found.Take(20)));

    private static string[] Found(Regex regex, Func<Match, bool>? isFault = null) =>
        [.. Lines.Value.Where(line => regex.Match(line.Text) is { Success: true } match && isFault?.Invoke(match) != false).DistinctBy(line => line.Text)
            .Select(line => $"{line.Network}: {line.Text}")];

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    private static readonly Lazy<(string Network, string Text)[]> Lines = new(() =>
    [
        .. Cases.Networks.Concat(Small).SelectMany(network => Compiler.Compile(Models.Of(network)).SelectMany(file => file.Text.Split('\n'))
            .Select(line => line.Trim()).Where(line => !line.StartsWith("//", StringComparison.Ordinal)).Distinct().Select(line => (network.Name, line))),
    ]);

    [GeneratedRegex(@"[\w)] [*/%] 1(?![\w.])|(?<![\w.])1 \* |[\w)] [+-] 0(?![\w.])|(?<![\w.])0 [+*] |[\w)] \* 0(?![\w.])")]
    private static partial Regex IdleArithmetic();

    [GeneratedRegex(@"FirstLanes<V>\([^()]*\) & \(?Vectors\.FirstLanes")]
    private static partial Regex ClearedTwice();

    [GeneratedRegex(@"^for \(int (?<i>\w+) = (?<from>\d+); \k<i> < (?<to>\d+); \k<i>(\+\+| \+= (?<step>\d+))\)")]
    private static partial Regex Counted();
}
