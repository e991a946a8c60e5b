using NetGen.Tests.Networks;

namespace NetGen.Tests.EndToEnd;

/// <summary>Batches gathered while the step before runs, by a thread that lives as long as the fit.</summary>
public sealed class GatherTests : IDisposable
{
    private static readonly Dataset Training = Data(10 * 32 + 7, seed: 1), Validation = Data(3 * 32 + 5, seed: 2);
    private static readonly FitOptions Options = new() { Epochs = 5, EarlyStopping = new(patience: 5) };

    private readonly Wide _network = new(seed: 1);
    private readonly CancellationTokenSource _source = new();

    public void Dispose()
    {
        _network.Dispose();
        _source.Dispose();
    }

    [Theory, InlineData(1), InlineData(2)]
    public void A_fit_and_its_evaluations_are_the_same_to_the_bit_with_and_without_it(int threads)
    {
        using var other = new Wide(seed: 1);
        (_network.Threads, other.Threads) = (threads, threads);
        FitResult inline = Fit(_network, ahead: false), meanwhile = Fit(other, ahead: true);
        Assert.Equal(Bits.Of(_network), Bits.Of(other));
        Assert.Equal(inline.History.Select(e => (e.TrainingLoss, e.ValidationLoss)), meanwhile.History.Select(e => (e.TrainingLoss, e.ValidationLoss)));
        Assert.Equal(inline.Steps, meanwhile.Steps);
    }

    [Fact]
    public void Whoever_copies_a_row_every_batch_has_its_rows()
    {
        var network = new Watched(_network);
        using var gatherer = new Gatherer(network, ahead: true);
        for (int epoch = 1; epoch <= 20; epoch++)
        {
            int[] order = [.. new BatchOrder(Training.Count, seed: 3).Epoch(epoch)];
            network.Seen.Clear();
            Assert.True(new TrainingPass(network, Training, gatherer).Run(order, order.Length, default));
            Assert.Equal(order.Select(row => (Training.Features("X").Row(row)[7], Training.Labels("Y")[row])), network.Seen);
        }
    }

    [Fact]
    public void Cancellation_within_an_epoch_ends_the_thread_with_the_fit()
    {
        var network = new Watched(_network) { AfterStep = step => CancelAt(step, last: 5) };
        using var gatherer = new Gatherer(network, ahead: true);
        FitResult result = Fit(network, gatherer, cancellation: _source.Token);
        Assert.Equal((StopReason.Canceled, 5), (result.StopReason, result.Steps));
        EndsWith(gatherer);
    }

    [Fact]
    public void Divergence_ends_the_thread_with_the_fit()
    {
        var network = new Watched(_network) { AfterStep = _ => ((INetwork)_network).Memory.HeadLosses[0] = float.NaN };
        using var gatherer = new Gatherer(network, ahead: true);
        Assert.Throws<TrainingDivergedException>(() => Fit(network, gatherer));
        EndsWith(gatherer);
    }

    [Fact]
    public void A_progress_callback_that_throws_ends_the_thread_with_the_fit()
    {
        using var gatherer = new Gatherer(_network, ahead: true);
        Assert.Throws<FormatException>(() => Fit(_network, gatherer, new Reports(_ => throw new FormatException())));
        EndsWith(gatherer);
    }

    [Fact]
    public void A_fit_after_one_that_was_cut_short_is_as_if_it_had_not_been()
    {
        using var other = new Wide(seed: 1);
        Assert.Throws<FormatException>(() => Fit(new Watched(_network) { AfterStep = _ => throw new FormatException() }, ahead: true));
        ((INetwork)_network).Memory.Initialize();
        Fit(_network, ahead: true);
        Fit(other, ahead: false);
        Assert.Equal(Bits.Of(other), Bits.Of(_network));
    }

    [Fact]
    public void It_takes_a_thread_that_the_step_leaves_idle_and_a_batch_worth_the_trouble()
    {
        using var small = new Gauge(seed: 1);
        (small.Threads, _network.Threads) = (2, 2);
        Assert.True(((INetwork)small).HasIdleThread);
        Assert.False(((INetwork)_network).HasIdleThread); // both share its step
        Assert.False(GatherRule.GathersAhead(small));
        Assert.False(GatherRule.GathersAhead(_network));
        Assert.True(GatherRule.GathersAhead(new Watched(_network) { HasIdleThread = true }));
        small.Threads = 1;
        Assert.False(((INetwork)small).HasIdleThread);
    }

    [Fact]
    public void A_single_batch_starts_no_thread()
    {
        using var gatherer = new Gatherer(_network, ahead: true);
        Evaluator.Measure(_network, Data(32, seed: 1), gatherer);
        Assert.False(gatherer.IsRunning);
        Evaluator.Measure(_network, Validation, gatherer);
        Assert.True(gatherer.IsRunning);
    }

    private static FitResult Fit(INetwork network, bool ahead)
    {
        using var gatherer = new Gatherer(network, ahead);
        return Fit(network, gatherer);
    }

    private static FitResult Fit(INetwork network, Gatherer gatherer, IProgress<EpochReport>? progress = null, CancellationToken cancellation = default) =>
        new FitLoop(network, Training, Validation, Options, gatherer, progress, cancellation).Run();

    private static void EndsWith(Gatherer gatherer)
    {
        Assert.True(gatherer.IsRunning);
        gatherer.Dispose();
        Assert.False(gatherer.IsRunning);
    }

    private void CancelAt(long step, long last)
    {
        if (step == last)
        {
            _source.Cancel();
        }
    }

    private static Dataset Data(int count, int seed)
    {
        var random = new Random(seed);
        return Wide.Data(
            Enumerable.Range(0, 200 * count).Select(_ => random.NextSingle()).ToArray(),
            Enumerable.Range(0, count).Select(_ => random.Next(-1, 10)).ToArray());
    }
}
