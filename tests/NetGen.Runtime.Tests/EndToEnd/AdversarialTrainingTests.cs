using NetGen.Tests.Learning;
using NetGen.Tests.Networks;

namespace NetGen.Tests.EndToEnd;

/// <summary>Adversarial training beside the same network without it.</summary>
public class AdversarialTrainingTests
{
    private static readonly float[] Images = Learning.Digits.Test.Features("Image").ToArray()[..(32 * 64)];
    private static readonly int[] Labels = Learning.Digits.Test.Labels("Label").ToArray()[..32];

    [Fact]
    public void With_weight_zero_it_is_the_network_without_to_the_bit()
    {
        using var plain = new PlainNet(seed: 1);
        using var robust = new RobustNet(new() { AdversarialWeight = 0 }, seed: 1);
        using var stepped = new SteppedNet(new() { AdversarialWeight = 0 }, seed: 1);
        foreach (INetwork network in new INetwork[] { plain, robust, stepped })
        {
            Train(network, steps: 20);
        }

        Assert.Equal(Bits.Of(plain), Bits.Of(robust));
        Assert.Equal(Bits.Of(plain), Bits.Of(stepped));
    }

    [Fact]
    public void Several_steps_make_other_examples_than_one()
    {
        using var robust = new RobustNet(seed: 1);
        using var stepped = new SteppedNet(seed: 1);
        Train(robust, steps: 1);
        Train(stepped, steps: 1);
        Assert.NotEqual(Bits.Of(robust), Bits.Of(stepped));
    }

    [Fact]
    public void The_examples_of_one_step_are_those_of_fgsm()
    {
        // Trained on nothing but adversarial rows, a step is the plain network's on what Fgsm makes of the batch.
        using var plain = new PlainNet(seed: 1);
        using var robust = new RobustNet(new() { AdversarialWeight = 1, AdversarialEpsilon = 0.2f }, seed: 1);
        float[] adversarial = new float[Images.Length];
        plain.Fgsm(Images, Labels, 0.2f, adversarial);
        plain.TrainStep(adversarial, Labels);
        robust.TrainStep(Images, Labels);
        float[] expected = ((INetwork)plain).Memory.Parameters.ToArray(), actual = ((INetwork)robust).Memory.Parameters.ToArray();
        Assert.All(expected.Zip(actual), p => Assert.Equal(p.First, p.Second, 1e-5f));
    }

    [Fact]
    public void A_step_reports_the_loss_of_the_clean_rows()
    {
        using var plain = new PlainNet(seed: 1);
        using var robust = new RobustNet(seed: 1);
        Assert.Equal(plain.TrainStep(Images, Labels), robust.TrainStep(Images, Labels));
    }

    [Fact]
    public void A_step_allocates_nothing()
    {
        using var robust = new RobustNet(seed: 1);
        using var stepped = new SteppedNet(seed: 1);
        Assert.Equal(0, Allocated.ByThread(() => robust.TrainStep(Images, Labels)));
        Assert.Equal(0, Allocated.ByThread(() => stepped.TrainStep(Images, Labels)));
    }

    [Theory]
    [InlineData(-0.1f, 0.5f, "AdversarialEpsilon", "[0, 1]")]
    [InlineData(1.1f, 0.5f, "AdversarialEpsilon", "[0, 1]")]
    [InlineData(float.NaN, 0.5f, "AdversarialEpsilon", "[0, 1]")]
    [InlineData(0.1f, -0.1f, "AdversarialWeight", "[0, 1]")]
    [InlineData(0.1f, 1.1f, "AdversarialWeight", "[0, 1]")]
    public void Hyperparameters_have_the_ranges_of_the_attribute(float epsilon, float weight, string name, string range)
    {
        ArgumentException thrown = Assert.ThrowsAny<ArgumentException>(() =>
        {
            using var network = new RobustNet(new() { AdversarialEpsilon = epsilon, AdversarialWeight = weight }, seed: 1);
        });
        Assert.Contains(name, thrown.Message, StringComparison.Ordinal);
        Assert.Contains(range, thrown.Message, StringComparison.Ordinal);
    }

    private static void Train(INetwork network, int steps)
    {
        Dataset data = PlainNet.Data(Images, Labels);
        for (int step = 0; step < steps; step++)
        {
            data.Gather(network.Memory, [.. Enumerable.Range(0, Labels.Length)]);
            network.Step(Labels.Length);
        }
    }
}
