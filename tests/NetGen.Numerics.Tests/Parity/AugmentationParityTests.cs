using System.Globalization;
using System.Reflection;
using NetGen.CompilerServices;
using NetGen.Generator.Graph;
using NetGen.Generator.Lowering;

namespace NetGen.Numerics.Tests;

/// <summary>Augmented images beside their definition, over sizes that fit no vector, each kind of change by itself and all together.</summary>
public sealed class AugmentationParityTests
{
    private const int BatchSize = 9, Seed = 5;

    private static readonly (int Height, int Width, int Channels)[] Sizes = [(1, 1, 1), (5, 3, 1), (8, 8, 3), (28, 28, 1), (33, 17, 3), (6, 9, 2)];

    /// <summary>For images of a size: less of a shift where there is no room for it, colors where there are some.</summary>
    private static readonly Func<int, int, string[]>[] Changes =
    [
        (_, _) => ["HorizontalFlip", "VerticalFlip(0.4f)"],
        (side, _) => [$"Shift({Math.Min(2, side - 1)})"],
        (_, _) => ["Stretch(0.4f, 0.3f)"],
        (_, _) => ["Rotate(50)"],
        (_, _) => ["Rotate(170, Crop = true)"],
        (_, _) => ["Zoom(0.4f)"],
        (_, _) => ["RandomCrop(0.3f)"],
        (_, _) => ["Elastic(8, 1.5f)"],
        (_, channels) => [channels == 1 ? "ColorBalance(brightness: 0.3f, contrast: 0.6f)" : "ColorBalance(0.2f, 0.3f, 0.6f, 0.7f)"],
        (_, _) => ["Blur(1.7f)"],
        (side, _) => [$"Erase({Math.Min(4, side)}, Probability = 0.7f)"],
        (side, channels) => [.. Changes!.Take(Changes!.Length - 1).Where((_, i) => i != 3).SelectMany(change => change(side, channels))],
    ];

    private static readonly NetworkText[] Networks = [.. Sizes.SelectMany(size => Changes.Select((change, i) => Network(size, i, change)))];

    private static readonly Lazy<Compiled> Emitted = new(() => new Compiled(Networks));

    public static TheoryData<string> Names => [.. Networks.Select(network => network.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Augmented_images_are_those_of_the_definition_on_every_width_and_number_of_threads(string name)
    {
        NetworkText text = Networks.Single(n => n.Name == name);
        using Pair pair = Emitted.Value.PairInEverySetting(text, Seed);
        foreach (int rows in new[] { BatchSize, 1 })
        {
            Batch batch = Batches.Of(pair.Twin.Model, rows, seed: rows);
            NetworkGraph graph = LowerModel.Training(pair.Twin.Model);
            World world = pair.Twin.World.Fork() with { Batch = batch, Step = pair.Network.Memory.Steps + 1 };
            Tensor expected = new Interpreter(world).Of(graph.Effects.Single(e => e.Kind == EffectKind.Augment).Value);
            pair.StepNetwork(batch);
            float[] actual = Augmented(pair.Network, rows);
            Assert.All(pair.Others, other => Assert.Equal(actual, Augmented(other.Network, rows)));
            Assert.All(actual.Index(), pixel => Assert.InRange(pixel.Item - expected.Values[pixel.Index], -3e-5, 3e-5));
            Assert.All(actual, pixel => Assert.InRange(pixel, -1, 1));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Strengths_of_0_copy_an_image_to_the_bit(string name)
    {
        NetworkText text = Networks.Single(n => n.Name == name);
        INetwork plain = Emitted.Value.Create(text, Seed);
        Type record = plain.GetType().GetNestedType("Hyperparameters")!;
        object off = Activator.CreateInstance(record)!;
        foreach (PropertyInfo strength in record.GetProperties().Where(p => p.Name.StartsWith('X')))
        {
            object none = strength.PropertyType == typeof(int) ? 0 : (object)(strength.Name == "XCropArea" ? 1f : 0f);
            strength.SetValue(off, none);
        }

        using var network = (INetwork)Activator.CreateInstance(plain.GetType(), off, Seed)!;
        Batch batch = Batches.Of(Models.Of(text), BatchSize, seed: 2);
        batch.Inputs["X"][0, 0] = -0.0;
        batch.WriteTo(network);
        network.Step(BatchSize);
        Assert.Equal(
            batch.Inputs["X"].Values.ToArray().Select(x => BitConverter.SingleToInt32Bits((float)x)),
            Augmented(network, BatchSize).Select(BitConverter.SingleToInt32Bits));
        plain.Dispose();
    }

    [Fact]
    public void Predictions_and_attacks_know_nothing_of_augmentation()
    {
        NetworkText text = Networks.Single(n => n.Name == "Size3Change11");
        using Pair augmented = Emitted.Value.Pair(text, Seed), plain = new Compiled([Plain(text)]).Pair(Plain(text), Seed);
        Batch batch = Batches.Of(augmented.Twin.Model, BatchSize, seed: 1);
        SameBits.Check("evaluated", augmented.EvaluateNetwork(batch), plain.EvaluateNetwork(batch));
        SameBits.Check("attacked", augmented.AttackNetwork(batch, 0.1f, 0.05f, 2), plain.AttackNetwork(batch, 0.1f, 0.05f, 2));
    }

    /// <summary>What the last step made of the first rows.</summary>
    private static float[] Augmented(INetwork network, int rows)
    {
        Type layout = network.GetType().GetNestedType("Layout", BindingFlags.NonPublic)!;
        float[] images = new float[rows * network.Schema.Inputs[0].Size];
        BatchSpans.ReadAugmented(network.Memory, 0, (int)layout.GetField("XAugmented")!.GetRawConstantValue()!, images, rows);
        return images;
    }

    private static NetworkText Network((int Height, int Width, int Channels) size, int change, Func<int, int, string[]> changes) =>
        new NetworkText(string.Create(CultureInfo.InvariantCulture, $"Size{Array.IndexOf(Sizes, size)}Change{change}"), BatchSize, "Sgd(0.05f)")
            .Layer("X", [string.Create(CultureInfo.InvariantCulture, $"Input({size.Height}, {size.Width}, {size.Channels}, Min = -1, Max = 1)"), .. changes(Math.Min(size.Height, size.Width), size.Channels)])
            .Head("Out", "Dense(2)", "MeanSquaredError");

    private static NetworkText Plain(NetworkText text) => new(text.Name, text.BatchSize, text.OnClass)
    {
        Values = [.. text.Values.Select(value => value with { Attributes = [value.Attributes[0], .. value.Attributes.Skip(1).Where(a => value.Name != "X")] })],
    };
}
