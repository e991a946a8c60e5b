using NetGen.Tests.Data;
using NetGen.Tests.Networks;

namespace NetGen.Tests.EndToEnd;

/// <summary>Checks and copies of a batch, shared among the threads that are awake after the step before.</summary>
public sealed class SharedRowTests
{
    private const int Batch = 32, Width = 300, Targets = 280, Batches = 6, Last = 29;

    private static readonly float[] Features = Uniform(((Batches - 1) * Batch + Last) * Width, seed: 1);
    private static readonly float[] Wanted = Uniform(((Batches - 1) * Batch + Last) * Targets, seed: 2);

    [Theory, InlineData(2), InlineData(3)]
    public void Steps_fits_and_predictions_have_the_same_bits_as_on_one_thread(int threads)
    {
        using Broad one = new(seed: 1), many = new(seed: 1);
        (one.Threads, many.Threads) = (1, threads);
        Assert.Equal(Steps(one), Steps(many));
        Assert.Equal(Bits.Of(one), Bits.Of(many));

        var data = Broad.Data(Features, Wanted);
        one.Fit(data, data, new() { Epochs = 3 });
        many.Fit(data, data, new() { Epochs = 3 });
        Assert.Equal(Bits.Of(one), Bits.Of(many));
        Assert.Equal(Predictions(one), Predictions(many));
        Assert.Equal(one.Evaluate(data), many.Evaluate(data));
    }

    [Theory, InlineData(1), InlineData(2), InlineData(3)]
    public void The_first_wrong_value_is_named_and_nothing_has_changed(int threads)
    {
        using var network = new Broad(seed: 1);
        network.Threads = threads;
        for (int row = 0; row < Batch; row += 5)
        {
            Steps(network); // the threads are awake
            Bits before = Bits.Of(network);
            float[] x = Features[..(Batch * Width)], y = Wanted[..(Batch * Targets)];
            x[row * Width + 17] = float.NaN;
            x[^1] = float.PositiveInfinity;
            Refusal.Says(() => network.TrainStep(x, y), "x", $"NaN at row {row}, position 17");
            Refusal.Says(() => network.Predict(x, y), "x", $"NaN at row {row}, position 17");

            x = Features[..(Batch * Width)];
            y[row * Targets + 3] = 1.5f;
            y[^1] = -1;
            Refusal.Says(() => network.TrainStep(x, y), "y", $"1.5 at row {row}, position 3");
            Assert.Equal(before, Bits.Of(network));
        }
    }

    [Fact]
    public void A_step_after_a_refused_one_is_as_if_it_had_not_been_tried()
    {
        using Broad tried = new(seed: 1), other = new(seed: 1);
        Assert.Equal(Steps(tried), Steps(other));
        float[] x = Features[..(Batch * Width)];
        x[^1] = float.NaN;
        Assert.Throws<ArgumentException>("x", () => tried.TrainStep(x, Wanted.AsSpan(0, Batch * Targets)));
        Assert.Equal(Steps(tried), Steps(other));
        Assert.Equal(Bits.Of(tried), Bits.Of(other));
    }

    [Theory, InlineData(1), InlineData(2), InlineData(3)]
    public void Nothing_is_allocated(int threads)
    {
        using var network = new Broad(seed: 1);
        network.Threads = threads;
        float[] predictions = new float[Wanted.Length];
        Assert.Equal(0, Allocated.ByThread(() =>
        {
            network.TrainStep(Features.AsSpan(0, Batch * Width), Wanted.AsSpan(0, Batch * Targets));
            network.Predict(Features, predictions);
        }));
    }

    /// <summary>A step for each batch, the last one smaller; their losses.</summary>
    private static float[] Steps(Broad network) => [.. Features.Chunk(Batch * Width).Zip(Wanted.Chunk(Batch * Targets), (x, y) => network.TrainStep(x, y))];

    private static float[] Predictions(Broad network)
    {
        float[] predictions = new float[Wanted.Length];
        network.Predict(Features, predictions);
        return predictions;
    }

    private static float[] Uniform(int count, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => random.NextSingle())];
    }
}
