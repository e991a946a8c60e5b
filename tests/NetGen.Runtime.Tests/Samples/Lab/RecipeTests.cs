using RegularizationLab;

namespace NetGen.Tests.Samples;

/// <summary>A recipe says all of what a network of the lab is trained with.</summary>
public sealed class RecipeTests
{
    private const int Rows = 64;

    private static readonly Recipe Plain = new(), Hardened = new() { AdversarialEpsilon = .1f };

    public static TheoryData<string, Recipe> Changes => new()
    {
        { "L1", new() { L1 = 1e-2f } },
        { "L2", new() { L2 = 1e-2f } },
        { "MaxNorm", new() { MaxNorm = .5f } },
        { "DropRate", new() { DropRate = .5f } },
        { "Noise", new() { Noise = .3f } },
        { "Mixup", new() { Mixup = 1 } },
        { "Smoothing", new() { Smoothing = .1f } },
        { "Shift", new() { Shift = 1 } },
        { "Rotation", new() { Rotation = 20 } },
        { "Elastic", new() { Elastic = 8 } },
        { "HorizontalFlip", new() { HorizontalFlip = .5f } },
        { "VerticalFlip", new() { VerticalFlip = .5f } },
        { "AverageDecay", new() { AverageDecay = .9f } },
        { "RateFactor", new() { RateFactor = 3 } },
        { "AdversarialEpsilon", new() { AdversarialEpsilon = .2f } },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public void Every_strength_reaches_every_network(string name, Recipe change)
    {
        Recipe hardened = change.AdversarialEpsilon > 0 ? change : change with { AdversarialEpsilon = Hardened.AdversarialEpsilon };
        Assert.All(new Func<Recipe, int, ILearner>[] { Learners.Digits, Learners.Images }, create =>
        {
            int width = create == Learners.Digits ? 8 : 28;
            Assert.False(Learned(create(Plain, 1), width).SequenceEqual(Learned(create(change, 1), width)), $"{name}, {width} pixels");
            Assert.False(Learned(create(Hardened, 1), width).SequenceEqual(Learned(create(hardened, 1), width)), $"{name}, {width} pixels, hardened");
        });
    }

    [Fact]
    public void The_changes_are_all_that_a_recipe_can_say() =>
        Assert.Equal(typeof(Recipe).GetProperties().Select(p => p.Name).Order(), Changes.Select(row => (string)row[0]).Order());

    /// <summary>But for rounding: a proximal step of λ = 0 is written otherwise than none.</summary>
    [Fact]
    public void What_a_recipe_does_not_name_is_off() =>
        Assert.All(Learned(new UnadornedReader(seed: 1), width: 8).Zip(Learned(Learners.Digits(Plain, 1), width: 8)), w => Assert.Equal(w.First, w.Second, 1e-5f));

    /// <summary>The parameters after two epochs on noise.</summary>
    private static float[] Learned(INetwork network, int width)
    {
        var random = new Random(1);
        float[] images = [.. Enumerable.Range(0, Rows * width * width).Select(_ => random.NextSingle())];
        int[] labels = [.. Enumerable.Range(0, Rows).Select(row => row % 10)];
        var rows = new Dataset(new FeatureColumn("Image", [width, width, 1], images), new LabelColumn("Label", labels));
        using (network)
        {
            Trainer.Fit(network, rows, options: new() { Epochs = 2 });
            return network.Memory.Parameters.ToArray();
        }
    }
}

/// <summary>What a network of the lab is without any technique.</summary>
[Network(BatchSize = 32), Adam(learningRate: 2e-3f)]
internal sealed partial class UnadornedReader
{
    [Input(8, 8, 1)] public partial Layer Image { get; }
    [Dense(256), Relu] public partial Layer Hidden { get; }
    [Dense(10), SoftmaxCrossEntropy] public partial Head Label { get; }
}
