using NetGen.Generator;
using NetGen.Generator.Graph;
using NetGen.Generator.Planning;

namespace NetGen.Numerics.Tests;

/// <summary>
/// Max pools that are part of the convolution they read, beside twins that compute layer after layer: windows of all shapes, images that they
/// do not cover, filters below, at and above whole vectors and blocks, with and without bias and activation, and what follows in the pool.
/// </summary>
public sealed class PooledConvolutionParityTests
{
    private static readonly NetworkText[] Within =
    [
        Network("Square", "7, 6, 2", ["Conv2D(5, kernel: 3, Padding = ConvPadding.Same)", "Relu"], ["MaxPool(2)"]),
        Network("Tall", "9, 5, 3", ["Conv2D(16, kernel: 2)", "Tanh"], ["MaxPool(height: 3, width: 2)", "Dropout(0.8f)"]),
        Network("Flat", "6, 13, 1", ["Conv2D(33, height: 1, width: 3, Bias = false)", "Sigmoid"], ["MaxPool(height: 1, width: 4)", "GaussianNoise(0.1f)"]),
        Network("Large", "8, 8, 4", ["Conv2D(17, kernel: 1)"], ["MaxPool(4)", "Softplus"]),
        Network("Wide", "6, 6, 3", ["Conv2D(72, kernel: 3, Padding = ConvPadding.Same)", "Elu(0.7f)"], ["MaxPool(2)", "Dropout(0.7f, Channels = true)"]),
        Network("Whole", "5, 5, 2", ["Conv2D(8, kernel: 3)", "Softplus"], ["MaxPool(3)"]),
        Network("Strided", "11, 9, 2", ["Conv2D(9, kernel: 3, Stride = 2, Padding = ConvPadding.Same)", "Relu"], ["MaxPool(height: 2, width: 1)"]),
    ];

    /// <summary>Pools with a kernel of their own: windows that overlap, padding, many positions, a function that falls, dropout between.</summary>
    private static readonly NetworkText[] Apart =
    [
        Network("Overlapping", "8, 7, 2", ["Conv2D(6, kernel: 3)", "Relu"], ["MaxPool(3, Stride = 1)"]),
        Network("Padded", "7, 7, 2", ["Conv2D(6, kernel: 2)", "Tanh"], ["MaxPool(height: 4, width: 3, Padding = ConvPadding.Same)"]),
        Network("Huge", "6, 6, 2", ["Conv2D(6, kernel: 1)", "Tanh"], ["MaxPool(6)"]),
        Network("Falling", "6, 6, 2", ["Conv2D(6, kernel: 3)", "Swish"], ["MaxPool(2)"]),
        Network("Thinned", "6, 6, 2", ["Conv2D(6, kernel: 3)", "Tanh", "Dropout(0.8f)"], ["MaxPool(2)"]),
    ];

    private static readonly NetworkText[] Networks = [.. Within, .. Apart];

    private static readonly Lazy<Compiled> Emitted = new(() => new Compiled(Networks));

    public static TheoryData<string> Names => [.. Networks.Select(network => network.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_pool_within_a_convolution_agrees(string name)
    {
        NetworkText network = Networks.Single(n => n.Name == name);
        using var comparison = new Comparison(Emitted.Value.PairInEverySetting(network, seed: 5), seed: 5, missing: 0.1);
        comparison.Step(network.BatchSize);
        comparison.Step(1);
        comparison.Evaluate(network.BatchSize);
        comparison.Evaluate(1);
    }

    [Fact]
    public void Windows_side_by_side_are_part_of_the_convolution_and_no_others()
    {
        Assert.All(Within, network => Assert.Single(Step(network), kernel => kernel.Pool is not null));
        Assert.All(Within, network => Assert.Single(Compiler.Plan(Models.Of(network)).Predict, kernel => kernel.Pool is not null));
        Assert.All(Apart, network => Assert.DoesNotContain(Step(network), kernel => kernel.Pool is not null));
    }

    /// <summary>The kernels of a step's clean rows.</summary>
    private static IEnumerable<Kernel> Step(NetworkText network) =>
        Compiler.Plan(Models.Of(network)).Step.Where(kernel => kernel.Section.Role == BatchRole.Clean);

    private static NetworkText Network(string name, string input, string[] convolution, string[] pool) =>
        new NetworkText("Pooled" + name, 6, "Sgd(0.05f, Momentum = 0.8f)", "AdversarialTraining(Epsilon = 0.2f, Weight = 0.4f)")
            .Layer("X", $"Input({input}, Min = -3, Max = 3)")
            .Layer("A", convolution)
            .Layer("P", pool)
            .Layer("B", "Conv2D(7, height: 1, width: 1)", "Tanh")
            .Head("Out", "Dense(3)", "MeanSquaredError");
}
