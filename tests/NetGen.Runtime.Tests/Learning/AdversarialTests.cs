namespace NetGen.Tests.Learning;

/// <summary>Small steps along signs of gradients fool a network that reads digits well; one that was trained on them stands firm.</summary>
public class AdversarialTests
{
    private const float Epsilon = 0.1f;
    private const int Epochs = 15;

    private static readonly float[] Images = Digits.Test.Features("Image").ToArray();
    private static readonly int[] Labels = Digits.Test.Labels("Label").ToArray();

    [Theory, InlineData(1), InlineData(2), InlineData(3)]
    public void Fgsm_fools_a_plain_network_and_adversarial_training_helps(int seed)
    {
        using var plain = new PlainNet(seed: seed);
        using var robust = new RobustNet(seed: seed);
        plain.Fit(Digits.Train, options: new() { Epochs = Epochs });
        robust.Fit(Digits.Train, options: new() { Epochs = Epochs });
        float[] againstPlain = new float[Images.Length], againstRobust = new float[Images.Length];
        plain.Fgsm(Images, Labels, Epsilon, againstPlain);
        robust.Fgsm(Images, Labels, Epsilon, againstRobust);
        (double Clean, double Attacked) before = (Accuracy(plain, Images), Accuracy(plain, againstPlain)), after = (Accuracy(robust, Images), Accuracy(robust, againstRobust));

        Assert.InRange(before.Clean, 0.94, 1);
        Assert.InRange(before.Attacked, 0, 0.6);
        Assert.InRange(after.Clean, 0.94, 1);
        Assert.InRange(after.Attacked, before.Attacked + 0.2, 1);
    }

    [Fact]
    public void Several_steps_fool_more_than_one_and_training_on_several_helps_against_them()
    {
        using var plain = new PlainNet(seed: 1);
        using var stepped = new SteppedNet(seed: 1);
        plain.Fit(Digits.Train, options: new() { Epochs = Epochs });
        stepped.Fit(Digits.Train, options: new() { Epochs = Epochs });
        float[] one = new float[Images.Length], many = new float[Images.Length], against = new float[Images.Length];
        plain.Fgsm(Images, Labels, Epsilon, one);
        plain.Pgd(Images, Labels, Epsilon, stepSize: Epsilon / 4, steps: 10, many, randomStart: 1);
        stepped.Pgd(Images, Labels, Epsilon, stepSize: Epsilon / 4, steps: 10, against, randomStart: 1);

        Assert.InRange(Accuracy(plain, many), 0, Accuracy(plain, one));
        Assert.InRange(Accuracy(stepped, Images), 0.93, 1);
        Assert.InRange(Accuracy(stepped, against), Accuracy(plain, many) + 0.2, 1);
    }

    [Fact]
    public void A_targeted_attack_makes_the_network_see_the_target()
    {
        using var network = new PlainNet(seed: 1);
        network.Fit(Digits.Train, options: new() { Epochs = Epochs });
        int[] targets = [.. Labels.Select(label => (label + 1) % 10)];
        float[] moved = new float[Images.Length];
        network.Pgd(Images, targets, 0.2f, stepSize: 0.03f, steps: 15, moved, targeted: true);
        Assert.InRange(Accuracy(network, Images, targets), 0, 0.05);
        Assert.InRange(Accuracy(network, moved, targets), 0.6, 1);
    }

    private static double Accuracy(INetwork network, float[] images, int[]? labels = null) =>
        Measure.Accuracy(network, PlainNet.Data(images, labels ?? Labels));
}
