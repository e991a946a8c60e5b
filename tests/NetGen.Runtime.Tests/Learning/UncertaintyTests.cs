using NetGen.Tests.Data;
using NetGen.Tests.Networks;

namespace NetGen.Tests.Learning;

/// <summary>Monte-Carlo prediction: the mean and the deviation over thinned networks.</summary>
public sealed class UncertaintyTests(TrainedNet trained) : IClassFixture<TrainedNet>
{
    private const int Samples = 30;

    [Fact]
    public void Mean_and_deviation_are_those_of_the_passes()
    {
        INetwork network = trained.Network;
        (float[] mean, float[] deviation) = Uncertain(trained.Network, Row(3), Samples);
        double[][] passes = new double[Samples][];
        Row(3).CopyTo(network.Memory.InputRow(0, 0));
        for (int pass = 0; pass < Samples; pass++)
        {
            network.Sample(1, pass);
            passes[pass] = [.. network.Memory.PredictionRow(0, 0).ToArray().Select(p => (double)p)];
        }

        Assert.Equal(Samples, passes.Select(p => p[3]).Distinct().Count());
        for (int digit = 0; digit < 10; digit++)
        {
            double m = passes.Average(p => p[digit]), variance = passes.Sum(p => (p[digit] - m) * (p[digit] - m)) / (Samples - 1);
            Assert.Equal(m, mean[digit], 1e-6);
            Assert.Equal(Math.Sqrt(variance), deviation[digit], 1e-6);
        }
    }

    [Fact]
    public void What_is_said_of_a_row_depends_neither_on_its_place_nor_on_its_company()
    {
        float[] images = trained.Images.AsSpan(0, 70 * Digits.Pixels).ToArray();
        (float[] mean, float[] deviation) = Uncertain(trained.Network, images, Samples);
        foreach (int row in new[] { 0, 31, 32, 69 })
        {
            (float[] m, float[] d) = Uncertain(trained.Network, Row(row), Samples);
            Assert.Equal(mean[(row * 10)..(row * 10 + 10)], m);
            Assert.Equal(deviation[(row * 10)..(row * 10 + 10)], d);
        }
    }

    [Fact]
    public void It_is_the_same_each_time_and_another_for_another_seed()
    {
        using var other = new RegularizedNet(seed: 2);
        trained.Network.Memory().Parameters.CopyTo(other.Memory().Parameters);
        (float[] mean, float[] deviation) = Uncertain(trained.Network, trained.Images, 5);
        (float[] again, float[] deviationAgain) = Uncertain(trained.Network, trained.Images, 5);
        Assert.Equal(mean, again);
        Assert.Equal(deviation, deviationAgain);
        Assert.NotEqual(mean, Uncertain(other, trained.Images, 5).Mean);
    }

    [Fact]
    public void It_changes_nothing_that_is_learned_and_no_later_prediction()
    {
        Bits before = Bits.Of(trained.Network);
        float[] predictions = trained.Predictions(trained.Network);
        Uncertain(trained.Network, trained.Images, 3);
        Assert.Equal(before, Bits.Of(trained.Network));
        Assert.Equal(predictions, trained.Predictions(trained.Network));
    }

    [Fact]
    public void Nothing_is_allocated()
    {
        float[] mean = new float[trained.Images.Length / Digits.Pixels * 10], deviation = new float[mean.Length];
        Assert.Equal(0, Allocated.ByThread(() => trained.Network.PredictUncertain(trained.Images, 2, mean, deviation)));
    }

    [Fact]
    public void Thinned_networks_disagree_more_where_the_prediction_is_wrong()
    {
        (float[] mean, float[] deviation) = Uncertain(trained.Network, trained.Images, Samples);
        LabelColumn labels = Digits.Test.Labels("Label");
        var rows = mean.Chunk(10).Zip(deviation.Chunk(10), (m, d) => (Likeliest: Array.IndexOf(m, m.Max()), Deviations: d))
            .Select((row, i) => (IsRight: row.Likeliest == labels[i], Deviation: (double)row.Deviations[row.Likeliest])).ToList();
        double right = rows.Where(r => r.IsRight).Average(r => r.Deviation), wrong = rows.Where(r => !r.IsRight).Average(r => r.Deviation);
        Assert.True(wrong > 1.1 * right, FormattableString.Invariant($"{right} where right, {wrong} where wrong"));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(0)]
    [InlineData(int.MinValue)]
    public void One_pass_has_no_deviation(int samples)
    {
        var e = Assert.Throws<ArgumentOutOfRangeException>(() => trained.Network.PredictUncertain(Row(0), samples, new float[10], new float[10]));
        Assert.Equal(("samples", (object)samples), (e.ParamName!, e.ActualValue));
        Assert.StartsWith($"samples is {samples}; a standard deviation needs at least 2 passes.", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Spans_of_a_wrong_length_are_refused_before_anything_is_written()
    {
        float[] mean = new float[10], deviation = new float[9];
        Refusal.Says(() => trained.Network.PredictUncertain(Row(0), 2, mean, deviation), "deviation", "9 numbers; 1 rows of 10 make 10");
        Refusal.Says(() => trained.Network.PredictUncertain(Row(0), 2, new float[20], new float[10]), "mean", "20 numbers; 1 rows of 10 make 10");
        Refusal.Says(() => trained.Network.PredictUncertain(new float[63], 2, mean, new float[10]), "image", "63 numbers");
        Refusal.Says(() => trained.Network.PredictUncertain(Row(0), 2, mean, mean), "deviation", "shares memory with mean");
        Assert.All(mean, m => Assert.Equal(0, m));
    }

    [Fact]
    public void A_network_in_which_nothing_is_random_has_no_such_method()
    {
        Assert.Null(typeof(SmallNet).GetMethod("PredictUncertain"));
        using var network = new SmallNet();
        var e = Assert.Throws<NotSupportedException>(() => ((INetwork)network).Sample(1, 0));
        Assert.Equal("SmallNet has no dropout and no noise: every pass would predict the same.", e.Message);
    }

    [Fact]
    public void For_a_linear_layer_mean_and_deviation_are_those_of_theory_in_both_forms()
    {
        // y = Σ w·x·mask: mean p·Σwx and variance p(1 − p)·Σ(wx)², p = 0.8; divided by p where dropout is inverted.
        float[] x = [0.5f, -1f, 2f, 0.25f], mean = new float[1], deviation = new float[1], predicted = new float[1];
        using var textbook = new LinearNet(seed: 5);
        double[] wx = [.. Measure.Weights(textbook.Y).Zip(x, (w, v) => (double)w * v)];
        double m = 0.8 * wx.Sum(), d = Math.Sqrt(0.8 * 0.2 * wx.Sum(v => v * v));
        const int Passes = 10_000;
        textbook.PredictUncertain(x, Passes, mean, deviation);
        textbook.Predict(x, predicted);
        Assert.Equal(m, predicted[0], 1e-6);
        Assert.InRange(mean[0], m - 4 * d / 100, m + 4 * d / 100);
        Assert.InRange(deviation[0], 0.95 * d, 1.05 * d);

        using var inverted = new InvertedLinearNet(seed: 5);
        textbook.Memory().Parameters.CopyTo(inverted.Memory().Parameters);
        inverted.PredictUncertain(x, Passes, mean, deviation);
        Assert.InRange(mean[0], (m - 4 * d / 100) / 0.8, (m + 4 * d / 100) / 0.8);
        Assert.InRange(deviation[0], 0.95 * d / 0.8, 1.05 * d / 0.8);
    }

    private float[] Row(int row) => trained.Images.AsSpan(row * Digits.Pixels, Digits.Pixels).ToArray();

    private static (float[] Mean, float[] Deviation) Uncertain(RegularizedNet network, float[] images, int samples)
    {
        float[] mean = new float[images.Length / Digits.Pixels * 10], deviation = new float[mean.Length];
        network.PredictUncertain(images, samples, mean, deviation);
        return (mean, deviation);
    }
}

/// <summary><see cref="LinearNet"/> with the other form of dropout.</summary>
[Network(BatchSize = 1), Sgd(0.1f)]
internal sealed partial class InvertedLinearNet
{
    [Input(4), Dropout(0.8f)] public partial Layer X { get; }
    [Dense(1), MeanAbsoluteError] public partial Head Y { get; }
}

/// <summary>The memory behind the interface.</summary>
internal static class Memories
{
    public static NetworkMemory Memory(this INetwork network) => network.Memory;
}
