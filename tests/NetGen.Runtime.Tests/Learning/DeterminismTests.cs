using NetGen.Tests.Networks;

namespace NetGen.Tests.Learning;

public class DeterminismTests
{
    [Fact]
    public void The_same_seed_gives_the_same_bits_and_another_seed_others()
    {
        Bits first = Trained(seed: 1, shuffle: null);
        Assert.Equal(first, Trained(seed: 1, shuffle: null));
        Assert.NotEqual(first, Trained(seed: 2, shuffle: null));
        Assert.Equal(first, Trained(seed: 1, shuffle: 1));
        Assert.NotEqual(first, Trained(seed: 1, shuffle: 2));
    }

    [Fact]
    public void Measuring_and_predicting_in_between_change_nothing()
    {
        using var network = new RegularizedNet(seed: 1);
        float[] probabilities = new float[10 * Digits.Test.Count];
        network.Fit(Digits.Train, Digits.Validation, new() { Epochs = 2 }, new Reports(_ =>
        {
            network.Predict(Digits.Test.Features("Image").ToArray(), probabilities);
            network.Evaluate(Digits.Test);
        }));
        Assert.Equal(Trained(seed: 1, shuffle: null), Bits.Of(network));
    }

    [Fact]
    public void Two_networks_trained_in_turn_do_not_disturb_each_other()
    {
        float[] images = Digits.Train.Features("Image").ToArray();
        int[] labels = Digits.Train.Labels("Label").ToArray();
        using RegularizedNet a = new(seed: 1), b = new(seed: 2), alone = new(seed: 1);
        for (int step = 0; step < 10; step++)
        {
            Step(a, step);
            Step(b, step + 10);
        }

        for (int step = 0; step < 10; step++)
        {
            Step(alone, step);
        }

        Assert.Equal(Bits.Of(alone), Bits.Of(a));

        void Step(RegularizedNet network, int batch) =>
            network.TrainStep(images.AsSpan(batch * 32 * Digits.Pixels, 32 * Digits.Pixels), labels.AsSpan(batch * 32, 32));
    }

    [Fact]
    public void A_fit_is_its_batches_given_to_TrainStep_one_after_the_other()
    {
        using var fitted = new RegularizedNet(seed: 4);
        FitResult result = fitted.Fit(Digits.Train, options: new() { Epochs = 1 });

        using var stepped = new RegularizedNet(seed: 4);
        FeatureColumn images = Digits.Train.Features("Image");
        LabelColumn labels = Digits.Train.Labels("Label");
        double sum = 0;
        foreach (int[] batch in new BatchOrder(Digits.Train.Count, seed: 4).Epoch(1).ToArray().Chunk(32))
        {
            sum += batch.Length * (double)stepped.TrainStep(
                [.. batch.SelectMany(row => images.Row(row).ToArray())], [.. batch.Select(row => labels[row])]);
        }

        Assert.Equal(Bits.Of(stepped), Bits.Of(fitted));
        Assert.Equal(sum / Digits.Train.Count, result.History[0].TrainingLoss);
    }

    private static Bits Trained(int seed, int? shuffle)
    {
        using var network = new RegularizedNet(seed: seed);
        network.Fit(Digits.Train, options: new() { Epochs = 2, Seed = shuffle });
        return Bits.Of(network);
    }
}
