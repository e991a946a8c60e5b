using NetGen.Tests.Networks;

namespace NetGen.Tests.Training;

/// <summary>Every way a fit with early stopping can end. Two updates an epoch; validation losses are prescribed.</summary>
public sealed class EarlyStoppingTests : IDisposable
{
    private const int StepsPerEpoch = 2;
    private const float NaN = float.NaN;

    private readonly ScriptedNetwork _network = new(batchSize: 4);
    private readonly Bits _initial;

    public EarlyStoppingTests() => _initial = Bits.Of(_network);

    public void Dispose() => _network.Dispose();

    [Fact]
    public void Patience_ends_the_fit_and_the_best_epoch_is_restored_to_the_bit()
    {
        FitResult result = Fit(patience: 2, 5, 4, 3, 3.5f, 3.2f, 1);

        Assert.Equal(StopReason.EarlyStopped, result.StopReason);
        Assert.Equal((3, 3.0), (result.BestEpoch, result.BestValidationLoss));
        Assert.Equal(5, result.History.Length);
        Assert.Equal(10, result.Steps);
        Assert.Equal(AfterEpoch(3), Bits.Of(_network));
    }

    [Fact]
    public void The_last_epoch_ends_the_fit_and_the_best_epoch_is_restored()
    {
        FitResult result = Fit(patience: 5, 5, 2, 4);
        Assert.Equal(StopReason.Completed, result.StopReason);
        Assert.Equal(2, result.BestEpoch);
        Assert.Equal(AfterEpoch(2), Bits.Of(_network));
    }

    [Fact]
    public void An_improvement_renews_the_patience()
    {
        FitResult result = Fit(patience: 2, 5, 6, 4, 6, 3, 6, 6, 1);
        Assert.Equal(7, result.History.Length);
        Assert.Equal(5, result.BestEpoch);
        Assert.Equal([true, false, true, false, true, false, false], result.History.Select(r => r.IsBest));
    }

    [Fact]
    public void Patience_spent_in_the_last_epoch_is_early_stopping_too() =>
        Assert.Equal(StopReason.EarlyStopped, Fit(patience: 1, 5, 6).StopReason);

    [Fact]
    public void An_equal_loss_is_no_improvement() => Assert.Equal(1, Fit(patience: 2, 5, 5, 5, 1).BestEpoch);

    [Fact]
    public void Less_than_the_minimum_delta_is_no_improvement()
    {
        _network.Validation = [5, 4.5f, 4.25f, 3.9f];
        FitResult result = Fit(new EarlyStopping(patience: 3) { MinimumDelta = 1 });
        Assert.Equal([true, false, false, true], result.History.Select(r => r.IsBest));
        Assert.Equal(AfterEpoch(4), Bits.Of(_network));
    }

    [Fact]
    public void NaN_is_never_an_improvement_and_spends_patience()
    {
        FitResult result = Fit(patience: 2, NaN, 5, NaN, NaN, 1);
        Assert.Equal(4, result.History.Length);
        Assert.Equal(2, result.BestEpoch);
        Assert.Equal(AfterEpoch(2), Bits.Of(_network));
    }

    [Fact]
    public void Where_no_validation_loss_is_finite_the_parameters_from_before_the_fit_come_back()
    {
        FitResult result = Fit(patience: 3, NaN, float.PositiveInfinity, NaN);
        Assert.Equal(StopReason.EarlyStopped, result.StopReason);
        Assert.Equal(0, result.BestEpoch);
        Assert.Null(result.BestValidationLoss);
        Assert.Equal(_initial, Bits.Of(_network));
    }

    [Theory]
    [InlineData(5)] // the first step of epoch 3
    [InlineData(6)] // its last step
    public void Cancellation_in_an_epoch_restores_the_best_one_before(int atStep)
    {
        using var source = new CancellationTokenSource();
        _network.AfterStep = step => CancelAt(step == atStep, source);
        _network.Validation = [5, 6, 1];

        FitResult result = Fit(new EarlyStopping(patience: 9), cancellation: source.Token);

        Assert.Equal(StopReason.Canceled, result.StopReason);
        Assert.Equal(atStep, result.Steps);
        Assert.Equal(2, result.History.Length);
        Assert.Equal(AfterEpoch(1), Bits.Of(_network));
    }

    [Fact]
    public void Cancellation_by_the_progress_callback_restores_the_best_epoch()
    {
        using var source = new CancellationTokenSource();
        var progress = new Reports(report => CancelAt(report.Epoch == 3, source));
        _network.Validation = [5, 4, 6, 1];

        FitResult result = Fit(new EarlyStopping(patience: 9), progress, source.Token);

        Assert.Equal(StopReason.Canceled, result.StopReason);
        Assert.Equal(6, result.Steps);
        Assert.Equal(AfterEpoch(2), Bits.Of(_network));
    }

    [Fact]
    public void Cancellation_in_the_first_epoch_restores_the_parameters_from_before_the_fit()
    {
        using var source = new CancellationTokenSource();
        _network.AfterStep = step => CancelAt(step == 1, source);
        FitResult result = Fit(new EarlyStopping(patience: 9), cancellation: source.Token);
        Assert.Equal((StopReason.Canceled, 1L, 0), (result.StopReason, result.Steps, result.BestEpoch));
        Assert.Equal(_initial, Bits.Of(_network));
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    [InlineData(float.NegativeInfinity)]
    public void Divergence_restores_the_best_epoch_and_names_step_and_head(float loss)
    {
        _network.Validation = [5, 4, 6, 1];
        _network.LossZ = step => step == 8 ? loss : 1;

        var e = Assert.Throws<TrainingDivergedException>(() => Fit(new EarlyStopping(patience: 9)));

        Assert.Equal((8, "Z", null), (e.Step, e.Head, e.Parameter));
        Assert.Contains("step 8", e.Message, StringComparison.Ordinal);
        Assert.Contains("the loss of Z became", e.Message, StringComparison.Ordinal);
        Assert.Contains("The network holds the parameters of the best evaluation, after 4 updates, again.", e.Message, StringComparison.Ordinal);
        Assert.Equal(AfterEpoch(2), Bits.Of(_network));
    }

    [Fact]
    public void Divergence_in_the_first_epoch_restores_the_parameters_from_before_the_fit()
    {
        _network.LossY = _ => NaN;
        var e = Assert.Throws<TrainingDivergedException>(() => Fit(new EarlyStopping(patience: 9)));
        Assert.Equal((1, "Y"), (e.Step, e.Head));
        Assert.Contains("The network holds the parameters from before the fit again.", e.Message, StringComparison.Ordinal);
        Assert.Equal(_initial, Bits.Of(_network));
    }

    [Fact]
    public void An_exception_of_the_progress_callback_passes_through_and_the_best_epoch_is_restored()
    {
        var progress = new Reports(report => ThrowAt(report.Epoch == 3));
        _network.Validation = [5, 4, 6];
        Assert.Throws<TimeoutException>(() => Fit(new EarlyStopping(patience: 9), progress));
        Assert.Equal(AfterEpoch(2), Bits.Of(_network));
    }

    [Fact]
    public void An_exception_when_the_best_epoch_is_reported_keeps_that_epoch()
    {
        var progress = new Reports(report => ThrowAt(report.Epoch == 2));
        _network.Validation = [5, 4];
        Assert.Throws<TimeoutException>(() => Fit(new EarlyStopping(patience: 9), progress));
        Assert.Equal(AfterEpoch(2), Bits.Of(_network));
    }

    [Fact]
    public void An_exception_of_the_network_itself_restores_the_best_epoch()
    {
        _network.Validation = [5, 6, 1];
        _network.AfterStep = step => ThrowAt(step == 5);
        Assert.Throws<TimeoutException>(() => Fit(new EarlyStopping(patience: 9)));
        Assert.Equal(AfterEpoch(1), Bits.Of(_network));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Any_course_of_validation_losses_ends_as_the_definition_says(int seed)
    {
        var random = new Random(seed);
        float[] losses = [.. Enumerable.Range(0, 30).Select(_ => random.Next(8) == 0 ? NaN : random.Next(12) / 4f)];
        var rule = new EarlyStopping(patience: random.Next(1, 8)) { MinimumDelta = random.Next(3) / 4.0 };
        (int stop, int best) = ByDefinition(losses, rule);
        _network.Validation = losses;

        FitResult result = Fit(rule);

        Assert.Equal((stop, best), (result.History.Length, result.BestEpoch));
        Assert.Equal(best == 0 ? _initial : AfterEpoch(best), Bits.Of(_network));
        Assert.Equal(best == 0 ? null : losses[best - 1], result.BestValidationLoss);
    }

    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 50)];

    /// <summary>The epoch the fit stops after and the best one, looked for over again at every epoch.</summary>
    private static (int Stop, int Best) ByDefinition(float[] losses, EarlyStopping rule)
    {
        int best = 0;
        for (int epoch = 1; epoch <= losses.Length; epoch++)
        {
            double bar = best == 0 ? double.PositiveInfinity : losses[best - 1] - rule.MinimumDelta;
            best = losses[epoch - 1] < bar ? epoch : best;
            if (epoch - best >= rule.Patience)
            {
                return (epoch, best);
            }
        }

        return (losses.Length, best);
    }

    private static void CancelAt(bool now, CancellationTokenSource source)
    {
        if (now)
        {
            source.Cancel();
        }
    }

    private static void ThrowAt(bool now)
    {
        if (now)
        {
            throw new TimeoutException("The callback's own trouble.");
        }
    }

    /// <summary>What <see cref="ScriptedNetwork"/> leaves after the last update of an epoch.</summary>
    private static Bits AfterEpoch(int epoch)
    {
        var network = new ScriptedNetwork(batchSize: 4);
        for (int step = 0; step < epoch * StepsPerEpoch; step++)
        {
            network.Step(rows: 1);
        }

        return Bits.Of(network);
    }

    private FitResult Fit(int patience, params float[] validation)
    {
        _network.Validation = validation;
        return Fit(new EarlyStopping(patience));
    }

    private FitResult Fit(EarlyStopping rule, Reports? progress = null, CancellationToken cancellation = default) => Trainer.Fit(
        _network, ScriptedNetwork.Data(7), ScriptedNetwork.Data(3),
        new FitOptions { Epochs = Math.Max(1, _network.Validation.Length), EarlyStopping = rule }, progress, cancellation);
}
