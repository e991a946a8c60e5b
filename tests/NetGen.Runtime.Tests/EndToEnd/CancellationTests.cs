using NetGen.Tests.Networks;

namespace NetGen.Tests.EndToEnd;

/// <summary>However a fit ends before its time, the best parameters are kept.</summary>
public sealed class CancellationTests : IDisposable
{
    private static readonly Dataset Training = new GaugeRows().Times(5).Data();

    /// <summary>Rows whose Size the training moves away from: the first epoch is the best.</summary>
    private static readonly Dataset Contrary = (new GaugeRows() with { Size = [-3, 4, 2, -2], Kind = [2, 0, 1, -1] }).Data();

    private readonly Gauge _network = new(seed: 1);
    private readonly CancellationTokenSource _source = new();
    private readonly FitOptions _options = new() { Epochs = 50, EarlyStopping = new(patience: 50) };
    private Bits? _best, _last;

    public void Dispose()
    {
        _network.Dispose();
        _source.Dispose();
    }

    [Fact]
    public void A_progress_callback_that_cancels_ends_the_fit_after_its_epoch()
    {
        FitResult result = _network.Fit(Training, Contrary, _options, Watch(report => CancelAt(report, epoch: 8)), _source.Token);
        Assert.Equal((StopReason.Canceled, 8), (result.StopReason, result.History.Length));
        BestIsKept(result);
    }

    [Fact]
    public void A_token_canceled_within_an_epoch_ends_the_fit_after_the_step_at_hand()
    {
        var network = new Interrupted(_network, step: 38, _source);
        FitResult result = Trainer.Fit(network, Training, Contrary, _options, Watch(_ => { }), _source.Token);
        Assert.Equal((StopReason.Canceled, 7, 38), (result.StopReason, result.History.Length, result.Steps));
        BestIsKept(result);
    }

    [Fact]
    public void A_token_canceled_beforehand_leaves_the_network_as_it_was()
    {
        _source.Cancel();
        Bits before = Bits.Of(_network);
        FitResult result = _network.Fit(Training, Contrary, _options, cancellationToken: _source.Token);
        Assert.Equal((StopReason.Canceled, 0), (result.StopReason, result.Steps));
        Assert.Equal(before, Bits.Of(_network));
    }

    [Fact]
    public void Without_keeping_the_best_what_was_learned_so_far_is_kept()
    {
        FitOptions options = new() { Epochs = 50, KeepBest = false };
        FitResult result = _network.Fit(Training, Contrary, options, Watch(report => CancelAt(report, epoch: 8)), _source.Token);
        Assert.Equal((StopReason.Canceled, FittedParameters.Last), (result.StopReason, result.Parameters));
        Assert.True(_last == Bits.Of(_network));
    }

    [Fact]
    public void Without_early_stopping_the_best_is_kept_too()
    {
        FitResult result = _network.Fit(Training, Contrary, new() { Epochs = 50 }, Watch(report => CancelAt(report, epoch: 8)), _source.Token);
        Assert.Equal((StopReason.Canceled, FittedParameters.Best), (result.StopReason, result.Parameters));
        BestIsKept(result);
    }

    [Fact]
    public void A_progress_callback_that_throws_ends_the_fit_and_the_best_is_kept_too()
    {
        Assert.Throws<NotSupportedException>(() => _network.Fit(Training, Contrary, _options, Watch(report =>
        {
            if (report.Epoch == 8)
            {
                throw new NotSupportedException();
            }
        })));
        Assert.NotEqual(_last, _best);
        Assert.Equal(_best, Bits.Of(_network));
    }

    private void BestIsKept(FitResult result)
    {
        Assert.NotEqual(result.BestEpoch, result.History.Length);
        Assert.NotEqual(_last, _best);
        Assert.Equal(_best, Bits.Of(_network));
        Assert.Equal(result.BestValidationLoss, _network.Evaluate(Contrary).Loss);
    }

    private void CancelAt(EpochReport report, int epoch)
    {
        if (report.Epoch == epoch)
        {
            _source.Cancel();
        }
    }

    private Reports Watch(Action<EpochReport> then) => new(report =>
    {
        _last = Bits.Of(_network);
        _best = report.IsBest ? _last : _best;
        then(report);
    });

    /// <summary>Cancels during one step of the network it stands before.</summary>
    private sealed class Interrupted(INetwork network, long step, CancellationTokenSource source) : INetwork
    {
        public NetworkSchema Schema => network.Schema;

        public NetworkMemory Memory => network.Memory;

        public void Step(int rows)
        {
            network.Step(rows);
            if (Memory.Steps == step)
            {
                source.Cancel();
            }
        }

        public void Predict(int rows) => network.Predict(rows);

        public void Evaluate(int rows) => network.Evaluate(rows);

        public void Dispose() => network.Dispose();
    }
}
