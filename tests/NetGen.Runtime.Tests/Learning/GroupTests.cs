using System.Numerics.Tensors;

namespace NetGen.Tests.Learning;

public class GroupTests
{
    private const int Noise = 36, Width = Digits.Pixels + Noise;

    /// <summary>The digits with 36 features that say nothing about them.</summary>
    [Fact]
    public void Group_lasso_fades_whole_inputs_that_say_nothing_and_L2_does_not()
    {
        (double grouped, double groupedAccuracy) = Trained(new() { HiddenGroupLasso = 0.01f });
        (double decayed, double decayedAccuracy) = Trained(new() { HiddenL2 = 0.01f });
        string found = FormattableString.Invariant($"group lasso {grouped}, accuracy {groupedAccuracy}; L2 {decayed}, accuracy {decayedAccuracy}");
        Assert.True(grouped < 0.05 && grouped < decayed / 4, found);
        Assert.True(groupedAccuracy > 0.92 && groupedAccuracy > decayedAccuracy - 0.01, found);
    }

    /// <summary>The norm of the weights that leave an input of noise, over that of a pixel: medians; and the accuracy.</summary>
    private static (double Ratio, double Accuracy) Trained(GroupNet.Hyperparameters hyperparameters)
    {
        using var network = new GroupNet(hyperparameters, seed: 1);
        network.Fit(Data(Digits.Train, seed: 1), options: new() { Epochs = 40 });
        double[] norms = [.. Measure.Weights(network.Hidden).Chunk(GroupNet.Units).Select(w => (double)TensorPrimitives.Norm<float>(w))];
        double ratio = Median(norms[Digits.Pixels..]) / Median(norms[..Digits.Pixels]);
        return (ratio, network.Evaluate(Data(Digits.Test, seed: 2)).Label.Accuracy);
    }

    private static Dataset Data(Dataset digits, int seed)
    {
        var random = new Random(seed);
        float[] images = new float[digits.Count * Width];
        for (int row = 0; row < digits.Count; row++)
        {
            Span<float> features = images.AsSpan(row * Width, Width);
            digits.Features("Image").Row(row).CopyTo(features);
            foreach (ref float feature in features[Digits.Pixels..])
            {
                feature = random.NextSingle();
            }
        }

        return GroupNet.Data(images, digits.Labels("Label").ToArray());
    }

    private static double Median(double[] numbers) => numbers.Order().ElementAt(numbers.Length / 2);
}

[Network(BatchSize = 32), Sgd(0.2f), CosineSchedule(steps: 1440)]
internal sealed partial class GroupNet
{
    public const int Units = 32;

    [Input(100)] public partial Layer Image { get; }
    [Dense(Units), Relu, GroupLasso(0), L2(0)] public partial Layer Hidden { get; }
    [Dense(10), SoftmaxCrossEntropy] public partial Head Label { get; }
}
