using System.Runtime.InteropServices;
using NetGen.Tests.Networks;
using NetGen.Tests.Persistence;

namespace NetGen.Tests.Learning;

public class PredictionTests(TrainedNet trained) : IClassFixture<TrainedNet>
{
    [Fact]
    public void Many_rows_are_predicted_as_row_by_row_to_the_bit()
    {
        float[] together = trained.Predictions(trained.Network), single = new float[10];
        for (int row = 0; row < Digits.Test.Count; row++)
        {
            trained.Network.Predict(trained.Images.AsSpan(row * Digits.Pixels, Digits.Pixels), single);
            Equal(single, together.AsSpan(row * 10, 10));
        }
    }

    [Fact]
    public void Probabilities_are_positive_and_sum_to_one()
    {
        foreach (float[] p in trained.Predictions(trained.Network).Chunk(10))
        {
            Assert.All(p, value => Assert.InRange(value, 0, 1));
            Assert.Equal(1, p.Sum(value => (double)value), tolerance: 1e-6);
        }
    }

    [Fact]
    public void The_likeliest_class_is_what_Evaluate_counts()
    {
        LabelColumn labels = Digits.Test.Labels("Label");
        int right = trained.Predictions(trained.Network).Chunk(10).Where((p, row) => Array.IndexOf(p, p.Max()) == labels[row]).Count();
        Assert.Equal((double)right / labels.Count, trained.Network.Evaluate(Digits.Test).Label.Accuracy);
    }

    [Fact]
    public void Predicting_changes_nothing_that_is_learned()
    {
        Bits before = Bits.Of(trained.Network);
        trained.Predictions(trained.Network);
        trained.Network.Evaluate(Digits.Test);
        Assert.Equal(before, Bits.Of(trained.Network));
    }

    [Fact]
    public void A_saved_and_loaded_network_predicts_the_same_bits_whatever_its_seed_and_hyperparameters()
    {
        using var folder = new TemporaryFolder();
        string path = folder.File("digits.safetensors");
        trained.Network.Save(path);
        using var loaded = new RegularizedNet(RegularizedNet.Neutral, seed: 99);
        Assert.NotEqual(trained.Predictions(trained.Network), trained.Predictions(loaded));

        loaded.Load(path);
        Equal(trained.Predictions(trained.Network), trained.Predictions(loaded));
        Assert.Equal(Bits.Of(trained.Network).Parameters, Bits.Of(loaded).Parameters);
    }

    private static void Equal(ReadOnlySpan<float> expected, ReadOnlySpan<float> actual) =>
        Assert.True(MemoryMarshal.AsBytes(expected).SequenceEqual(MemoryMarshal.AsBytes(actual)));
}
